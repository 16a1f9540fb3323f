// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.TransactionId;

/// Lines for a transaction log.
final class Transactieproef {

    private static final Instant BEGIN = Instant.parse("2027-01-01T12:00:00Z");

    private Transactieproef() {}

    /// Lines a second after each other; the transaction ends on the number of the line, from 1.
    ///
    /// @param aantal 1 to 9
    static List<LogRecord> regels(int aantal, String aanbieder, String dienst) {
        return IntStream.rangeClosed(1, aantal)
                .mapToObj(i -> new LogRecord(
                        new TransactionId("0199a1b2-0000-7000-8000-00000000000" + i),
                        LogRecord.Direction.INCOMING,
                        new GrantHash("$1$3$" + "A".repeat(86)),
                        new PeerId("00000099000000000088"),
                        Optional.empty(),
                        new PeerId(aanbieder),
                        Optional.empty(),
                        dienst,
                        BEGIN.plusSeconds(i),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }
}
