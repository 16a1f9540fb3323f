// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/// Finds where fields stand in the bytes of one traject, several in one walk. Rules ask for it only when they fail, so
/// that good trajecten pay nothing for exact places.
public final class VeldZoeker {

    /// Where a value starts.
    ///
    /// @param regel number of line ends before it: add it to the line of the traject
    /// @param positie number of bytes before it: add it to the position of the traject
    public record Plek(long regel, long positie) {}

    private static final Plek BEGIN = new Plek(0, 0);

    private final JsonParser lezer;
    private final Map<String, Plek> gevonden = new HashMap<>();

    private VeldZoeker(JsonParser lezer) {
        this.lezer = lezer;
    }

    /// The places of these pointers, in the same order. They are below the traject, such as `/client/0/Postcode`;
    /// the empty text is the traject itself.
    /// A pointer to something that is not there gets the place of the nearest object or list around it.
    ///
    /// @param plek a traject as it was handed over; its bytes are one JSON object
    public static List<Plek> zoek(TrajectPlek plek, List<String> pointers) {
        return zoek(plek.venster(), plek.begin(), plek.lengte(), pointers);
    }

    /// The same for a copy of the bytes.
    public static List<Plek> zoek(byte[] traject, List<String> pointers) {
        return zoek(traject, 0, traject.length, pointers);
    }

    /// The place in the message of one pointer below a traject.
    public static Plaats plaats(OptionalInt pagina, TrajectPlek traject, String pointer) {
        Plek plek = zoek(traject, List.of(pointer)).getFirst();
        return new Plaats(
                pagina,
                traject.pointer() + pointer,
                traject.regel() + plek.regel(),
                traject.positie() + plek.positie());
    }

    private static List<Plek> zoek(byte[] bytes, int begin, int lengte, List<String> pointers) {
        try (JsonParser lezer = Lezers.op(bytes, begin, lengte)) {
            VeldZoeker zoeker = new VeldZoeker(lezer);
            lezer.nextToken();
            zoeker.waarde("", pointers);
            return pointers.stream()
                    .map(pointer -> zoeker.gevonden.getOrDefault(pointer, BEGIN))
                    .toList();
        }
    }

    private void waarde(String pad, Collection<String> pointers) {
        TokenStreamLocation hier = lezer.currentTokenLocation();
        Plek plek = new Plek(hier.getLineNr() - 1L, hier.getByteOffset());
        Collection<String> hieronder =
                pointers.stream().filter(pointer -> ligtOp(pad, pointer)).toList();
        hieronder.forEach(pointer -> gevonden.put(pointer, plek));
        if (hieronder.stream().allMatch(pad::equals)) {
            lezer.skipChildren();
        } else if (lezer.currentToken() == JsonToken.START_OBJECT) {
            while (lezer.nextToken() != JsonToken.END_OBJECT) {
                String naam = pad + "/" + lezer.currentName().replace("~", "~0").replace("/", "~1");
                lezer.nextToken();
                waarde(naam, hieronder);
            }
        } else if (lezer.currentToken() == JsonToken.START_ARRAY) {
            for (int index = 0; lezer.nextToken() != JsonToken.END_ARRAY; index++) {
                waarde(pad + "/" + index, hieronder);
            }
        }
    }

    private static boolean ligtOp(String pad, String pointer) {
        return pointer.startsWith(pad) && (pointer.length() == pad.length() || pointer.charAt(pad.length()) == '/');
    }
}
