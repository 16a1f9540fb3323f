// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.nio.ByteBuffer;
import nl.ddas.basis.Sha256;
import nl.ddas.fsc.model.LogRecord;

/// By which a record is known again: the first 128 bits of the SHA-256 of its direction and transaction id. Nobody
/// finds one of two zeros.
record Mark(long high, long low) {

    static final int BYTES = 2 * Long.BYTES;

    static Mark of(LogRecord record) {
        ByteBuffer digest = ByteBuffer.wrap(
                Sha256.of(record.direction().name() + record.transaction().value()));
        return new Mark(digest.getLong(), digest.getLong());
    }

    /// As it stands in a file: [#BYTES] bytes, the highest first.
    byte[] toBytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }
}
