// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static nl.ddas.fsc.model.Fixture.A;
import static nl.ddas.fsc.model.Fixture.B;
import static nl.ddas.fsc.model.Fixture.C;
import static nl.ddas.fsc.model.Fixture.D;
import static nl.ddas.fsc.model.Fixture.GROUP;
import static nl.ddas.fsc.model.Fixture.NOW;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;

/// Log records, cursors, and what stands in headers and queries. Nothing of it is signed: what is read must be what is
/// written again.
final class SmallReaders {

    private static final int KEY_PARTS = 3;

    private SmallReaders() {}

    static List<Readers.One> all() {
        List<Readers.One> all = new ArrayList<>();
        for (Optional<PeerId> delegator : List.of(Optional.<PeerId>empty(), Optional.of(C))) {
            for (Optional<PeerId> publisher : List.of(Optional.<PeerId>empty(), Optional.of(D))) {
                byte[] good = record(delegator, publisher).toBytes();
                all.add(new Readers.One("log record", good, SmallReaders::record));
            }
        }
        all.add(text("cursor", Cursor.of("1732266000", "$1$1$AbC_-", "\u00e9").text(), SmallReaders::cursor));
        all.add(text("paging", "limit=25&sort_order=SORT_ORDER_ASCENDING&cursor=WyJhIl0", SmallReaders::paging));
        all.add(text("hash", Fixture.connection().grantHashes().getFirst().value(), SmallReaders::hash));
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        all.add(text(
                "trace",
                trace,
                header -> Readers.expect(TraceParent.read(header)
                        .map(read -> header.contains(read.traceId()) && header.contains(read.spanId()))
                        .orElse(true))));
        all.add(text(
                "transaction",
                "0199a1b2-0000-7000-8000-000000000001",
                header -> Readers.expect(TransactionId.read(header, GROUP.transactionId())
                        .map(read -> read.value().equals(header))
                        .orElse(true))));
        all.add(text(
                "address",
                "https://manager.b.test:8443",
                header -> Readers.expect(ManagerAddress.read(header, GROUP.ports())
                        .map(read -> ManagerAddress.read(read.toString(), GROUP.ports())
                                .equals(Optional.of(read)))
                        .orElse(true))));
        byte[] error = ErrorCode.MALFORMED_REQUEST.because("no").body().toBytes();
        all.add(new Readers.One("error", error, bytes -> {
            ReceivedError read = ReceivedError.read(422, Headers.NONE, bytes);
            Readers.expect(read.code().length() <= 100 && read.message().length() <= 500);
            Readers.expect((read.code() + read.message()).codePoints().noneMatch(Character::isISOControl));
        }));
        return all;
    }

    private static Readers.One text(String name, String good, Consumer<String> reading) {
        return new Readers.One(
                name,
                good.getBytes(StandardCharsets.UTF_8),
                bytes -> reading.accept(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static LogRecord record(Optional<PeerId> delegator, Optional<PeerId> publisher) {
        return new LogRecord(
                new TransactionId("0199a1b2-0000-7000-8000-000000000001"),
                LogRecord.Direction.OUTGOING,
                Fixture.connection().grantHashes().getFirst(),
                B,
                delegator,
                A,
                publisher,
                "parkeren",
                NOW,
                delegator.map(d -> Fixture.json("{'verwijzing':['a',1]}")),
                publisher.map(p -> new TraceParent("a".repeat(32), "b".repeat(16))));
    }

    private static void record(byte[] bytes) {
        if (StrictJson.read(bytes) instanceof StrictJson.Read(JsonObject json)) {
            LogRecord.read(json).ifPresent(record -> {
                Readers.expect(Arrays.equals(record.toBytes(), record.toJson().toBytes()));
                Readers.expect(JsonReading.of(record.toBytes()) instanceof JsonReading.Read(JsonObject again)
                        && LogRecord.read(again).equals(Optional.of(record)));
            });
        }
    }

    private static void cursor(String text) {
        for (int parts = 0; parts <= KEY_PARTS; parts++) {
            int expected = parts;
            Cursor.read(text, parts)
                    .ifPresent(read -> Readers.expect(read.key().size() == expected
                            && Cursor.read(read.text(), expected).equals(Optional.of(read))));
        }
    }

    private static void paging(String query) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], parts[parts.length - 1]);
        }
        Paging.Reading reading = Paging.read(name -> Optional.ofNullable(values.get(name)), 1);
        if (reading instanceof Paging.Reading.Read(Paging read)) {
            Readers.expect(read.limit() >= 1 && read.limit() <= Paging.MAX_LIMIT);
        }
    }

    private static void hash(String text) {
        switch (HashText.read(text)) {
            case GrantHash hash -> Readers.expect(hash.value().equals(text));
            case ContentHash hash -> Readers.expect(hash.value().equals(text));
            case HashText.Unreadable unreadable ->
                Readers.expect(!unreadable.message().isEmpty());
        }
    }
}
