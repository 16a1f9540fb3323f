// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

/// Disjoint sets of the numbers 0..n-1 (union-find with path halving).
final class Samenhang {
    private final int[] ouder;

    Samenhang(int aantal) {
        ouder = new int[aantal];
        for (int i = 0; i < aantal; i++) {
            ouder[i] = i;
        }
    }

    int vind(int lid) {
        int hier = lid;
        while (ouder[hier] != hier) {
            ouder[hier] = ouder[ouder[hier]];
            hier = ouder[hier];
        }
        return hier;
    }

    /// Joins two sets; the smallest number leads, so the outcome does not depend on the order of joining.
    int voegSamen(int a, int b) {
        int links = vind(a);
        int rechts = vind(b);
        int leider = Math.min(links, rechts);
        ouder[Math.max(links, rechts)] = leider;
        return leider;
    }
}
