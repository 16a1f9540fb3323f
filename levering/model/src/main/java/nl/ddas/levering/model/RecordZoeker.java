// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Shows one value of a message, found by its JSON pointer, in a layout that people can read. Streams: neither the
/// message nor the value has to fit in memory.
public final class RecordZoeker {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final ObjectWriteContext OPGEMAAKT = new ObjectWriteContext.Base() {
        private final DefaultPrettyPrinter printer = opmaak();

        @Override
        public DefaultPrettyPrinter getPrettyPrinter() {
            return printer.createInstance();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private RecordZoeker() {}

    private static DefaultPrettyPrinter opmaak() {
        DefaultIndenter regels = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(regels).withArrayIndenter(regels);
    }

    /// Whether the value was there.
    public sealed interface Uitkomst {

        /// It was there and has been written.
        record Getoond() implements Uitkomst {}

        /// It was not there.
        ///
        /// @param reden why, in Dutch, ready to print
        record NietGevonden(String reden) implements Uitkomst {}
    }

    /// Writes the value at a pointer such as `/leveringen/0/schuldhulptrajecten/3`; the empty text is the whole
    /// message.
    ///
    /// @throws IOException when the bytes cannot be read or written
    public static Uitkomst toon(Bron bron, String pointer, OutputStream uit) throws IOException {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            return new Uitkomst.NietGevonden("Een plaats begint met een schuine streep, zoals /leveringen/0.");
        }
        try (Berichtstroom stroom = new Berichtstroom(bron.open());
                JsonParser lezer = Lezers.op(stroom)) {
            if (lezer.nextToken() == null) {
                return new Uitkomst.NietGevonden("Het bestand is leeg.");
            }
            String[] stappen =
                    pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
            String pad = "";
            for (String stap : stappen) {
                if (!stapIn(lezer, stap.replace("~1", "/").replace("~0", "~"))) {
                    return new Uitkomst.NietGevonden(
                            "Onder \"" + pad + "\" staat geen \"" + stap + "\" in dit bestand.");
                }
                pad += "/" + stap;
            }
            try (JsonGenerator schrijver = JSON.createGenerator(OPGEMAAKT, uit, JsonEncoding.UTF8)) {
                schrijver.copyCurrentStructureExact(lezer);
            }
            return new Uitkomst.Getoond();
        } catch (JacksonException e) {
            return onleesbaar(e);
        }
    }

    private static Uitkomst onleesbaar(JacksonException fout) throws IOException {
        if (fout.getCause() instanceof IOException oorzaak && !(oorzaak instanceof Weigering)) {
            throw oorzaak;
        }
        return new Uitkomst.NietGevonden(
                "Het bestand is vóór of in deze plaats niet goed leesbaar; vraag eerst een controle zonder --toon.");
    }

    /// Moves from an object or list to the value that the step names.
    private static boolean stapIn(JsonParser lezer, String stap) {
        if (lezer.currentToken() == JsonToken.START_OBJECT) {
            while (lezer.nextToken() != JsonToken.END_OBJECT) {
                boolean hier = lezer.currentName().equals(stap);
                lezer.nextToken();
                if (hier) {
                    return true;
                }
                lezer.skipChildren();
            }
        } else if (lezer.currentToken() == JsonToken.START_ARRAY) {
            for (int index = 0; lezer.nextToken() != JsonToken.END_ARRAY; index++) {
                if (stap.equals(Integer.toString(index))) {
                    return true;
                }
                lezer.skipChildren();
            }
        }
        return false;
    }
}
