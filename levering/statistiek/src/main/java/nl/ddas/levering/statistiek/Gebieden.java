// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Gemeentelijst;

/// The areas of a run: land, provincies and their gemeenten, with inhabitants for the rates.
public final class Gebieden {
    private final Map<Gemeentecode, Gebied> gemeenten = new TreeMap<>();
    private final Map<Gebied, List<Gebied>> provincies = new LinkedHashMap<>();
    private final Gebied land;
    private final String bronInwoners;

    private Gebieden(List<String[]> regels, String bronInwoners) {
        this.bronInwoners = bronInwoners;
        Map<String, List<Gebied>> perProvincie = new TreeMap<>();
        for (String[] regel : regels) {
            Gebied gemeente = new Gebied(
                    Gebied.Soort.GEMEENTE, regel[0], regel[1], Optional.of(Long.parseLong(regel[3].strip())));
            gemeenten.put(Gemeentecode.lees(regel[0]).orElseThrow(), gemeente);
            perProvincie.computeIfAbsent(regel[2], nieuw -> new ArrayList<>()).add(gemeente);
        }
        perProvincie.forEach((naam, leden) -> provincies.put(
                new Gebied(Gebied.Soort.PROVINCIE, "", naam, Optional.of(inwoners(leden))), List.copyOf(leden)));
        land = new Gebied(Gebied.Soort.LAND, "", "Nederland", Optional.of(inwoners(gemeenten.values())));
    }

    private static long inwoners(Iterable<Gebied> leden) {
        long som = 0;
        for (Gebied gebied : leden) {
            som += gebied.inwoners().orElse(0L);
        }
        return som;
    }

    /// The gemeenten of 1-1-2026 with indicative inhabitants (about 2019): for trying out, not for publication.
    public static Gebieden indicatief() {
        return new Gebieden(
                Gemeentelijst.eigen().bestaande().stream()
                        .map(gemeente -> new String[] {
                            gemeente.code().code(),
                            gemeente.naam(),
                            gemeente.provincie(),
                            Integer.toString(gemeente.inwoners())
                        })
                        .toList(),
                "indicatief: telling van rond 2019, samengevoegde gemeenten opgeteld");
    }

    /// Reads `code;naam;provincie;inwoners` with a header line; lines that start with # are skipped.
    ///
    /// @param bronInwoners where the inhabitants come from, Dutch, for the notes below tables
    public static Gebieden lees(InputStream in, String bronInwoners) throws IOException {
        BufferedReader regels = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Gebieden(
                regels.lines()
                        .filter(regel -> !regel.startsWith("#") && !regel.startsWith("code;") && !regel.isBlank())
                        .map(regel -> regel.split(";", 4))
                        .toList(),
                bronInwoners);
    }

    /// The gemeente with this code, empty when it is not in the list.
    public Optional<Gebied> gemeente(Gemeentecode code) {
        return Optional.ofNullable(gemeenten.get(code));
    }

    /// Provincies in alphabetical order, each with its gemeenten.
    public Map<Gebied, List<Gebied>> provincies() {
        return Collections.unmodifiableMap(provincies);
    }

    /// The whole country.
    public Gebied land() {
        return land;
    }

    /// Where the inhabitants come from, Dutch.
    public String bronInwoners() {
        return bronInwoners;
    }
}
