// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.ddas.levering.model.Periode;
import nl.ddas.levering.model.Schuldhulptraject;

/// Merges periods: of a phase that there is one of, and of lists in which overlapping periods become one.
final class Fasekeuze {
    private final Veldkeuze keuze;

    Fasekeuze(Veldkeuze keuze) {
        this.keuze = keuze;
    }

    /// The phase from its earliest start; open when an open one starts no earlier than the closed ones, else to its
    /// latest end.
    Optional<Periode> fase(String pad, Function<Schuldhulptraject, Optional<Periode>> lezer) {
        List<Periode> delen = keuze.bijdragen().stream()
                .flatMap(bijdrage -> lezer.apply(bijdrage.traject()).stream())
                .toList();
        if (delen.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> start = keuze.vroegste(
                pad + ".startdatum", traject -> lezer.apply(traject).flatMap(Periode::startdatum));
        List<Veldkeuze.Kandidaat<LocalDate>> einden =
                keuze.kandidaten(traject -> lezer.apply(traject).flatMap(Periode::einddatum));
        boolean half = !einden.isEmpty() && einden.size() < delen.size();
        Optional<LocalDate> laatste =
                einden.stream().map(Veldkeuze.Kandidaat::waarde).max(Comparator.naturalOrder());
        boolean open = half && opent(delen);
        Optional<LocalDate> einde = keuze.zet(
                pad + ".einddatum",
                einden,
                new Veldkeuze.Keuze<>(
                        open ? Optional.empty() : laatste,
                        open ? "leeg: de laatst begonnen bron is nog open" : "laatste datum",
                        half,
                        Veldkeuze::bijnaGelijk));
        return Optional.of(new Periode(start, einde));
    }

    private static boolean opent(List<Periode> delen) {
        Comparator<LocalDate> oplopend = Comparator.naturalOrder();
        Optional<LocalDate> gesloten = delen.stream()
                .filter(deel -> deel.einddatum().isPresent())
                .flatMap(deel -> deel.startdatum().stream())
                .max(oplopend);
        return delen.stream()
                .filter(deel -> deel.einddatum().isEmpty())
                .flatMap(deel -> deel.startdatum().stream())
                .anyMatch(start -> gesloten.filter(dag -> dag.isAfter(start)).isEmpty());
    }

    /// Overlapping periods joined, in order of start. Periods without start stay as they are, at the end, each once.
    static List<Periode> verenig(List<Periode> perioden) {
        List<Periode> uit = new ArrayList<>();
        for (Periode periode : perioden.stream()
                .filter(deel -> deel.startdatum().isPresent())
                .sorted(Comparator.comparing(deel -> deel.startdatum().orElseThrow()))
                .toList()) {
            Optional<Periode> vorige = uit.isEmpty() ? Optional.empty() : Optional.of(uit.getLast());
            if (vorige.filter(eerder -> raakt(eerder, periode)).isPresent()) {
                uit.set(uit.size() - 1, samen(uit.getLast(), periode));
            } else {
                uit.add(periode);
            }
        }
        perioden.stream().filter(deel -> deel.startdatum().isEmpty()).distinct().forEach(uit::add);
        return List.copyOf(uit);
    }

    private static boolean raakt(Periode eerder, Periode later) {
        return eerder.einddatum()
                .filter(einde -> einde.isBefore(later.startdatum().orElseThrow()))
                .isEmpty();
    }

    private static Periode samen(Periode eerder, Periode later) {
        Optional<LocalDate> einde =
                eerder.einddatum().flatMap(een -> later.einddatum().map(twee -> een.isAfter(twee) ? een : twee));
        return new Periode(eerder.startdatum(), einde);
    }
}
