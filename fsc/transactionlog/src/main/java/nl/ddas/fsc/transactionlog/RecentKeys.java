// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.util.HashSet;
import java.util.Set;
import nl.ddas.fsc.model.LogRecord;

/// The records of late, by transaction id and direction; a second one under the same key is a replay. Bounded: two
/// generations, of which the older is forgotten when the younger is full. Not safe for many threads.
final class RecentKeys {

    private final int generation;
    private Set<String> young = new HashSet<>();
    private Set<String> old = Set.of();

    /// @param generation how many at least are remembered, and at most twice as many
    RecentKeys(int generation) {
        this.generation = generation;
    }

    /// @return false when it was there already
    boolean add(LogRecord record) {
        String key = key(record);
        if (old.contains(key) || !young.add(key)) {
            return false;
        }
        if (young.size() >= generation) {
            old = young;
            young = new HashSet<>();
        }
        return true;
    }

    void remove(LogRecord record) {
        String key = key(record);
        young.remove(key);
        if (!old.isEmpty()) {
            old.remove(key);
        }
    }

    private static String key(LogRecord record) {
        return record.direction().name() + record.transaction().value();
    }
}
