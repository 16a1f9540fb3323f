// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import nl.ddas.fsc.model.LogRecord;

/// The records of late, by transaction id and direction; a second one under the same key is a replay. Bounded: two
/// generations, of which the older is forgotten when the younger is full. Of a key 128 bits of its SHA-256 are kept.
/// Not safe for many threads.
final class RecentKeys {

    private final int generation;
    private final MessageDigest sha256 = sha256();
    private Marks young = new Marks();
    private Marks old = new Marks();

    /// @param generation how many at least are remembered, and at most twice as many
    RecentKeys(int generation) {
        this.generation = generation;
    }

    /// For [#mark].
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /// What is kept of the key of a record: the first 16 bytes.
    static ByteBuffer mark(MessageDigest sha256, LogRecord record) {
        sha256.update(record.direction().name().getBytes(StandardCharsets.US_ASCII));
        return ByteBuffer.wrap(sha256.digest(record.transaction().value().getBytes(StandardCharsets.US_ASCII)));
    }

    /// @return false when it was there already
    boolean add(LogRecord record) {
        ByteBuffer mark = mark(sha256, record);
        return add(mark.getLong(), mark.getLong());
    }

    /// As [#add(LogRecord)], with the [#mark] of one; not two zeros.
    boolean add(long high, long low) {
        if (old.contains(high, low) || !young.add(high, low)) {
            return false;
        }
        if (young.size() >= generation) {
            old = young;
            young = new Marks();
        }
        return true;
    }

    void remove(LogRecord record) {
        ByteBuffer mark = mark(sha256, record);
        long high = mark.getLong();
        long low = mark.getLong();
        young.remove(high, low);
        old.remove(high, low);
    }
}
