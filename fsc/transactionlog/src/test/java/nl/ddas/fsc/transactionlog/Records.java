// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.TraceParent;
import nl.ddas.fsc.model.TransactionId;

/// Records for tests.
final class Records {

    static final PeerId A = new PeerId("00000099000000000001");
    static final PeerId B = new PeerId("00000099000000000002");
    static final PeerId C = new PeerId("00000099000000000003");
    static final PeerId D = new PeerId("00000099000000000004");
    static final PeerId X = new PeerId("00000099000000000009");
    static final GrantHash GRANT = new GrantHash("$1$3$" + "a".repeat(85) + "A");
    static final GrantHash OTHER = new GrantHash("$1$3$" + "b".repeat(85) + "A");
    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private Records() {}

    static LogRecord number(int n) {
        return record(n, GRANT, "parkeren", NOW.plusSeconds(n));
    }

    static LogRecord record(int n, GrantHash grant, String service, Instant created) {
        return new LogRecord(
                new TransactionId("0199a1b2-0000-7000-8000-%012d".formatted(n)),
                LogRecord.Direction.INCOMING,
                grant,
                B,
                Optional.empty(),
                A,
                Optional.empty(),
                service,
                created,
                Optional.empty(),
                Optional.empty());
    }

    /// A record with everything in it, delegated on both sides.
    static LogRecord full() {
        LogRecord r = number(77);
        return new LogRecord(
                r.transaction(),
                LogRecord.Direction.OUTGOING,
                OTHER,
                B,
                Optional.of(C),
                A,
                Optional.of(D),
                "parkeren-2",
                r.createdAt(),
                Optional.of(JsonObject.EMPTY.with("doel", "regel\n\t\u00e9 \\N '")),
                Optional.of(new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331")));
    }

    /// An object with another in it, and so on.
    static JsonObject deep(int levels) {
        JsonObject deep = JsonObject.EMPTY;
        for (int level = 1; level < levels; level++) {
            deep = JsonObject.EMPTY.with("in", deep);
        }
        return deep;
    }

    /// Three records as they stand in a file, of which one byte of the second fell over.
    static byte[] damaged() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int n = 1; n <= 3; n++) {
            byte[] frame = Frames.frame(number(n));
            frame[20] ^= (byte) (n == 2 ? 1 : 0);
            bytes.writeBytes(frame);
        }
        return bytes.toByteArray();
    }
}
