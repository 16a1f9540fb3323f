// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Gathers what is wrong; of each kind the first thousand, and how many there were. Not safe for many threads.
final class Bevindingen {

    private static final int MEESTE = 1000;

    private final List<Boombevinding> alle = new ArrayList<>();
    private final Map<Boombevinding.Soort, Long> aantallen = new EnumMap<>(Boombevinding.Soort.class);

    void add(Boombevinding.Soort soort, long nummer, String melding) {
        if (aantallen.merge(soort, 1L, Long::sum) <= MEESTE) {
            alle.add(new Boombevinding(soort, nummer, melding));
        }
    }

    void add(Boombevinding.Soort soort, String melding) {
        add(soort, Boombevinding.GEEN, melding);
    }

    List<Boombevinding> alle() {
        return List.copyOf(alle);
    }

    Map<Boombevinding.Soort, Long> aantallen() {
        return Map.copyOf(aantallen);
    }
}
