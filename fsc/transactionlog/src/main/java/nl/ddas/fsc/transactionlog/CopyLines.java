// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.TraceParent;

/// Records in the text format of PostgreSQL's COPY, columns in the order of the table.
final class CopyLines {

    private static final String ABSENT = "\\N";

    private CopyLines() {}

    static byte[] of(List<LogRecord> records) {
        return records.stream()
                .map(CopyLines::line)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(LogRecord r) {
        return Stream.of(
                        Optional.of(r.transaction().value()),
                        Optional.of(r.direction().wire()),
                        Optional.of(r.grant().value()),
                        Optional.of(r.outwayPeer().value()),
                        r.sourceDelegator().map(PeerId::value),
                        Optional.of(r.servicePeer().value()),
                        r.destinationDelegator().map(PeerId::value),
                        Optional.of(r.service()),
                        Optional.of(Long.toString(r.createdAt().getEpochSecond())),
                        r.additional().map(json -> new String(json.toBytes(), StandardCharsets.UTF_8)),
                        r.trace().map(TraceParent::traceId),
                        r.trace().map(TraceParent::spanId))
                .map(value -> value.map(CopyLines::escape).orElse(ABSENT))
                .collect(Collectors.joining("\t", "", "\n"));
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
