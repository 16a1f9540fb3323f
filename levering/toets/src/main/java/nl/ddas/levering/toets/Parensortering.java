// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

/// Sorts two arrays of longs as pairs, in place and without garbage: by key, then by reference (heap sort:
/// keys are hashes, so no order of arrival can make it slow).
final class Parensortering {

    private Parensortering() {}

    static void sorteer(long[] sleutels, long[] verwijzingen, int aantal) {
        for (int i = aantal / 2 - 1; i >= 0; i--) {
            zak(sleutels, verwijzingen, i, aantal);
        }
        for (int eind = aantal - 1; eind > 0; eind--) {
            wissel(sleutels, verwijzingen, 0, eind);
            zak(sleutels, verwijzingen, 0, eind);
        }
    }

    private static void zak(long[] sleutels, long[] verwijzingen, int begin, int aantal) {
        int ouder = begin;
        for (int kind = 2 * ouder + 1; kind < aantal; kind = 2 * ouder + 1) {
            if (kind + 1 < aantal && voor(sleutels, verwijzingen, kind, kind + 1)) {
                kind++;
            }
            if (!voor(sleutels, verwijzingen, ouder, kind)) {
                return;
            }
            wissel(sleutels, verwijzingen, ouder, kind);
            ouder = kind;
        }
    }

    private static boolean voor(long[] sleutels, long[] verwijzingen, int a, int b) {
        return sleutels[a] < sleutels[b] || (sleutels[a] == sleutels[b] && verwijzingen[a] < verwijzingen[b]);
    }

    private static void wissel(long[] sleutels, long[] verwijzingen, int a, int b) {
        long sleutel = sleutels[a];
        sleutels[a] = sleutels[b];
        sleutels[b] = sleutel;
        long verwijzing = verwijzingen[a];
        verwijzingen[a] = verwijzingen[b];
        verwijzingen[b] = verwijzing;
    }
}
