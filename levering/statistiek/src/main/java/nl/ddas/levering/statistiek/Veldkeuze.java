// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import nl.ddas.levering.model.Schuldhulptraject;

/// Chooses each field among the sources and keeps where it came from.
final class Veldkeuze {
    /// Dates that far apart contradict each other.
    static final long TEGENSPRAAK_DAGEN = 31;

    private static final long GELIJK_DAGEN = 7;

    private final List<Bijdrage> bijdragen;
    private final Map<String, Veld<?>> velden = new LinkedHashMap<>();
    private int gedeeld;
    private int gelijk;

    Veldkeuze(List<Bijdrage> bijdragen) {
        this.bijdragen = bijdragen;
    }

    /// A value with the source that gave it.
    record Kandidaat<T>(Bijdrage van, T waarde) {}

    /// How a field is read from a traject.
    interface Lezer<T> extends Function<Schuldhulptraject, Optional<T>> {}

    <T> List<Kandidaat<T>> kandidaten(Lezer<T> lezer) {
        List<Kandidaat<T>> gevonden = new ArrayList<>();
        for (Bijdrage bijdrage : bijdragen) {
            lezer.apply(bijdrage.traject()).ifPresent(waarde -> gevonden.add(new Kandidaat<>(bijdrage, waarde)));
        }
        return gevonden;
    }

    /// The earliest date; a contradiction when they lie more than 31 days apart.
    Optional<LocalDate> vroegste(String pad, Lezer<LocalDate> lezer) {
        List<Kandidaat<LocalDate>> alle = kandidaten(lezer);
        Optional<LocalDate> keuze = alle.stream().map(Kandidaat::waarde).min(Comparator.naturalOrder());
        return zet(
                pad,
                alle,
                new Keuze<>(keuze, "vroegste datum", verderUiteenDan(alle, TEGENSPRAAK_DAGEN), Veldkeuze::bijnaGelijk));
    }

    /// The value of the source that goes first; a contradiction when they are not equal.
    <T> Optional<T> eerste(String pad, Lezer<T> lezer, Comparator<Bijdrage> rang, String regel) {
        List<Kandidaat<T>> alle = kandidaten(lezer);
        Optional<T> keuze =
                alle.stream().min(Comparator.comparing(Kandidaat::van, rang)).map(Kandidaat::waarde);
        boolean verschil = alle.stream().map(Kandidaat::waarde).distinct().count() > 1;
        return zet(pad, alle, new Keuze<>(keuze, regel, verschil, Object::equals));
    }

    /// True when a source says so.
    Optional<Boolean> eenJa(String pad, Lezer<Boolean> lezer) {
        List<Kandidaat<Boolean>> alle = kandidaten(lezer);
        Optional<Boolean> keuze = alle.stream().map(Kandidaat::waarde).reduce(Boolean::logicalOr);
        boolean verschil = alle.stream().map(Kandidaat::waarde).distinct().count() > 1;
        return zet(pad, alle, new Keuze<>(keuze, "ja als één bron ja zegt", verschil, Object::equals));
    }

    /// What was chosen for a field, and how.
    ///
    /// @param waarde empty when nothing was chosen
    /// @param regel the rule that chose, Dutch
    /// @param tegenspraak whether the sources contradict each other
    /// @param zelfde when two values agree, for the indicator
    record Keuze<T>(Optional<T> waarde, String regel, boolean tegenspraak, BiPredicate<? super T, ? super T> zelfde) {}

    /// Records a choice that was made elsewhere.
    <T> Optional<T> zet(String pad, List<Kandidaat<T>> alle, Keuze<T> keuze) {
        if (alle.isEmpty()) {
            return keuze.waarde();
        }
        if (alle.size() > 1) {
            gedeeld++;
            T eerste = alle.getFirst().waarde();
            boolean eens = !keuze.tegenspraak()
                    && alle.stream().allMatch(kandidaat -> keuze.zelfde().test(eerste, kandidaat.waarde()));
            gelijk += eens ? 1 : 0;
        }
        List<Bronplaats> bronnen = new ArrayList<>();
        List<Veld.Alternatief<T>> andere = new ArrayList<>();
        for (Kandidaat<T> kandidaat : alle) {
            Bronplaats bron = kandidaat.van().bron().plaats();
            if (keuze.waarde().filter(kandidaat.waarde()::equals).isPresent()) {
                bronnen.add(bron);
            } else {
                andere.add(new Veld.Alternatief<>(bron, kandidaat.waarde()));
            }
        }
        velden.put(
                pad,
                new Veld<>(
                        keuze.waarde(), List.copyOf(bronnen), keuze.regel(), List.copyOf(andere), keuze.tegenspraak()));
        return keuze.waarde();
    }

    static boolean bijnaGelijk(LocalDate a, LocalDate b) {
        return Math.abs(ChronoUnit.DAYS.between(a, b)) <= GELIJK_DAGEN;
    }

    static boolean verderUiteenDan(List<Kandidaat<LocalDate>> alle, long dagen) {
        Optional<LocalDate> eerste = alle.stream().map(Kandidaat::waarde).min(Comparator.naturalOrder());
        Optional<LocalDate> laatste = alle.stream().map(Kandidaat::waarde).max(Comparator.naturalOrder());
        return eerste.isPresent() && ChronoUnit.DAYS.between(eerste.get(), laatste.orElseThrow()) > dagen;
    }

    List<Bijdrage> bijdragen() {
        return bijdragen;
    }

    Map<String, Veld<?>> velden() {
        return velden;
    }

    int gedeeld() {
        return gedeeld;
    }

    int gelijk() {
        return gelijk;
    }
}
