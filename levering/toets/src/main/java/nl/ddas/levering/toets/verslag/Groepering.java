// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Ernst;

/// Gathers findings by code and severity in memory that does not grow with their number. Messages of one code that
/// ask something else stand apart, so that each is told once.
public final class Groepering {

    private static final int GENOEMDE_PLAATSEN = 5;

    private record Sleutel(String code, Ernst ernst, String advies) {}

    private static final class Stapel {
        private final Bevinding eerste;
        private final List<Plaats> plaatsen = new ArrayList<>(GENOEMDE_PLAATSEN);
        private long aantal;

        Stapel(Bevinding eerste) {
            this.eerste = eerste;
        }
    }

    private final Map<Sleutel, Stapel> stapels = new LinkedHashMap<>();

    /// Counts a finding; remembers its place when it is one of the first of its group.
    public void voegToe(Bevinding bevinding) {
        Stapel stapel = stapels.computeIfAbsent(
                new Sleutel(bevinding.code(), bevinding.ernst(), bevinding.advies()), sleutel -> new Stapel(bevinding));
        stapel.aantal++;
        if (stapel.plaatsen.size() < GENOEMDE_PLAATSEN) {
            stapel.plaatsen.add(bevinding.plaats());
        }
    }

    /// The groups, worst first, then by code.
    public List<Bevindinggroep> groepen() {
        return stapels.entrySet().stream()
                .map(paar -> groep(paar.getKey(), paar.getValue()))
                .sorted(Comparator.comparing(Bevindinggroep::ernst).thenComparing(Bevindinggroep::code))
                .toList();
    }

    private static Bevindinggroep groep(Sleutel sleutel, Stapel stapel) {
        return new Bevindinggroep(
                sleutel.code(),
                sleutel.ernst(),
                stapel.aantal,
                stapel.eerste.melding(),
                sleutel.advies(),
                List.copyOf(stapel.plaatsen));
    }
}
