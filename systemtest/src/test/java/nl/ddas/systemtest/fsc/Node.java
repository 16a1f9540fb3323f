// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.fsc.gateway.GatewayConfig;
import nl.ddas.fsc.gateway.GatewayParts;
import nl.ddas.fsc.gateway.InwayConfig;
import nl.ddas.fsc.gateway.InwayServer;
import nl.ddas.fsc.gateway.OutwayConfig;
import nl.ddas.fsc.gateway.OutwayServer;
import nl.ddas.fsc.manager.ManagerConfig;
import nl.ddas.fsc.manager.ManagerServer;
import nl.ddas.fsc.manager.Operations;
import nl.ddas.fsc.manager.Operators;
import nl.ddas.fsc.manager.OtherManagers;
import nl.ddas.fsc.manager.Store;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.Validity;

/// The real components of one Peer: a Manager with its database, and the Inways and Outways that register with it.
final class Node implements AutoCloseable {

    private final Network network;
    private final Peers peers;
    private final PeerId id;
    private final Path folder;
    private final Peers internal = new Peers();
    private final Database database;
    private final Store store;
    private final ManagerServer manager;

    /// @param services with a fixed Inway
    /// @param directories where it announces itself; it is one when there are none
    Node(Network network, Peers peers, PeerId id, Path folder, Map<String, URI> services, List<PeerId> directories) {
        this.network = network;
        this.peers = peers;
        this.id = id;
        this.folder = folder;
        this.database = Database.embedded(folder.resolve("database"), new SecureRandom());
        this.store = Store.postgres(database);
        this.manager = ManagerServer.start(config(services, directories), parts());
    }

    private ManagerConfig config(Map<String, URI> services, List<PeerId> directories) {
        return new ManagerConfig(
                Peers.GROUP,
                Peers.managerHost(id),
                Peers.PORT,
                Optional.of(Peers.manager(id)),
                directories.isEmpty(),
                directories.stream()
                        .map(directory -> new OtherManagers.Called(directory, Peers.manager(directory)))
                        .toList(),
                services,
                Duration.ofMinutes(5),
                true,
                new DatabaseChoice.Embedded(folder),
                new ManagerConfig.Inside(
                        Optional.of(0),
                        Optional.empty(),
                        Optional.empty(),
                        Operators.NONE,
                        ManagerConfig.Limits.DEFAULT,
                        Duration.ofDays(1)));
    }

    private ManagerServer.Parts parts() {
        return new ManagerServer.Parts(
                network,
                () -> peers.connections(id),
                () -> peers.signer(id),
                () -> peers.signer(id, "RSA"),
                () -> peers.authority().trust(),
                Optional.of(() -> internal.connections(id)),
                store,
                new Metrics(),
                Peers.CLOCK,
                new SecureRandom());
    }

    Database database() {
        return database;
    }

    Store store() {
        return store;
    }

    Operations operations() {
        return manager.operations();
    }

    ContractState state(ContractContent content) {
        return operations().find(content.hash()).map(operations()::state).orElse(ContractState.PROPOSED);
    }

    /// A contract that this Peer proposes.
    ContractContent propose(Grant grant) {
        Instant now = Peers.CLOCK.instant();
        ContractContent content =
                operations().draft(new Validity(now.minusSeconds(60), now.plusSeconds(86_400)), List.of(grant));
        done(operations().propose(content));
        return content;
    }

    void accept(ContractContent content) {
        done(operations().accept(content.hash()));
    }

    private static void done(Operations.Outcome outcome) {
        if (!(outcome instanceof Operations.Outcome.Done)) {
            throw new AssertionError("expected it to be done, got " + outcome);
        }
    }

    private GatewayConfig gateway(String name) {
        return new GatewayConfig(
                Peers.GROUP,
                name,
                URI.create("https://" + Peers.managerHost(id) + ":"
                        + manager.registrationPort().orElseThrow()),
                Duration.ZERO,
                0,
                folder.resolve(name),
                Optional.empty(),
                Duration.ofSeconds(1),
                Duration.ofMillis(200));
    }

    private GatewayParts gatewayParts() {
        return new GatewayParts(
                network,
                () -> peers.connections(id),
                () -> internal.connections(id),
                Optional.of(database),
                Peers.CLOCK,
                new SecureRandom());
    }

    /// An Inway for one Service, at an address of its own.
    InwayServer inway(String service, URI endpoint, URI address) throws IOException {
        return inway(List.of(service), endpoint, address);
    }

    /// An Inway with Services that are one behind it, at an address of its own.
    InwayServer inway(List<String> services, URI endpoint, URI address) throws IOException {
        Map<String, InwayConfig.Service> offered = new TreeMap<>();
        services.forEach(name ->
                offered.put(name, new InwayConfig.Service(name, endpoint, Protocol.HTTP_1_1, Optional.empty(), 64)));
        InwayConfig config = new InwayConfig(
                address.getHost(),
                address.getPort(),
                address,
                offered,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
        return InwayServer.start(config, gateway("inway"), gatewayParts());
    }

    OutwayServer outway() throws IOException {
        return OutwayServer.start(outwayConfig(), gateway("outway"), gatewayParts());
    }

    /// For clients on this machine.
    static OutwayConfig outwayConfig() {
        return new OutwayConfig(
                "127.0.0.1",
                0,
                false,
                Map.of(),
                true,
                true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
    }

    @Override
    public void close() {
        manager.close();
        database.close();
    }
}
