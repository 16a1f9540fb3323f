// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.List;

/// Median, mean and quartiles of amounts, with the protection that belongs to amounts.
final class Bedragmaten {
    private Bedragmaten() {}

    /// Median, mean, first and third quartile.
    ///
    /// @param bedragen whole euros, ascending
    static List<Cel> maten(long[] bedragen, Onthullingsprofiel profiel) {
        if (!profiel.toontBedragen(bedragen.length)) {
            return List.of(new Cel.Geheim(), new Cel.Geheim(), new Cel.Geheim(), new Cel.Geheim());
        }
        long som = 0;
        for (long bedrag : bedragen) {
            som += bedrag;
        }
        boolean metGemiddelde = profiel.toontGemiddelde(bedragen[bedragen.length - 1], som);
        return List.of(
                euro(kwantiel(bedragen, 1, 2), profiel),
                metGemiddelde ? euro((double) som / bedragen.length, profiel) : new Cel.Geheim(),
                euro(kwantiel(bedragen, 1, 4), profiel),
                euro(kwantiel(bedragen, 3, 4), profiel));
    }

    /// By linear interpolation between the two neighbours.
    static double kwantiel(long[] oplopend, int teller, int noemer) {
        double plek = (oplopend.length - 1) * (double) teller / noemer;
        int onder = (int) plek;
        int boven = Math.min(onder + 1, oplopend.length - 1);
        return oplopend[onder] + (plek - onder) * (oplopend[boven] - oplopend[onder]);
    }

    private static Cel euro(double bedrag, Onthullingsprofiel profiel) {
        return new Cel.Euro(profiel.euro(bedrag));
    }
}
