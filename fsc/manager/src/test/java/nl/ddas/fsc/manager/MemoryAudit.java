// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An audit trail in memory, for tests.
public class MemoryAudit implements AuditTrail {

    private final List<Entry> entries = new ArrayList<>();
    private long last;

    @Override
    public synchronized long begin(Instant at, Act act) {
        entries.add(new Entry(++last, at, act, BEGUN));
        return last;
    }

    @Override
    public synchronized void end(long number, String outcome) {
        entries.replaceAll(e -> e.number() == number ? new Entry(number, e.at(), e.act(), outcome) : e);
    }

    @Override
    public synchronized List<Entry> list(Wanted wanted) {
        return entries.stream()
                .filter(e -> wanted.before().map(before -> e.number() < before).orElse(true))
                .sorted(Comparator.comparing(Entry::number).reversed())
                .limit(wanted.limit())
                .toList();
    }

    @Override
    public synchronized int removeBefore(Instant moment) {
        int before = entries.size();
        entries.removeIf(e -> e.at().isBefore(moment));
        return before - entries.size();
    }
}
