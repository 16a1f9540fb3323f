// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.List;

/// Median, mean and quartiles of amounts, with the protection that belongs to amounts.
final class Bedragmaten {
    private static final int MINSTENS = 20;

    private Bedragmaten() {}

    /// Median, mean, first and third quartile.
    ///
    /// @param bedragen whole euros, ascending
    static List<Cel> maten(long[] bedragen, Onthullingsprofiel profiel) {
        boolean intern = profiel == Onthullingsprofiel.INTERN;
        if (bedragen.length < (intern ? 1 : MINSTENS)) {
            return List.of(new Cel.Geheim(), new Cel.Geheim(), new Cel.Geheim(), new Cel.Geheim());
        }
        long som = 0;
        for (long bedrag : bedragen) {
            som += bedrag;
        }
        // A mean in which one amount weighs too much would tell that amount.
        boolean metGemiddelde = intern || bedragen[bedragen.length - 1] * 10 <= som * 3;
        return List.of(
                euro(kwantiel(bedragen, 1, 2), intern),
                metGemiddelde ? euro((double) som / bedragen.length, intern) : new Cel.Geheim(),
                euro(kwantiel(bedragen, 1, 4), intern),
                euro(kwantiel(bedragen, 3, 4), intern));
    }

    /// By linear interpolation between the two neighbours.
    static double kwantiel(long[] oplopend, int teller, int noemer) {
        double plek = (oplopend.length - 1) * (double) teller / noemer;
        int onder = (int) plek;
        int boven = Math.min(onder + 1, oplopend.length - 1);
        return oplopend[onder] + (plek - onder) * (oplopend[boven] - oplopend[onder]);
    }

    private static Cel euro(double bedrag, boolean intern) {
        return new Cel.Euro(intern ? Math.round(bedrag) : Math.round(bedrag / 100) * 100);
    }
}
