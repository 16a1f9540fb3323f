// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import nl.ddas.fsc.model.LogRecord;

/// The records of late, by transaction id and direction; a second one under the same key is a replay. Bounded: two
/// generations, of which the older is forgotten when the younger is full. Of a key its [Mark] is kept. Not safe for
/// many threads.
final class RecentKeys {

    private final int generation;
    private Marks young = new Marks();
    private Marks old = new Marks();

    /// @param generation how many at least are remembered, and at most twice as many
    RecentKeys(int generation) {
        this.generation = generation;
    }

    /// @return false when it was there already
    boolean add(LogRecord record) {
        return add(Mark.of(record));
    }

    /// @param mark not two zeros
    /// @return false when it was there already
    boolean add(Mark mark) {
        if (old.contains(mark.high(), mark.low()) || !young.add(mark.high(), mark.low())) {
            return false;
        }
        if (young.size() >= generation) {
            old = young;
            young = new Marks();
        }
        return true;
    }

    void remove(LogRecord record) {
        Mark mark = Mark.of(record);
        young.remove(mark.high(), mark.low());
        old.remove(mark.high(), mark.low());
    }
}
