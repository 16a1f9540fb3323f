// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.ddas.levering.model.Gemeente;
import nl.ddas.levering.model.Organisatie;

/// Gives out the slots of a world while suppliers are planned, so that no two streams share one.
final class Stelselbouw {

    private final Zaad zaad;
    private long volgende;

    Stelselbouw(long zaad) {
        this.zaad = new Zaad(Zaad.meng(zaad));
    }

    Zaad zaad() {
        return zaad;
    }

    /// @throws IllegalArgumentException when the world has no burgerservicenummers left
    Stroom stroom(Gemeente gemeente, int aantal, boolean uitbesteed, boolean verhuisd) {
        Stroom stroom = new Stroom(gemeente, volgende, aantal, uitbesteed, verhuisd);
        volgende += aantal;
        if (volgende > Bsns.HOOGSTENS) {
            throw new IllegalArgumentException("expected at most " + Bsns.HOOGSTENS
                    + " trajecten in one world (there are no more burgerservicenummers), got " + volgende);
        }
        return stroom;
    }

    /// Streams of these gemeenten, together `aantal`, by weight; a gemeente that gets nothing is left out.
    List<Stroom> stromen(List<Gemeente> gemeenten, int aantal, boolean uitbesteed, boolean verhuisd) {
        int[] delen = Verdeling.van(
                aantal, gemeenten.stream().map(g -> Gemeenten.gewicht(g, zaad)).toList());
        List<Stroom> stromen = new ArrayList<>();
        for (int i = 0; i < delen.length; i++) {
            if (delen[i] > 0) {
                stromen.add(stroom(gemeenten.get(i), delen[i], uitbesteed, verhuisd));
            }
        }
        return stromen;
    }

    /// A levering for each stream, on its own.
    static List<Leveringplan> eigen(List<Stroom> stromen, Function<Gemeente, Organisatie> wie) {
        return stromen.stream()
                .map(s ->
                        new Leveringplan(wie.apply(s.gemeente()), s.gemeente(), List.of(new Blik(s, Blik.Kant.EIGEN))))
                .toList();
    }

    /// A levering for each stream, and what moved here from the gemeente before it.
    static List<Leveringplan> metVerhuisden(List<Stroom> stromen, Function<Gemeente, Organisatie> wie) {
        List<Leveringplan> plannen = new ArrayList<>();
        for (int i = 0; i < stromen.size(); i++) {
            Stroom stroom = stromen.get(i);
            List<Blik> blikken = new ArrayList<>(List.of(new Blik(stroom, Blik.Kant.EIGEN)));
            if (i > 0) {
                blikken.add(new Blik(stromen.get(i - 1), Blik.Kant.TWEEDE_GEMEENTE));
            }
            plannen.add(new Leveringplan(wie.apply(stroom.gemeente()), stroom.gemeente(), blikken));
        }
        return plannen;
    }
}
