// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

/// Counts how often each day occurs, for days of 1900 up to 2100; others are not counted. Grows with the
/// number of different days only.
final class Dagteller {

    private static final int EERSTE = -25_567;
    private static final int LAATSTE = 47_847;

    private int[] dagen = new int[64];
    private int[] aantallen = new int[64];
    private int verschillend;

    void tel(long epochDag) {
        if (epochDag < EERSTE || epochDag > LAATSTE) {
            return;
        }
        if (2 * verschillend >= dagen.length) {
            groei();
        }
        int plek = plek(dagen, aantallen, (int) epochDag);
        if (aantallen[plek]++ == 0) {
            dagen[plek] = (int) epochDag;
            verschillend++;
        }
    }

    /// The day that occurs most; of several the earliest. Meaningless when nothing was counted.
    long vaakste() {
        int beste = -1;
        for (int i = 0; i < dagen.length; i++) {
            if (aantallen[i] > 0
                    && (beste < 0
                            || aantallen[i] > aantallen[beste]
                            || (aantallen[i] == aantallen[beste] && dagen[i] < dagen[beste]))) {
                beste = i;
            }
        }
        return beste < 0 ? 0 : dagen[beste];
    }

    /// How often a day occurred.
    int aantal(long epochDag) {
        return aantallen[plek(dagen, aantallen, (int) epochDag)];
    }

    private static int plek(int[] dagen, int[] aantallen, int dag) {
        int plek = ((dag * 0x9E3779B9) >>> 7) & (dagen.length - 1);
        while (aantallen[plek] > 0 && dagen[plek] != dag) {
            plek = (plek + 1) & (dagen.length - 1);
        }
        return plek;
    }

    private void groei() {
        int[] nieuweDagen = new int[2 * dagen.length];
        int[] nieuweAantallen = new int[2 * dagen.length];
        for (int i = 0; i < dagen.length; i++) {
            if (aantallen[i] > 0) {
                int plek = plek(nieuweDagen, nieuweAantallen, dagen[i]);
                nieuweDagen[plek] = dagen[i];
                nieuweAantallen[plek] = aantallen[i];
            }
        }
        dagen = nieuweDagen;
        aantallen = nieuweAantallen;
    }
}
