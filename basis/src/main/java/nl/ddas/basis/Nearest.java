// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds what somebody probably meant to type.
public final class Nearest {

    private Nearest() {}

    /// The candidate with the fewest edits, when these are at most a third of the word (two for short words).
    public static Optional<String> to(String typed, Collection<String> candidates) {
        int most = Math.max(2, typed.length() / 3);
        return candidates.stream()
                .filter(candidate -> edits(typed, candidate) <= most)
                .min(Comparator.comparingInt(candidate -> edits(typed, candidate)));
    }

    /// Letters to put in, take out or replace to get from one to the other (Levenshtein).
    public static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replace = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
