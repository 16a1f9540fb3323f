// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Metrics;
import nl.ddas.logboek.model.Toetsuitslag;

/// Figures of the lines that come in. No label holds anything of a line or names a controller.
public final class Logboekmeting {

    private final Metrics.Counter regels;

    /// @param metrics of the part; each may have one of these
    public Logboekmeting(Metrics metrics) {
        this.regels = metrics.counter(
                "logbook_lines",
                "Lines that came in, by what became of them: stored, repeated, apart, ignored",
                "outcome");
    }

    /// Figures of what waits, asked each time they are read.
    public static void watch(Metrics metrics, Loket loket, Quarantaine quarantaine) {
        metrics.gauge("logbook_bodies_in_memory_bytes", "Bytes of bodies that are being handled", loket::bytesOnderweg);
        metrics.gauge("logbook_quarantine_lines", "Lines that wait in quarantine", () -> quarantaine.standen().stream()
                .mapToLong(Quarantaine.Stand::regels)
                .sum());
        metrics.gauge(
                "logbook_quarantine_bytes", "Bytes of the lines in quarantine", () -> quarantaine.standen().stream()
                        .mapToLong(Quarantaine.Stand::bytes)
                        .sum());
        metrics.gauge(
                "logbook_quarantine_fill_ratio",
                "How full the quarantine of the fullest controller is, 0 to 1",
                () -> fullest(quarantaine));
    }

    /// How full the quarantine of the fullest controller is, 0 to 1.
    static double fullest(Quarantaine quarantaine) {
        return quarantaine.standen().stream()
                .mapToDouble(Quarantaine.Stand::vulling)
                .max()
                .orElse(0);
    }

    /// Lines of one body that were decided on.
    ///
    /// @param opslag of those that were offered to the store
    void count(List<Toetsuitslag> uitslagen, List<Optional<Opslag>> opslag) {
        List<Opslag> known = opslag.stream().flatMap(Optional::stream).toList();
        add("stored", known.stream().filter(one -> one == Opslag.NIEUW).count());
        add("repeated", known.stream().filter(one -> one == Opslag.HERHALING).count());
        add(
                "ignored",
                uitslagen.stream()
                        .filter(Toetsuitslag.Genegeerd.class::isInstance)
                        .count());
        add("apart", uitslagen.stream().filter(Logboekmeting::isApart).count());
    }

    private static boolean isApart(Toetsuitslag uitslag) {
        return switch (uitslag) {
            case Toetsuitslag.Aangenomen _, Toetsuitslag.Genegeerd _ -> false;
            case Toetsuitslag.Quarantaine _, Toetsuitslag.Geweigerd _ -> true;
        };
    }

    private void add(String outcome, long amount) {
        if (amount > 0) {
            regels.add((double) amount, outcome);
        }
    }
}
