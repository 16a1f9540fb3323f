// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRecordTest {

    @ParameterizedTest
    @CsvSource({"parkeren, false, false", "a\"b\\c, true, false", "caf\u00e9, true, true", "'a b', false, true"})
    void theBytesAreThoseOfTheTree(String service, boolean full, boolean additional) {
        Optional<PeerId> delegator = full ? Optional.of(new PeerId("C\"")) : Optional.empty();
        LogRecord record = new LogRecord(
                new TransactionId("t\\1"),
                LogRecord.Direction.INCOMING,
                new GrantHash("$1$3$" + "a".repeat(85) + "A"),
                new PeerId("B"),
                delegator,
                new PeerId("A"),
                delegator,
                service,
                Instant.ofEpochSecond(1_700_000_000),
                additional ? Optional.of(JsonObject.EMPTY.with("a", "b")) : Optional.empty(),
                full ? Optional.of(new TraceParent("a".repeat(32), "b".repeat(16))) : Optional.empty());

        assertThat(record.toBytes())
                .asString()
                .isEqualTo(new String(record.toJson().toBytes(), StandardCharsets.UTF_8));
        assertThat(JsonReading.of(record.toBytes())).isEqualTo(new JsonReading.Read(record.toJson()));
    }
}
