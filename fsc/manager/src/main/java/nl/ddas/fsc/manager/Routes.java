// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceRef;

/// Under which Grants our Outways may connect now, and where they get tokens. Safe for many threads.
final class Routes {

    private static final int AT_ONCE = 100;

    private final Self self;
    private final Contracts contracts;
    private final Standing standing;
    private final Registrations registrations;
    private final Addresses addresses;
    private final Directories directories;

    Routes(
            Self self,
            Contracts contracts,
            Standing standing,
            Registrations registrations,
            Addresses addresses,
            Directories directories) {
        this.self = self;
        this.contracts = contracts;
        this.standing = standing;
        this.registrations = registrations;
        this.addresses = addresses;
        this.directories = directories;
    }

    /// The connection under one Grant, for one Outway.
    Optional<JsonObject> route(GrantHash hash, RegisteredOutway outway) {
        return contracts.withGrant(hash).flatMap(contract -> route(contract, hash, outway));
    }

    /// All usable connections to a Service.
    List<JsonObject> toService(String name, RegisteredOutway outway) {
        return routes(contracts.connections(self.id(), name, self.now()), outway).stream()
                .filter(route -> route.object("service")
                        .flatMap(service -> service.text("name"))
                        .equals(Optional.of(name)))
                .toList();
    }

    /// All usable connections.
    List<JsonObject> all(RegisteredOutway outway) {
        List<JsonObject> found = new ArrayList<>();
        // Comparing tells health of those that cannot be read.
        Set<ContentHash> _ = contracts.eachOpen(
                OpenQuery.calledBy(self.id(), self.now(), AT_ONCE), some -> found.addAll(routes(some, outway)));
        return found;
    }

    private List<JsonObject> routes(List<Contract> among, RegisteredOutway outway) {
        List<JsonObject> found = new ArrayList<>();
        for (Contract contract : among) {
            for (GrantHash hash : contract.content().grantHashes()) {
                route(contract, hash, outway).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<JsonObject> route(Contract contract, GrantHash hash, RegisteredOutway outway) {
        Instant now = self.now();
        Optional<Grant.Connection> ours = contract.content()
                .grant(hash)
                .flatMap(Grant::connection)
                .filter(connection -> connection.outway().peer().equals(self.id())
                        && outway.is(connection.outway().identification()));
        if (ours.isEmpty() || !contract.usable(now, standing.at(now))) {
            return Optional.empty();
        }
        return address(ours.get().service().peer()).map(manager -> json(contract, hash, ours.get(), manager));
    }

    private Optional<ManagerAddress> address(PeerId provider) {
        return provider.equals(self.id()) ? Optional.of(self.address()) : addresses.of(provider, false);
    }

    private JsonObject json(Contract contract, GrantHash hash, Grant.Connection connection, ManagerAddress manager) {
        ServiceRef service = connection.service();
        JsonObject route = JsonObject.EMPTY
                .with("grantHash", hash.value())
                .with("grant", data(contract, hash))
                .with("managerAddress", manager.toString())
                .with("protocol", protocol(service).wire())
                .with(
                        "service",
                        JsonObject.EMPTY.with("peerId", service.peer().value()).with("name", service.name()))
                .with("notAfter", contract.content().validity().notAfter().getEpochSecond());
        return connection
                .delegator()
                .map(delegator -> route.with("delegatorPeerId", delegator.value()))
                .orElse(route);
    }

    private Protocol protocol(ServiceRef service) {
        return service.peer().equals(self.id())
                ? registrations
                        .service(service.name())
                        .map(OwnService::protocol)
                        .orElse(Protocol.HTTP_1_1)
                : directories.protocol(service.peer(), service.name());
    }

    /// `grant.data` as it stands in the contract.
    static JsonObject data(Contract contract, GrantHash hash) {
        int at = contract.content().grantHashes().indexOf(hash);
        List<JsonValue> grants = contract.content().tree().array("grants").orElse(List.of());
        return grants.get(at) instanceof JsonObject grant
                ? grant.object("data").orElse(JsonObject.EMPTY)
                : JsonObject.EMPTY;
    }
}
