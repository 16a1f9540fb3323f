// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import nl.ddas.levering.model.Bron;
import nl.ddas.levering.model.Plaats;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// A cursor over a whole message that finds the places in headers: those of the message and of each levering, in the
/// order of the message. One extra pass over a message at most, and only when a rule about a header reports.
final class Kopzoeker implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String INGEPAKT = "/gegevens";
    private static final String ERNAAST = "/paginering";

    private final JsonParser lezer;
    private final Map<String, long[]> gezien = new HashMap<>();
    private final StringBuilder pointer = new StringBuilder();
    private int begonnen;

    Kopzoeker(Bron bron) throws IOException {
        lezer = JSON.createParser(ObjectReadContext.empty(), bron.open());
    }

    /// How many leveringen have begun before the cursor.
    int begonnen() {
        return begonnen;
    }

    /// The place of a header field; of a field that is not there or comes after the trajecten, that of the
    /// nearest object around it.
    ///
    /// @param bericht the start of the message
    /// @param leveringen how many leveringen have begun where the header stands, see [Kopplek#begonnen()]
    Plaats zoek(Plaats bericht, int leveringen, String pad) {
        try {
            while ((begonnen < leveringen || !(gezien.containsKey(pad) || gezien.containsKey(INGEPAKT + pad)))
                    && stap(leveringen)) {
                // reading on is all there is to do
            }
        } catch (JacksonException unreadable) {
            // the place found so far will do: that it is unreadable is a finding of its own
        }
        boolean erin = !pad.startsWith(INGEPAKT) && !pad.startsWith(ERNAAST);
        String echt = gezien.containsKey(INGEPAKT) && erin ? INGEPAKT + pad : pad;
        for (String dichtbij = echt; !dichtbij.isEmpty(); dichtbij = ouder(dichtbij)) {
            long[] plaats = gezien.get(dichtbij);
            if (plaats != null) {
                return new Plaats(bericht.pagina(), echt, plaats[0], plaats[1]);
            }
        }
        return new Plaats(bericht.pagina(), echt, 1, 0);
    }

    /// Reads one token; false when what is asked can only lie behind the cursor or beyond the header.
    private boolean stap(int leveringen) {
        JsonToken token = lezer.currentToken();
        boolean bijTrajecten = token == JsonToken.START_ARRAY && "schuldhulptrajecten".equals(lezer.currentName());
        if (bijTrajecten) {
            if (begonnen >= leveringen) {
                return false;
            }
            lezer.skipChildren();
        }
        token = lezer.nextToken();
        if (token == null) {
            return false;
        }
        if (token == JsonToken.PROPERTY_NAME || token.isStructEnd()) {
            return true;
        }
        pointer.setLength(0);
        schrijf(token.isStructStart() ? ouder(lezer) : lezer.streamReadContext(), pointer);
        String pad = pointer.toString();
        if (token == JsonToken.START_OBJECT && pad.matches("(/gegevens)?/leveringen/\\d+")) {
            begonnen++;
            gezien.keySet().removeIf(oud -> oud.contains("/leveringen/"));
        }
        TokenStreamLocation plaats = lezer.currentTokenLocation();
        gezien.put(pad, new long[] {plaats.getLineNr(), plaats.getByteOffset()});
        return begonnen <= leveringen;
    }

    private static TokenStreamContext ouder(JsonParser lezer) {
        TokenStreamContext zelf = lezer.streamReadContext();
        return zelf.getParent() == null ? zelf : zelf.getParent();
    }

    private static void schrijf(TokenStreamContext plek, StringBuilder pointer) {
        if (plek.inRoot()) {
            return;
        }
        if (plek.getParent() != null) {
            schrijf(plek.getParent(), pointer);
        }
        if (plek.inObject()) {
            pointer.append('/').append(plek.currentName().replace("~", "~0").replace("/", "~1"));
        } else {
            pointer.append('/').append(plek.getCurrentIndex());
        }
    }

    private static String ouder(String pad) {
        return pad.substring(0, Math.max(0, pad.lastIndexOf('/')));
    }

    @Override
    public void close() {
        lezer.close();
    }
}
