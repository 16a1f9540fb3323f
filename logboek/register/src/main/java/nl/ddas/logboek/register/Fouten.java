// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Collects all that is wrong in one document, so that its writer hears everything at once.
final class Fouten {

    private static final int MEEST = 100;

    private final Map<String, Integer> regels;
    private final List<Fout> fouten = new ArrayList<>();

    /// @param regels the line of a spot, by its JSON pointer; a spot that is not in here has the line of what it is in
    Fouten(Map<String, Integer> regels) {
        this.regels = Map.copyOf(regels);
    }

    void add(String code, String pointer, String melding) {
        if (fouten.size() < MEEST) {
            fouten.add(new Fout(code, pointer, line(pointer), melding));
        }
    }

    private int line(String pointer) {
        String at = pointer;
        while (!regels.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return regels.getOrDefault(at, 0);
    }

    boolean isEmpty() {
        return fouten.isEmpty();
    }

    List<Fout> all() {
        return List.copyOf(fouten);
    }
}
