// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.time.LocalDate;
import java.util.Optional;
import nl.ddas.levering.model.Moratorium;
import nl.ddas.levering.model.Periode;
import nl.ddas.levering.model.Schuldhulptraject;

/// First and last day of the phases of a traject, and whether each has ended. Walks a traject once, makes no lists.
final class Onderdelen {
    private int eerste = Integer.MAX_VALUE;
    private int laatste = Integer.MIN_VALUE;
    private boolean gesloten = true;

    private Onderdelen() {}

    static Onderdelen van(Schuldhulptraject traject) {
        Onderdelen delen = new Onderdelen();
        traject.aanmelding().ifPresent(fase -> delen.neem(fase.periode()));
        traject.intake().ifPresent(fase -> {
            delen.neem(new Periode(
                    fase.periode().startdatum(), fase.periode().einddatum().or(fase::beschikkingsdatum)));
            delen.neem(fase.beschikkingsdatum());
        });
        traject.planVanAanpak().ifPresent(fase -> delen.neem(fase.datumAfronding()));
        traject.stabilisatie().ifPresent(delen::neem);
        traject.schuldregeling().ifPresent(fase -> {
            Optional<LocalDate> uitkomst = fase.toegekend().or(fase::afgewezen).or(fase::ingetrokken);
            delen.neem(new Periode(fase.datum(), uitkomst));
            delen.neem(fase.toegekend());
            delen.neem(fase.afgewezen());
            delen.neem(fase.ingetrokken());
            delen.neem(fase.datumVerzoekDwangakkoord());
        });
        traject.oplossing().ifPresent(fase -> delen.neem(fase.periode()));
        traject.nazorg().ifPresent(delen::neem);
        traject.informatieEnAdvies().ifPresent(delen::neem);
        traject.begeleiding().forEach(fase -> delen.neem(fase.periode()));
        traject.crisisinterventies().forEach(delen::neem);
        traject.moratoria().forEach(delen::neem);
        traject.voorlopigeVoorzieningen().forEach(delen::neem);
        delen.neem(traject.toekenningsdatum());
        return delen;
    }

    private void neem(Moratorium moratorium) {
        neem(moratorium.datumAanvraag());
        neem(moratorium.datumGoedkeuring());
        if (moratorium.periode().startdatum().isPresent()) {
            neem(moratorium.periode());
        }
    }

    private void neem(Periode periode) {
        neem(periode.startdatum());
        neem(periode.einddatum());
        if (periode.startdatum().isPresent() && periode.einddatum().isEmpty()) {
            gesloten = false;
        }
    }

    private void neem(Optional<LocalDate> datum) {
        if (datum.isPresent()) {
            int dag = Looptijd.dag(datum.get());
            eerste = Math.min(eerste, dag);
            laatste = Math.max(laatste, dag);
        }
    }

    /// [Looptijd#ONBEKEND] without any date.
    int eersteDag() {
        return eerste == Integer.MAX_VALUE ? Looptijd.ONBEKEND : eerste;
    }

    /// [Looptijd#ONBEKEND] without any date.
    int laatsteDag() {
        return laatste;
    }

    boolean alleGesloten() {
        return gesloten;
    }
}
