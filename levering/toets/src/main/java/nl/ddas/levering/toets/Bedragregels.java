// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.List;
import nl.ddas.levering.model.Schuld;
import nl.ddas.levering.model.Schuldhulptraject;

/// What rules T-16 to T-18 ask of the total debt, in whole euros.
final class Bedragregels {

    private static final String PAD = "/totaalSchuldbedragBijAanvangSchuld";
    private static final long ONGEWOON = 500_000;

    private Bedragregels() {}

    static void nietNegatief(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (totaal(traject) < 0) {
            vondsten.meld(PAD, "bedrag", totaal(traject));
        }
    }

    static void gewoonBedrag(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (traject.totaalSchuldbedragBijAanvangSchuld().isEmpty()) {
            return;
        }
        long totaal = totaal(traject);
        if (totaal == 0) {
            vondsten.meldVariant("nul", PAD);
        } else if (totaal > ONGEWOON || lijktCenten(totaal, som(traject))) {
            vondsten.meld(PAD, "bedrag", totaal);
        }
    }

    static void teltOp(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (traject.totaalSchuldbedragBijAanvangSchuld().isEmpty() || !heeftBedrag(traject.schulden())) {
            return;
        }
        long totaal = totaal(traject);
        long som = som(traject);
        if (Math.abs((double) som - totaal) > Math.max(Math.abs(totaal / 100.0), 10)) {
            vondsten.meld("/schulden", "som", som, "totaal", totaal);
        }
    }

    /// Ends in 00 and more than five times the debts together.
    private static boolean lijktCenten(long totaal, long som) {
        return totaal % 100 == 0 && som > 0 && totaal / 5 > som;
    }

    private static long totaal(Schuldhulptraject traject) {
        return traject.totaalSchuldbedragBijAanvangSchuld().isPresent()
                ? traject.totaalSchuldbedragBijAanvangSchuld().get()
                : 0;
    }

    private static boolean heeftBedrag(List<Schuld> schulden) {
        for (int i = 0; i < schulden.size(); i++) {
            if (schulden.get(i).bedrag().isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// The debts added up; stays at the ends of the range when it would run over.
    private static long som(Schuldhulptraject traject) {
        long som = 0;
        for (int i = 0; i < traject.schulden().size(); i++) {
            Schuld schuld = traject.schulden().get(i);
            if (schuld.bedrag().isPresent()) {
                long bedrag = schuld.bedrag().get();
                long nieuw = som + bedrag;
                boolean over = ((som ^ nieuw) & (bedrag ^ nieuw)) < 0;
                som = over ? (bedrag > 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : nieuw;
            }
        }
        return som;
    }
}
