// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the small tables that lie beside this class: one row a line, a quote around a field that holds the
/// separator.
final class Puntkommabestand {

    private Puntkommabestand() {}

    /// The rows below the heading.
    ///
    /// @throws IllegalStateException when the table is not in the program, or a row has not as many fields as the
    /// heading
    static List<List<String>> lees(String naam, char scheiding) {
        InputStream bytes = Optional.ofNullable(Puntkommabestand.class.getResourceAsStream(naam))
                .orElseThrow(() -> new IllegalStateException("missing table " + naam));
        try (BufferedReader regels = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            List<List<String>> rijen =
                    regels.lines().map(regel -> velden(regel, scheiding)).toList();
            int breedte = rijen.getFirst().size();
            for (List<String> rij : rijen) {
                if (rij.size() != breedte) {
                    throw new IllegalStateException(naam + ": expected " + breedte + " fields in row " + rij.getFirst()
                            + ", found " + rij.size());
                }
            }
            return rijen.subList(1, rijen.size());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> velden(String regel, char scheiding) {
        List<String> velden = new ArrayList<>();
        StringBuilder veld = new StringBuilder();
        boolean aangehaald = false;
        for (int i = 0; i < regel.length(); i++) {
            char teken = regel.charAt(i);
            if (teken == '"') {
                if (aangehaald && i + 1 < regel.length() && regel.charAt(i + 1) == '"') {
                    veld.append('"');
                    i++;
                } else {
                    aangehaald = !aangehaald;
                }
            } else if (teken == scheiding && !aangehaald) {
                velden.add(veld.toString());
                veld.setLength(0);
            } else {
                veld.append(teken);
            }
        }
        velden.add(veld.toString());
        return List.copyOf(velden);
    }
}
