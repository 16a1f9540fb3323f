// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

/// Log records as they stand in `GET /logs`; all their wire names.
final class LogRecordJson {

    private LogRecordJson() {}

    static JsonObject write(LogRecord r) {
        Map<String, JsonValue> members = new LinkedHashMap<>(16);
        members.put("transaction_id", new JsonText(r.transaction().value()));
        members.put("direction", new JsonText(r.direction().wire()));
        members.put("grant_hash", new JsonText(r.grant().value()));
        members.put("source", source(r).toJson());
        members.put("destination", destination(r).toJson());
        members.put("service_name", new JsonText(r.service()));
        members.put("created_at", JsonNumber.of(r.createdAt().getEpochSecond()));
        r.additional().ifPresent(additional -> members.put("additional_data", additional));
        r.trace().ifPresent(trace -> {
            members.put("trace_id", new JsonText(trace.traceId()));
            members.put("span_id", new JsonText(trace.spanId()));
        });
        return new JsonObject(members);
    }

    /// One of the two ends of a request.
    ///
    /// @param member name of the member that holds its Peer
    private record Party(String role, String member, PeerId peer, Optional<PeerId> delegator) {

        private String type() {
            return role + "_TYPE_" + (delegator.isPresent() ? "DELEGATED_" : "") + role;
        }

        JsonObject toJson() {
            Map<String, JsonValue> party = new LinkedHashMap<>(4);
            party.put("type", new JsonText(type()));
            party.put(member, new JsonText(peer.value()));
            delegator.ifPresent(d -> party.put("delegator_peer_id", new JsonText(d.value())));
            return new JsonObject(party);
        }

        StringBuilder write(StringBuilder json) {
            json.append("{\"type\":\"").append(role).append("_TYPE_");
            json.append(delegator.isPresent() ? "DELEGATED_" : "").append(role);
            text(json.append("\",\"").append(member).append("\":"), peer.value());
            if (delegator.isPresent()) {
                text(json.append(",\"delegator_peer_id\":"), delegator.get().value());
            }
            return json.append('}');
        }
    }

    private static Party source(LogRecord r) {
        return new Party("SOURCE", "outway_peer_id", r.outwayPeer(), r.sourceDelegator());
    }

    private static Party destination(LogRecord r) {
        return new Party("DESTINATION", "service_peer_id", r.servicePeer(), r.destinationDelegator());
    }

    /// The bytes of [#write]. Made for every request that passes a gateway, so without a tree when there is nothing
    /// in it that needs one.
    static byte[] bytes(LogRecord r) {
        if (r.additional().isPresent()) {
            return write(r).toBytes();
        }
        StringBuilder json = new StringBuilder(768).append("{\"transaction_id\":");
        text(json, r.transaction().value()).append(",\"direction\":");
        text(json, r.direction().wire()).append(",\"grant_hash\":");
        text(json, r.grant().value()).append(",\"source\":");
        source(r).write(json).append(",\"destination\":");
        destination(r).write(json).append(",\"service_name\":");
        text(json, r.service()).append(",\"created_at\":").append(r.createdAt().getEpochSecond());
        if (r.trace().isPresent()) {
            text(json.append(",\"trace_id\":"), r.trace().get().traceId());
            text(json.append(",\"span_id\":"), r.trace().get().spanId());
        }
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static StringBuilder text(StringBuilder json, String value) {
        return isPlain(value)
                ? json.append('"').append(value).append('"')
                : json.append(new String(new JsonText(value).toBytes(), StandardCharsets.UTF_8));
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
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
