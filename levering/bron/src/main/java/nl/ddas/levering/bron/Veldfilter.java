// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// Leaves of a traject only what tells which traject it is, and some of its parts; what stays, stays byte for byte.
final class Veldfilter {

    /// What every recipient of a traject gets.
    private static final Set<String> KERN = Set.of("gemeentecode", "startdatum", "einddatum");

    private final Set<String> houd;

    /// @param veldgroepen names of members of a traject that stay too
    Veldfilter(Set<String> veldgroepen) {
        houd = new HashSet<>(KERN);
        houd.addAll(veldgroepen);
    }

    /// @param traject one JSON object without white space between its parts, as a snapshot holds it
    byte[] pas(byte[] traject) {
        ByteArrayOutputStream uit = new ByteArrayOutputStream(traject.length);
        uit.write('{');
        int plek = 1;
        while (traject[plek] != '}') {
            int begin = traject[plek] == ',' ? plek + 1 : plek;
            int naNaam = naTekst(traject, begin);
            int einde = naWaarde(traject, naNaam + 1);
            // A name that is written with escapes is not recognised, and so does not go.
            if (houd.contains(new String(traject, begin + 1, naNaam - begin - 2, StandardCharsets.UTF_8))) {
                if (uit.size() > 1) {
                    uit.write(',');
                }
                uit.write(traject, begin, einde - begin);
            }
            plek = einde;
        }
        uit.write('}');
        return uit.toByteArray();
    }

    private static int naWaarde(byte[] json, int begin) {
        int plek = begin;
        int diepte = 0;
        while (true) {
            switch (json[plek]) {
                case '"' -> plek = naTekst(json, plek) - 1;
                case '{', '[' -> diepte++;
                case '}', ']' -> diepte--;
                default -> {}
            }
            plek++;
            boolean eindigt = json[plek] == ',' || json[plek] == '}' || json[plek] == ']';
            if (diepte == 0 && eindigt) {
                return plek;
            }
        }
    }

    private static int naTekst(byte[] json, int aanhaling) {
        int plek = aanhaling + 1;
        while (json[plek] != '"') {
            plek += json[plek] == '\\' ? 2 : 1;
        }
        return plek + 1;
    }
}
