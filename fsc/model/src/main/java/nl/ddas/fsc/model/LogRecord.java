// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// A line in the TransactionLog (FSC Logging 1.1.0, "Log record").
///
/// @param outwayPeer `source.outway_peer_id`
/// @param sourceDelegator `source.delegator_peer_id`; there when the source is delegated
/// @param servicePeer `destination.service_peer_id`
/// @param destinationDelegator `destination.delegator_peer_id`; there when the destination is delegated
/// @param createdAt whole seconds
/// @param additional `additional_data`
/// @param trace of the request, when it had one
public record LogRecord(
        TransactionId transaction,
        Direction direction,
        GrantHash grant,
        PeerId outwayPeer,
        Optional<PeerId> sourceDelegator,
        PeerId servicePeer,
        Optional<PeerId> destinationDelegator,
        String service,
        Instant createdAt,
        Optional<JsonObject> additional,
        Optional<TraceParent> trace) {

    /// Whether the request came in (Inway) or went out (Outway).
    public enum Direction {
        INCOMING,
        OUTGOING;

        /// Name in messages.
        public String wire() {
            return "DIRECTION_" + name();
        }

        /// The direction with this name in messages.
        public static Optional<Direction> find(String wire) {
            return Arrays.stream(values()).filter(d -> d.wire().equals(wire)).findFirst();
        }
    }

    /// The record of a request under an access token.
    public static LogRecord of(TransactionId transaction, Direction direction, AccessToken token, Instant now) {
        return new LogRecord(
                transaction,
                direction,
                token.grant(),
                token.connectingPeer(),
                token.delegator(),
                token.provider(),
                token.publisher(),
                token.service(),
                Instant.ofEpochSecond(now.getEpochSecond()),
                Optional.empty(),
                Optional.empty());
    }

    /// The same with what extensions want to keep, such as a reference to a contract outside FSC.
    public LogRecord with(JsonObject more) {
        return new LogRecord(
                transaction,
                direction,
                grant,
                outwayPeer,
                sourceDelegator,
                servicePeer,
                destinationDelegator,
                service,
                createdAt,
                Optional.of(more),
                trace);
    }

    /// The same as a part of this trace.
    public LogRecord with(TraceParent parent) {
        return new LogRecord(
                transaction,
                direction,
                grant,
                outwayPeer,
                sourceDelegator,
                servicePeer,
                destinationDelegator,
                service,
                createdAt,
                additional,
                Optional.of(parent));
    }

    /// Whether a Peer may see this record: it has one of the four roles.
    public boolean concerns(PeerId peer) {
        return outwayPeer.equals(peer)
                || servicePeer.equals(peer)
                || sourceDelegator.filter(peer::equals).isPresent()
                || destinationDelegator.filter(peer::equals).isPresent();
    }

    /// As in `GET /logs`.
    public JsonObject toJson() {
        return LogRecordJson.write(this);
    }

    /// The bytes of [#toJson].
    public byte[] toBytes() {
        return LogRecordJson.bytes(this);
    }

    /// Reads a record of another Peer; nothing when a member is missing or of the wrong form.
    public static Optional<LogRecord> read(JsonObject json) {
        return LogRecordJson.read(json);
    }
}
