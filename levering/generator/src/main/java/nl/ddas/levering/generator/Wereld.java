// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.ArrayList;
import java.util.List;
import nl.ddas.levering.model.Uitstroomreden;

/// All trajecten that ever were, made when asked for.
///
/// The world has slots. In each slot one traject follows another, the next starting in the half-year after the
/// one in which the last ended. So every half-year meets exactly one traject of every slot: the number of
/// trajecten in a half-year is the number of slots, and what is open at the end of a half-year comes back in
/// the next. A traject follows from the seed, its slot and what came before it in the slot, never from the
/// question that is asked.
record Wereld(Zaad zaad) {

    /// Half-year in which every slot begins: 2019, long enough before any delivery for the mixture to settle.
    private static final int BEGIN = 38;

    private static final double RECIDIVE = 0.04;
    private static final double UITBESTEED = 0.105;
    private static final double TWEE_GEMEENTEN = 0.005;

    /// The trajecten of one slot that overlap a stretch of days, oldest first; exactly one when it is a
    /// half-year.
    List<Geval> gevallen(Stroom stroom, int index, int van, int totEnMet) {
        long plek = stroom.eerstePlek() + index;
        Zaad vanPlek = zaad.met(plek);
        List<Geval> gevonden = new ArrayList<>(1);
        int halfjaar = BEGIN;
        int persoon = BEGIN;
        int persoonStart = 0;
        boolean terug = false;
        while (Dagen.eersteVan(halfjaar) <= totEnMet) {
            Zaad eigen = vanPlek.met(halfjaar);
            var toeval = eigen.toeval();
            int start = startIn(halfjaar, toeval.nextDouble());
            Verloop verloop = Verlopen.trek(toeval, start);
            if (!terug) {
                persoon = halfjaar;
                persoonStart = start;
            }
            if (verloop.einde() >= van && start <= totEnMet) {
                Deling deling = deling(stroom, verloop, toeval.nextDouble());
                gevonden.add(new Geval(stroom, plek, halfjaar, persoon, persoonStart, verloop, deling, eigen));
            }
            terug = verloop.reden() != Uitstroomreden.OVERLEDEN && eigen.met(1).deel() < RECIDIVE;
            halfjaar = Dagen.halfjaar(verloop.einde()) + 1;
        }
        return gevonden;
    }

    /// A working day in a half-year; a weekend at the very end would fall in the next, so the last two days
    /// give way.
    private static int startIn(int halfjaar, double deel) {
        int eerste = Dagen.eersteVan(halfjaar);
        int lengte = Dagen.eersteVan(halfjaar + 1) - eerste;
        return Dagen.werkdag(eerste + (int) (deel * (lengte - 2)));
    }

    private static Deling deling(Stroom stroom, Verloop verloop, double deel) {
        if (stroom.verhuisd() && deel > 1 - TWEE_GEMEENTEN) {
            return Deling.TWEE_GEMEENTEN;
        }
        return stroom.uitbesteed() && verloop.pad().gestabiliseerd() && deel < UITBESTEED
                ? Deling.UITBESTEED
                : Deling.GEEN;
    }
}
