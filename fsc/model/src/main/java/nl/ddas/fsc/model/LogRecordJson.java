// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.time.Instant;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// Log records as they stand in `GET /logs`; all their wire names.
final class LogRecordJson {

    private LogRecordJson() {}

    static JsonObject write(LogRecord r) {
        JsonObject record = JsonObject.EMPTY
                .with("transaction_id", r.transaction().value())
                .with("direction", r.direction().wire())
                .with("grant_hash", r.grant().value())
                .with("source", party("SOURCE_TYPE_", "SOURCE", "outway_peer_id", r.outwayPeer(), r.sourceDelegator()))
                .with(
                        "destination",
                        party(
                                "DESTINATION_TYPE_",
                                "DESTINATION",
                                "service_peer_id",
                                r.servicePeer(),
                                r.destinationDelegator()))
                .with("service_name", r.service())
                .with("created_at", r.createdAt().getEpochSecond());
        JsonObject more =
                r.additional().map(a -> record.with("additional_data", a)).orElse(record);
        return r.trace()
                .map(t -> more.with("trace_id", t.traceId()).with("span_id", t.spanId()))
                .orElse(more);
    }

    private static JsonObject party(
            String prefix, String role, String member, PeerId peer, Optional<PeerId> delegator) {
        JsonObject party = JsonObject.EMPTY
                .with("type", prefix + (delegator.isPresent() ? "DELEGATED_" : "") + role)
                .with(member, peer.value());
        return delegator.map(d -> party.with("delegator_peer_id", d.value())).orElse(party);
    }

    static Optional<LogRecord> read(JsonObject json) {
        try {
            return Optional.of(record(new Members(json, "")));
        } catch (Malformed malformed) {
            return Optional.empty();
        }
    }

    private static LogRecord record(Members json) {
        Members source = json.object("source");
        Members destination = json.object("destination");
        return new LogRecord(
                transaction(json),
                LogRecord.Direction.find(json.text("direction"))
                        .orElseGet(() -> json.fail("direction", "expected a direction")),
                HashText.read(json.text("grant_hash")) instanceof GrantHash hash
                        ? hash
                        : json.fail("grant_hash", "expected a grant hash"),
                source.peer("outway_peer_id"),
                delegator(source, "SOURCE_TYPE_SOURCE", "SOURCE_TYPE_DELEGATED_SOURCE"),
                destination.peer("service_peer_id"),
                delegator(destination, "DESTINATION_TYPE_DESTINATION", "DESTINATION_TYPE_DELEGATED_DESTINATION"),
                json.name("service_name"),
                Instant.ofEpochSecond(json.seconds("created_at")),
                json.optionalObject("additional_data"),
                trace(json));
    }

    private static TransactionId transaction(Members json) {
        try {
            return new TransactionId(json.text("transaction_id"));
        } catch (IllegalArgumentException wrong) {
            return json.fail("transaction_id", "expected 1 to 255 printable characters");
        }
    }

    private static Optional<PeerId> delegator(Members party, String plain, String delegated) {
        String type = party.text("type");
        if (type.equals(delegated)) {
            return Optional.of(party.peer("delegator_peer_id"));
        }
        return type.equals(plain) ? Optional.empty() : party.fail("type", "expected " + plain + " or " + delegated);
    }

    private static Optional<TraceParent> trace(Members json) {
        return json.has("trace_id") && json.has("span_id")
                ? TraceParent.of(json.text("trace_id"), json.text("span_id"))
                : Optional.empty();
    }
}
