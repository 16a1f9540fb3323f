// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts what cost the scores of the indicator points, so that a reader sees why a class is as large as it is.
final class Verliestelling {

    private final Map<String, Long> trajecten = new HashMap<>();

    /// Counts the largest losses of one score.
    void tel(Indicatorscore score) {
        score.verliezen().forEach(verlies -> trajecten.merge(verlies.reden(), 1L, Long::sum));
    }

    /// How many trajecten lost points for a reason, the most common first.
    List<Map.Entry<String, Long>> posten() {
        return trajecten.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(post -> Map.entry(post.getKey(), post.getValue()))
                .toList();
    }
}
