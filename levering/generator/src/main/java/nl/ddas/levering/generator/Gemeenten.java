// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.ddas.levering.model.Gemeentecode;

/// The 342 gemeenten of 2026 with their weight.
public final class Gemeenten {

    private Gemeenten() {}

    /// All, by code. Source: CBS, gemeentelijke indeling 2026.
    public static List<Gemeente> alle() {
        Map<String, Integer> inwoners = new LinkedHashMap<>();
        for (List<String> rij : rijen("gemeenten_inwoners.csv")) {
            inwoners.put(rij.get(0), Integer.parseInt(rij.get(2)));
        }
        List<Gemeente> alle = new ArrayList<>();
        for (List<String> rij : rijen("gemeenten.csv")) {
            Gemeentecode code = Gemeentecode.lees(rij.get(0)).orElseThrow();
            alle.add(new Gemeente(code, rij.get(1), rij.get(2), Objects.requireNonNull(inwoners.get(rij.get(0)))));
        }
        alle.sort(Comparator.comparing(Gemeente::code));
        return List.copyOf(alle);
    }

    /// All, shuffled by a seed.
    static List<Gemeente> geschud(Zaad zaad) {
        List<Gemeente> alle = new ArrayList<>(alle());
        alle.sort(Comparator.comparingLong(g -> zaad.met(g.code().nummer()).waarde()));
        return alle;
    }

    private static List<List<String>> rijen(String naam) {
        try (InputStream in = Objects.requireNonNull(Gemeenten.class.getResourceAsStream(naam), naam);
                BufferedReader regels = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return regels.lines().skip(1).map(Gemeenten::velden).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Splits at commas outside double quotes.
    private static List<String> velden(String regel) {
        List<String> velden = new ArrayList<>();
        StringBuilder veld = new StringBuilder();
        boolean binnen = false;
        for (int i = 0; i < regel.length(); i++) {
            char teken = regel.charAt(i);
            if (teken == '"') {
                binnen = !binnen;
            } else if (teken == ',' && !binnen) {
                velden.add(veld.toString());
                veld.setLength(0);
            } else {
                veld.append(teken);
            }
        }
        velden.add(veld.toString());
        return velden;
    }
}
