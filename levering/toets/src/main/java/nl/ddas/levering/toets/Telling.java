// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.ddas.levering.model.Versie;

/// Counts of one run, and the Oordeel that follows from them.
final class Telling {

    private final Map<String, Long> perCode = new TreeMap<>();
    private final Map<GeldtVoor, Boolean> geweigerd = new EnumMap<>(GeldtVoor.class);
    private Optional<Versie> versie = Optional.empty();
    private boolean onleesbaar;
    private int leveringen;
    private long trajecten;
    private long clienten;
    private long geweigerdeTrajecten;

    void bevinding(Bevinding bevinding) {
        perCode.merge(bevinding.code(), 1L, Long::sum);
        if (bevinding.ernst() == Ernst.BLOKKEREND) {
            geweigerd.put(bevinding.geldtVoor(), true);
        }
    }

    /// Counts a levering.
    ///
    /// @return its serial number, from 0
    int levering() {
        return leveringen++;
    }

    /// Counts a traject with its clients.
    void traject(int aantalClienten) {
        trajecten++;
        clienten += aantalClienten;
    }

    void geweigerdTraject() {
        geweigerdeTrajecten++;
    }

    /// The version of the delivery is that of its first readable message.
    void gelezen(Versie gevonden) {
        versie = versie.or(() -> Optional.of(gevonden));
    }

    void onleesbaar() {
        onleesbaar = true;
    }

    boolean isOnleesbaar() {
        return onleesbaar;
    }

    Oordeel oordeel() {
        boolean afgekeurd = geweigerd.containsKey(GeldtVoor.BERICHT) || geweigerd.containsKey(GeldtVoor.LEVERING);
        Oordeel.Status status = onleesbaar
                ? Oordeel.Status.ONLEESBAAR
                : afgekeurd ? Oordeel.Status.AFGEKEURD : Oordeel.Status.GOEDGEKEURD;
        return new Oordeel(
                status,
                onleesbaar ? Optional.empty() : versie,
                leveringen,
                trajecten,
                clienten,
                onleesbaar || geweigerd.containsKey(GeldtVoor.BERICHT) ? trajecten : geweigerdeTrajecten,
                Collections.unmodifiableMap(perCode));
    }
}
