// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.Arrays;

/// A growing row of whole numbers, eight bytes each.
final class Getallenreeks {
    private long[] getallen = new long[8];
    private int aantal;

    void voegToe(long getal) {
        if (aantal == getallen.length) {
            getallen = Arrays.copyOf(getallen, aantal + (aantal >> 1) + 8);
        }
        getallen[aantal++] = getal;
    }

    void voegToe(Getallenreeks andere) {
        int nodig = aantal + andere.aantal;
        if (nodig > getallen.length) {
            getallen = Arrays.copyOf(getallen, nodig);
        }
        System.arraycopy(andere.getallen, 0, getallen, aantal, andere.aantal);
        aantal = nodig;
    }

    /// A sorted copy.
    long[] gesorteerd() {
        long[] kopie = Arrays.copyOf(getallen, aantal);
        Arrays.sort(kopie);
        return kopie;
    }

    /// How many different numbers there are.
    long verschillende() {
        long[] rij = gesorteerd();
        long uit = rij.length == 0 ? 0 : 1;
        for (int i = 1; i < rij.length; i++) {
            uit += rij[i] == rij[i - 1] ? 0 : 1;
        }
        return uit;
    }
}
