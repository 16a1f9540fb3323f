// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a witness remembers, in memory; can be told to die before it answers.
final class Geheugenstand implements Getuigenstand {

    final List<String> refused = new ArrayList<>();
    boolean diesAfterKeeping;
    private final Map<String, Kop> last = new HashMap<>();

    @Override
    public synchronized Optional<Kop> last(String origin) {
        return Optional.ofNullable(last.get(origin));
    }

    @Override
    public synchronized boolean advance(String origin, Kop from, Kop to, SignedNote signed) {
        if (!last.getOrDefault(origin, Kop.GEEN).equals(from)) {
            return false;
        }
        last.put(origin, to);
        if (diesAfterKeeping) {
            throw new IllegalStateException("killed");
        }
        return true;
    }

    @Override
    public synchronized void keepRefused(String origin, byte[] aanbod) {
        refused.add(origin);
    }
}
