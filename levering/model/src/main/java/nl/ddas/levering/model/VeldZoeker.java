// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;

/// Finds where fields stand in the bytes of one traject, several in one walk. Rules ask for it only when they fail, so
/// that good trajecten pay nothing for exact places.
public final class VeldZoeker {

    /// Where a value starts.
    ///
    /// @param regel number of line ends before it: add it to the line of the traject
    /// @param positie number of bytes before it: add it to the position of the traject
    record Plek(long regel, long positie) {}

    private static final Plek BEGIN = new Plek(0, 0);
    private static final Plek GEZOCHT = new Plek(-1, -1);

    private final Map<String, Plek> plekken = new HashMap<>();
    private final Set<String> namen = new HashSet<>();
    private int teGaan;

    private VeldZoeker(List<String> pointers) {
        for (String pointer : pointers) {
            for (String deel = pointer; !deel.isEmpty(); deel = ouder(deel)) {
                if (plekken.put(deel, GEZOCHT) == null) {
                    String laatste = deel.substring(deel.lastIndexOf('/') + 1);
                    namen.add(laatste.replace("~1", "/").replace("~0", "~"));
                    teGaan++;
                }
            }
        }
    }

    /// The places of these pointers, in the same order. They are below the traject, such as
    /// `/client/0/Postcode`; the empty text is the traject itself. A pointer to something that is not there
    /// gets the place of the nearest object or list around it.
    ///
    /// @param traject the bytes of one JSON object
    static List<Plek> zoek(byte[] traject, List<String> pointers) {
        VeldZoeker zoeker = new VeldZoeker(pointers);
        zoeker.loop(traject, 0, traject.length);
        return pointers.stream().map(zoeker::plek).toList();
    }

    /// The place in the message of one pointer below a traject.
    ///
    /// @param bericht the start of that message
    public static Plaats plaats(Plaats bericht, TrajectPlek traject, String pointer) {
        return plaatsen(bericht, traject, List.of(pointer)).getFirst();
    }

    /// The places in the message of pointers of v1.0 below a traject, in the same order; those of a traject that was
    /// converted point to where the value was delivered.
    ///
    /// @param bericht the start of that message
    public static List<Plaats> plaatsen(Plaats bericht, TrajectPlek traject, List<String> pointers) {
        List<String> geleverd = pointers.stream().map(traject::geleverdPad).toList();
        VeldZoeker zoeker = new VeldZoeker(geleverd);
        zoeker.loop(traject.venster(), traject.begin(), traject.lengte());
        return geleverd.stream()
                .map(pointer -> {
                    Plek plek = zoeker.plek(pointer);
                    return new Plaats(
                            bericht.pagina(),
                            traject.pointer() + pointer,
                            traject.regel() + plek.regel(),
                            traject.positie() + plek.positie());
                })
                .toList();
    }

    private Plek plek(String pointer) {
        for (String dichtbij = pointer; !dichtbij.isEmpty(); dichtbij = ouder(dichtbij)) {
            Plek plek = plekken.getOrDefault(dichtbij, GEZOCHT);
            if (!plek.equals(GEZOCHT)) {
                return plek;
            }
        }
        return BEGIN;
    }

    /// Makes a pointer only of a value in a list or under a name that occurs in what is asked; stops when all is found.
    private void loop(byte[] bytes, int begin, int lengte) {
        if (teGaan == 0) {
            return;
        }
        StringBuilder pointer = new StringBuilder();
        try (JsonParser lezer = Lezers.op(bytes, begin, lengte)) {
            for (JsonToken token = lezer.nextToken(); token != null && teGaan > 0; token = lezer.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME || token.isStructEnd()) {
                    continue;
                }
                TokenStreamContext hier = lezer.streamReadContext();
                hier = token.isStructStart() ? hier.getParent() : hier;
                if (hier.inRoot() || (hier.inObject() && !namen.contains(hier.currentName()))) {
                    continue;
                }
                pointer.setLength(0);
                schrijf(hier, pointer);
                String pad = pointer.toString();
                if (GEZOCHT.equals(plekken.get(pad))) {
                    TokenStreamLocation plaats = lezer.currentTokenLocation();
                    plekken.put(pad, new Plek(plaats.getLineNr() - 1L, plaats.getByteOffset()));
                    teGaan--;
                }
            }
        }
    }

    private static void schrijf(TokenStreamContext plek, StringBuilder pointer) {
        if (plek.inRoot()) {
            return;
        }
        schrijf(plek.getParent(), pointer);
        if (plek.inObject()) {
            pointer.append('/').append(plek.currentName().replace("~", "~0").replace("/", "~1"));
        } else {
            pointer.append('/').append(plek.getCurrentIndex());
        }
    }

    private static String ouder(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }
}
