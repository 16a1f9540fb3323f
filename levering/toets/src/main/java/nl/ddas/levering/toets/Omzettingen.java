// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ddas.levering.model.Omzetting;

/// Counts what was converted in one message from an older version, for the list of A-04.
final class Omzettingen {

    private final Map<Omzetting.Soort, Long> perSoort = new EnumMap<>(Omzetting.Soort.class);

    void tel(Omzetting omzetting) {
        perSoort.merge(omzetting.soort(), 1L, Long::sum);
    }

    boolean isLeeg() {
        return perSoort.isEmpty();
    }

    /// What was done and how often: `inkomen weggelaten (12 keer); ...`.
    String lijst() {
        return perSoort.entrySet().stream()
                .map(paar -> paar.getKey().uitleg() + " (" + paar.getValue() + " keer)")
                .collect(Collectors.joining("; "));
    }

    /// Starts anew, for the next message.
    void wis() {
        perSoort.clear();
    }
}
