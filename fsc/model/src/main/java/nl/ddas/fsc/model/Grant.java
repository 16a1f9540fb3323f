// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;

/// What a contract allows (FSC Core, "Grants"): one record for each kind.
public sealed interface Grant {

    /// Free members; absent and empty are two things and hash differently.
    Optional<Properties> properties();

    /// The Service is offered through a Directory.
    record ServicePublication(PeerId directory, ServiceOffer service, Optional<Properties> properties)
            implements Grant {}

    /// The Service is offered through a Directory on behalf of `delegator`.
    record DelegatedServicePublication(
            PeerId directory, ServiceOffer service, PeerId delegator, Optional<Properties> properties)
            implements Grant {}

    /// The Outway may connect to the Service.
    record ServiceConnection(Outway outway, ServiceRef service, Optional<Properties> properties) implements Grant {}

    /// The Outway may connect to the Service on behalf of `delegator`.
    record DelegatedServiceConnection(
            Outway outway, ServiceRef service, PeerId delegator, Optional<Properties> properties) implements Grant {}

    /// Reads `grant.data` on its own, in either shape of [ContentProfile]; nothing when it cannot be read.
    static Optional<Grant> read(JsonObject data) {
        return ContentReader.grant(data);
    }

    default GrantType type() {
        return switch (this) {
            case ServicePublication p -> GrantType.SERVICE_PUBLICATION;
            case DelegatedServicePublication p -> GrantType.DELEGATED_SERVICE_PUBLICATION;
            case ServiceConnection c -> GrantType.SERVICE_CONNECTION;
            case DelegatedServiceConnection c -> GrantType.DELEGATED_SERVICE_CONNECTION;
        };
    }

    /// Every Peer with a role in this Grant: each must accept, each may see the contract and its log records. One Peer
    /// may have several roles.
    default Set<PeerId> peers() {
        return switch (this) {
            case ServicePublication p -> set(Stream.of(p.directory, p.service.peer()));
            case DelegatedServicePublication p -> set(Stream.of(p.directory, p.service.peer(), p.delegator));
            case ServiceConnection c ->
                set(Stream.concat(Stream.of(c.outway.peer(), c.service.peer()), c.service.publisher().stream()));
            case DelegatedServiceConnection c ->
                set(Stream.concat(
                        Stream.of(c.outway.peer(), c.service.peer(), c.delegator), c.service.publisher().stream()));
        };
    }

    /// The Peer that offers the Service.
    default PeerId provider() {
        return switch (this) {
            case ServicePublication p -> p.service.peer();
            case DelegatedServicePublication p -> p.service.peer();
            case ServiceConnection c -> c.service.peer();
            case DelegatedServiceConnection c -> c.service.peer();
        };
    }

    /// Name of the Service.
    default String serviceName() {
        return switch (this) {
            case ServicePublication p -> p.service.name();
            case DelegatedServicePublication p -> p.service.name();
            case ServiceConnection c -> c.service.name();
            case DelegatedServiceConnection c -> c.service.name();
        };
    }

    /// What the two connection Grants have in common; nothing for a publication.
    default Optional<Connection> connection() {
        return switch (this) {
            case ServicePublication p -> Optional.empty();
            case DelegatedServicePublication p -> Optional.empty();
            case ServiceConnection c -> Optional.of(new Connection(c.outway, c.service, Optional.empty()));
            case DelegatedServiceConnection c ->
                Optional.of(new Connection(c.outway, c.service, Optional.of(c.delegator)));
        };
    }

    /// The same connection for another Outway; a publication has none and stays as it is.
    default Grant with(Outway other) {
        return switch (this) {
            case ServicePublication p -> p;
            case DelegatedServicePublication p -> p;
            case ServiceConnection c -> new ServiceConnection(other, c.service, c.properties);
            case DelegatedServiceConnection c ->
                new DelegatedServiceConnection(other, c.service, c.delegator, c.properties);
        };
    }

    /// What the two publication Grants have in common; nothing for a connection.
    default Optional<Publication> publication() {
        return switch (this) {
            case ServicePublication p -> Optional.of(new Publication(p.directory, p.service, Optional.empty()));
            case DelegatedServicePublication p ->
                Optional.of(new Publication(p.directory, p.service, Optional.of(p.delegator)));
            case ServiceConnection c -> Optional.empty();
            case DelegatedServiceConnection c -> Optional.empty();
        };
    }

    /// A connection, delegated or not.
    ///
    /// @param delegator on whose behalf the Outway connects
    record Connection(Outway outway, ServiceRef service, Optional<PeerId> delegator) {}

    /// A publication, delegated or not.
    ///
    /// @param delegator on whose behalf the Service is offered
    record Publication(PeerId directory, ServiceOffer service, Optional<PeerId> delegator) {}

    private static Set<PeerId> set(Stream<PeerId> peers) {
        return peers.collect(Collectors.toUnmodifiableSet());
    }
}
