// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Which records are the same traject of the same persons. A group is told as soon as its last place is known;
/// in memory are only the groups that wait for it.
final class Waarheid {

    /// A place in a file.
    record Plek(String bestand, String plaats) {}

    /// Records that belong together.
    ///
    /// @param soort `UITBESTEED` (one traject, combined into one) or `TWEE_GEMEENTEN` (same person, two
    /// gemeenten: not combined, but signalled)
    /// @param traject number of the traject in the invented world
    /// @param personen numbers of the persons there; the same in another period when they come back
    record Groep(String soort, String traject, List<String> personen, List<Plek> plaatsen) {}

    private final Map<Long, Plek> open = new HashMap<>();
    private final Consumer<Groep> melding;

    Waarheid(Consumer<Groep> melding) {
        this.melding = melding;
    }

    void gezien(long traject, long eerstePersoon, int personen, boolean twee, Plek plek) {
        Plek eerder = open.remove(traject);
        if (eerder == null) {
            open.put(traject, plek);
            return;
        }
        List<String> wie = new ArrayList<>();
        for (int i = 0; i < personen; i++) {
            wie.add("P" + (eerstePersoon + i));
        }
        melding.accept(new Groep(twee ? "TWEE_GEMEENTEN" : "UITBESTEED", "T" + traject, wie, List.of(eerder, plek)));
    }
}
