// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.time.LocalDate;
import java.util.Optional;
import nl.ddas.levering.model.Schuldhulptraject;

/// The days of a traject, both ends inclusive, as days since 1970.
///
/// @param begin [#ONBEKEND] when no date was found
/// @param einde [#OPEN] when it still runs; may lie before `begin` when it was delivered so (T-06)
public record Looptijd(int begin, int einde) {
    /// No begin found.
    public static final int ONBEKEND = Integer.MIN_VALUE;
    /// No end: longer than any day that can be written.
    public static final int OPEN = Integer.MAX_VALUE;

    /// The period of a traject: startdatum, else the earliest date of any phase; einddatum, else the dates of
    /// uitstroom, else open. Without startdatum and with every part closed the latest part ends it.
    public static Looptijd van(Schuldhulptraject traject) {
        Onderdelen delen = Onderdelen.van(traject);
        int begin = traject.startdatum().map(Looptijd::dag).orElseGet(delen::eersteDag);
        Optional<Integer> einde = traject.einddatum()
                .or(() -> traject.uitstroom().flatMap(uitstroom -> uitstroom.datum()))
                .or(() -> traject.uitstroom().flatMap(uitstroom -> uitstroom.datumBeeindigingsbeschikking()))
                .map(Looptijd::dag);
        boolean alleenDelen = traject.startdatum().isEmpty() && begin != ONBEKEND && delen.alleGesloten();
        return new Looptijd(begin, einde.orElseGet(() -> alleenDelen ? delen.laatsteDag() : OPEN));
    }

    static int dag(LocalDate datum) {
        return Math.toIntExact(datum.toEpochDay());
    }

    /// Whether a begin is known; without it nothing can be combined.
    public boolean isBekend() {
        return begin != ONBEKEND;
    }

    /// Whether it still runs.
    public boolean isOpen() {
        return einde == OPEN;
    }

    /// First day, empty when unknown.
    public Optional<LocalDate> begindatum() {
        return isBekend() ? Optional.of(LocalDate.ofEpochDay(begin)) : Optional.empty();
    }

    /// Last day, empty when open.
    public Optional<LocalDate> einddatum() {
        return isOpen() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(einde));
    }

    /// Last day to compare with: an end before the begin counts as the begin.
    int slot() {
        return Math.max(begin, einde);
    }

    /// Whether two known periods share a day, or lie at most `gat` days apart.
    boolean raakt(Looptijd ander, int gat) {
        return begin <= (long) ander.slot() + gat && ander.begin <= (long) slot() + gat;
    }

    /// Number of shared days; an open end counts as the end of time. Not positive when there is only a gap.
    long overlap(Looptijd ander) {
        return (long) Math.min(slot(), ander.slot()) - Math.max(begin, ander.begin) + 1;
    }
}
