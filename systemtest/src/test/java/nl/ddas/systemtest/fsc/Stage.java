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
import java.util.concurrent.CopyOnWriteArrayList;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.fsc.manager.ManagerConfig;
import nl.ddas.fsc.manager.ManagerServer;
import nl.ddas.fsc.manager.Operations;
import nl.ddas.fsc.manager.PostgresContracts;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Validity;

/// What the suite plays on: the Manager of A, which is a Directory too, and the other Peers as testers.
final class Stage implements AutoCloseable {

    final Network network = Network.open();
    final Peers peers = new Peers();
    final Drafts drafts = new Drafts(peers);
    private final Database database;
    private final ManagerServer manager;
    private final List<LogRecord> log = new CopyOnWriteArrayList<>();
    private final Map<PeerId, Tester> testers = new TreeMap<>();

    Stage(Path folder) {
        database = Database.embedded(folder.resolve("database"), new SecureRandom());
        manager = manager(Map.of(Drafts.SERVICE, Peers.inway(Peers.A)));
        for (PeerId peer : List.of(Peers.B, Peers.C, Peers.D, Peers.X)) {
            testers.put(peer, new Tester(network, peers, peer));
        }
    }

    private ManagerServer manager(Map<String, URI> services) {
        return ManagerServer.start(
                new ManagerConfig(
                        Peers.GROUP,
                        Peers.managerHost(Peers.A),
                        Peers.PORT,
                        Optional.of(Peers.manager(Peers.A)),
                        true,
                        List.of(),
                        services,
                        Duration.ofMinutes(5),
                        true,
                        new ManagerConfig.Database.Folder(Path.of("unused"))),
                new ManagerServer.Parts(
                        network,
                        () -> peers.connections(Peers.A),
                        () -> peers.signer(Peers.A),
                        () -> peers.signer(Peers.A, "RSA"),
                        () -> peers.authority().trust(),
                        PostgresContracts.open(database),
                        query -> query.select(log),
                        Peers.CLOCK,
                        new SecureRandom()));
    }

    Tester peer(PeerId id) {
        return Optional.ofNullable(testers.get(id)).orElseThrow();
    }

    Operations operations() {
        return manager.operations();
    }

    /// A writes down a request.
    void log(LogRecord record) {
        log.add(record);
    }

    ContractState state(ContractContent content) {
        return operations().state(operations().find(content.hash()).orElseThrow());
    }

    /// What each Peer on a contract sees of it, as text to compare.
    String views(ContractContent content) throws IOException {
        StringBuilder views = new StringBuilder();
        for (PeerId peer : content.peers()) {
            if (!peer.equals(Peers.A)) {
                views.append(peer(peer).contract(content).text()).append('\n');
            }
        }
        return views.toString();
    }

    /// A contract that A proposes.
    ContractContent proposed(Grant grant) {
        Instant now = Peers.CLOCK.instant();
        ContractContent content =
                operations().draft(new Validity(now.minusSeconds(60), now.plusSeconds(86_400)), List.of(grant));
        if (!(operations().propose(content) instanceof Operations.Outcome.Done)) {
            throw new AssertionError("A could not propose");
        }
        return content;
    }

    /// A contract that all others accepted, and then A.
    ContractContent valid(Grant grant) throws IOException {
        ContractContent content = Drafts.content(grant);
        for (PeerId peer : content.peers()) {
            if (!peer.equals(Peers.A)) {
                accept(peer, content);
            }
        }
        if (!(operations().accept(content.hash()) instanceof Operations.Outcome.Done)) {
            throw new AssertionError("A could not accept");
        }
        return content;
    }

    void accept(PeerId peer, ContractContent content) throws IOException {
        String verdict = peer(peer).put(content, SignatureType.ACCEPT).verdict();
        if (!verdict.equals("201")) {
            throw new AssertionError("the accept of " + peer + " was answered with " + verdict);
        }
    }

    @Override
    public void close() {
        manager.close();
        testers.values().forEach(Tester::close);
        network.close();
        database.close();
    }
}
