// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// In memory: for tests and demonstrations.
public final class GeheugenQuarantaine implements Quarantaine {

    private final Map<Sleutel, Apart> alle = new LinkedHashMap<>();

    private record Sleutel(Houder houder, String digest) {}

    @Override
    public synchronized void add(List<Apart> regels) {
        regels.forEach(one -> alle.putIfAbsent(new Sleutel(one.houder(), one.digest()), one));
    }

    @Override
    public synchronized List<Apart> waiting(Houder houder, int aantal) {
        return alle.values().stream()
                .filter(one -> one.houder().equals(houder))
                .limit(aantal)
                .toList();
    }

    @Override
    public synchronized long count() {
        return alle.size();
    }
}
