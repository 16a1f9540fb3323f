// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Periode;
import nl.ddas.levering.model.Schuldhulptraject;

/// The dated steps of a traject, for rules about the first, the last or any.
final class Stappen {

    /// @param naam to print, such as `intake`
    record Stap(String naam, LocalDate datum) {}

    private Stappen() {}

    /// The earliest dated step, empty when nothing is dated.
    static Optional<Stap> eerste(Schuldhulptraject traject) {
        return alle(traject).stream().min(Comparator.comparing(Stap::datum));
    }

    /// The latest of the begin of the traject and the date of any step.
    static LocalDate laatste(LocalDate begin, Schuldhulptraject traject) {
        return alle(traject).stream().map(Stap::datum).reduce(begin, (een, twee) -> twee.isAfter(een) ? twee : een);
    }

    /// Whether there is any phase or anything beside the phases.
    static boolean heeftStap(Schuldhulptraject traject) {
        return traject.aanmelding().isPresent()
                || traject.intake().isPresent()
                || traject.planVanAanpak().isPresent()
                || traject.stabilisatie().isPresent()
                || traject.schuldregeling().isPresent()
                || traject.oplossing().isPresent()
                || traject.nazorg().isPresent()
                || traject.informatieEnAdvies().isPresent()
                || !traject.begeleiding().isEmpty()
                || !traject.crisisinterventies().isEmpty()
                || !traject.moratoria().isEmpty()
                || !traject.voorlopigeVoorzieningen().isEmpty();
    }

    private static List<Stap> alle(Schuldhulptraject traject) {
        List<Stap> stappen = new ArrayList<>();
        traject.aanmelding().ifPresent(a -> periode(stappen, "de aanmelding", a.periode()));
        traject.intake().ifPresent(i -> {
            periode(stappen, "de intake", i.periode());
            datum(stappen, "de beschikking", i.beschikkingsdatum());
        });
        traject.planVanAanpak().ifPresent(p -> datum(stappen, "het plan van aanpak", p.datumAfronding()));
        traject.stabilisatie().ifPresent(p -> periode(stappen, "de stabilisatie", p));
        traject.schuldregeling().ifPresent(s -> {
            datum(stappen, "de schuldregeling", s.datum());
            datum(stappen, "de schuldregeling", s.toegekend());
            datum(stappen, "de schuldregeling", s.afgewezen());
            datum(stappen, "de schuldregeling", s.ingetrokken());
            datum(stappen, "het dwangakkoord", s.datumVerzoekDwangakkoord());
        });
        traject.oplossing().ifPresent(o -> periode(stappen, "de oplossing", o.periode()));
        traject.nazorg().ifPresent(p -> periode(stappen, "de nazorg", p));
        traject.informatieEnAdvies().ifPresent(p -> periode(stappen, "informatie en advies", p));
        traject.begeleiding().forEach(b -> periode(stappen, "de begeleiding", b.periode()));
        traject.crisisinterventies().forEach(p -> periode(stappen, "de crisisinterventie", p));
        traject.moratoria().forEach(m -> periode(stappen, "het moratorium", m.periode()));
        traject.voorlopigeVoorzieningen().forEach(p -> periode(stappen, "de voorlopige voorziening", p));
        return stappen;
    }

    private static void periode(List<Stap> stappen, String naam, Periode periode) {
        datum(stappen, naam, periode.startdatum());
        datum(stappen, naam, periode.einddatum());
    }

    private static void datum(List<Stap> stappen, String naam, Optional<LocalDate> datum) {
        datum.ifPresent(dag -> stappen.add(new Stap(naam, dag)));
    }
}
