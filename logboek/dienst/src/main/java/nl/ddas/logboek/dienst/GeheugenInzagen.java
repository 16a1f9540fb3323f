// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// In memory, for tests and demonstrations.
public final class GeheugenInzagen implements Inzagen {

    private final List<Inzage> alle = new CopyOnWriteArrayList<>();

    @Override
    public void add(Inzage inzage) {
        alle.add(inzage);
    }

    @Override
    public List<Inzage> read(Houder houder, Instant vanaf, Instant tot) {
        return alle.stream()
                .filter(one -> one.houder().equals(houder)
                        && !one.op().isBefore(vanaf)
                        && one.op().isBefore(tot))
                .toList();
    }
}
