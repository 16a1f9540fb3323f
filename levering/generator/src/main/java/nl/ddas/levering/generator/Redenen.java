// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import nl.ddas.levering.model.Uitstroomreden;

/// Why a traject ends, by how far it came. Together they give about this split: Afgerond 42, Ingetrokken 15,
/// Zelf 11, Niet passend 10, Voldoet niet 9, Nietverschenen 5, Verhuisd 4, Overleden 2, Overig 2 %.
final class Redenen {

    static final Kansen<Uitstroomreden> NA_ADVIES = van(53, 16, 13, 6, 0, 6, 3, 1, 2);
    static final Kansen<Uitstroomreden> UITVAL = van(0, 33, 16, 0, 7, 30, 8, 3, 3);
    static final Kansen<Uitstroomreden> NA_AFWIJZING = van(0, 0, 0, 60, 36, 0, 0, 0, 4);
    static final Kansen<Uitstroomreden> NA_TOELATING = van(32, 20, 16, 8, 9, 6, 5, 2, 2);
    static final Kansen<Uitstroomreden> NA_STABILISATIE = van(20, 22, 12, 12, 18, 5, 6, 3, 2);
    static final Kansen<Uitstroomreden> NA_WEIGERING = van(0, 14, 14, 40, 22, 0, 5, 3, 2);
    static final Kansen<Uitstroomreden> NA_INTREKKING = van(0, 70, 12, 0, 6, 0, 6, 4, 2);
    static final Kansen<Uitstroomreden> GESTOPT = van(0, 14, 8, 6, 52, 0, 9, 8, 3);

    private Redenen() {}

    private static Kansen<Uitstroomreden> van(
            int afgerond,
            int ingetrokken,
            int zelf,
            int nietPassend,
            int voldoetNiet,
            int nietverschenen,
            int verhuisd,
            int overleden,
            int overig) {
        return Kansen.<Uitstroomreden>leeg()
                .met(afgerond, Uitstroomreden.AFGEROND)
                .met(ingetrokken, Uitstroomreden.INGETROKKEN)
                .met(zelf, Uitstroomreden.ZELF)
                .met(nietPassend, Uitstroomreden.NIET_PASSEND)
                .met(voldoetNiet, Uitstroomreden.VOLDOET_NIET)
                .met(nietverschenen, Uitstroomreden.NIETVERSCHENEN)
                .met(verhuisd, Uitstroomreden.VERHUISD)
                .met(overleden, Uitstroomreden.OVERLEDEN)
                .met(overig, Uitstroomreden.OVERIG);
    }
}
