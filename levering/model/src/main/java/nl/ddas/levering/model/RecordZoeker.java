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

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new Zichttekens())
            .build();
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

    private static final String OMHULSEL = "/" + Veld.GEGEVENS.naam();

    private RecordZoeker() {}

    private static DefaultPrettyPrinter opmaak() {
        DefaultIndenter regels = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(regels).withArrayIndenter(regels);
    }

    /// Whether the value was there.
    public sealed interface Uitkomst {

        /// It was there and has been written.
        ///
        /// @param pointer where it stands in this message; another one than was asked when message and question
        /// differ in the `gegevens` that an answer of the API has around it
        record Getoond(String pointer) implements Uitkomst {}

        /// It was not there.
        ///
        /// @param reden why, in Dutch, ready to print
        record NietGevonden(String reden) implements Uitkomst {}
    }

    /// Writes the value at a pointer such as `/leveringen/0/schuldhulptrajecten/3`; the empty text is the whole
    /// message. A pointer into an answer of the API also finds the value in a file, and the other way round: the
    /// `/gegevens` in front may be there or not.
    ///
    /// @throws IOException when the bytes cannot be read or written
    public static Uitkomst toon(Bron bron, String pointer, OutputStream uit) throws IOException {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            return new Uitkomst.NietGevonden("Een plaats begint met een schuine streep, zoals /leveringen/0.");
        }
        Uitkomst zoals = zoek(bron, pointer, uit);
        if (zoals instanceof Uitkomst.Getoond || pointer.isEmpty()) {
            return zoals;
        }
        Uitkomst anders = zoek(bron, andereVorm(pointer), uit);
        boolean losBestand = zoals.equals(ontbreekt("", Veld.GEGEVENS.naam()));
        return anders instanceof Uitkomst.Getoond || losBestand ? anders : zoals;
    }

    private static Uitkomst ontbreekt(String pad, String stap) {
        return new Uitkomst.NietGevonden("Onder \"" + pad + "\" staat geen \"" + stap + "\" in dit bestand.");
    }

    private static String andereVorm(String pointer) {
        boolean omhuld = pointer.equals(OMHULSEL) || pointer.startsWith(OMHULSEL + "/");
        return omhuld ? pointer.substring(OMHULSEL.length()) : OMHULSEL + pointer;
    }

    private static Uitkomst zoek(Bron bron, String pointer, OutputStream uit) throws IOException {
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
                    return ontbreekt(pad, stap);
                }
                pad += "/" + stap;
            }
            try (JsonGenerator schrijver = JSON.createGenerator(OPGEMAAKT, uit, JsonEncoding.UTF8)) {
                schrijver.copyCurrentStructureExact(lezer);
            }
            return new Uitkomst.Getoond(pointer);
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
