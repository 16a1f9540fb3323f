// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.fsc.gateway.Authorization;
import nl.ddas.fsc.gateway.GrantStates;
import nl.ddas.fsc.gateway.Grants;
import nl.ddas.fsc.gateway.Inway;
import nl.ddas.fsc.gateway.InwayConfig;
import nl.ddas.fsc.gateway.Outway;
import nl.ddas.fsc.manager.Operations;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.SignatureType;

/// What the suite plays on: the Manager of A, which is a Directory too, and the other Peers as testers.
final class Stage implements AutoCloseable {

    final Network network = Network.open();
    final Peers peers = new Peers();
    final Drafts drafts = new Drafts(peers);
    final Node node;
    final Journal journal;
    final Echo service;
    private final Inway inway;
    private final Map<PeerId, Tester> testers = new TreeMap<>();

    Stage(Path folder) throws IOException {
        node = new Node(network, peers, Peers.A, folder, Map.of(Drafts.SERVICE, Peers.inway(Peers.A)), List.of());
        journal = new Journal(folder.resolve("log"), node.database());
        service = Echo.plain(network);
        inway = inway();
        for (PeerId peer : List.of(Peers.B, Peers.C, Peers.D, Peers.X)) {
            testers.put(peer, new Tester(network, peers, peer));
        }
    }

    private Inway inway() {
        InwayConfig.Service offered =
                new InwayConfig.Service(Drafts.SERVICE, service.uri(), Protocol.HTTP_1_1, Optional.empty(), 64);
        InwayConfig config = new InwayConfig(
                Peers.inwayHost(Peers.A),
                Peers.PORT,
                Peers.inway(Peers.A),
                Map.of(Drafts.SERVICE, offered),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
        X509Certificate signer = peers.signer(Peers.A, "RSA").leaf();
        return Inway.start(
                config,
                new Inway.Parts(
                        network,
                        peers.connections(Peers.A),
                        Peers.GROUP,
                        Peers.A,
                        asked -> Optional.of(signer)
                                .filter(known -> CertificateThumbprint.of(known).equals(asked)),
                        GrantStates.NOT_ASKED,
                        Authorization.NONE,
                        journal,
                        new Metrics(),
                        Peers.CLOCK));
    }

    /// The Inway of A goes on with the revocation lists of now.
    void renewInway() {
        inway.renew(peers.connections(Peers.A));
    }

    /// The Outway of A, for clients on this machine.
    Outway outway(Grants grants) {
        return Outway.start(
                Node.outwayConfig(),
                new Outway.Parts(
                        network,
                        peers.connections(Peers.A),
                        Peers.GROUP,
                        Peers.A,
                        grants,
                        Authorization.NONE,
                        journal,
                        new Metrics(),
                        Peers.CLOCK,
                        new SecureRandom()));
    }

    Tester peer(PeerId id) {
        return Optional.ofNullable(testers.get(id)).orElseThrow();
    }

    Operations operations() {
        return node.operations();
    }

    /// The one record under a transaction id, as a Peer sees it at the Manager of A.
    JsonObject logged(PeerId by, String transaction) throws IOException {
        journal.load();
        List<JsonObject> records = peer(by).get("/logs?transaction_ids=" + transaction)
                .items("records")
                .toList();
        if (records.size() != 1) {
            throw new AssertionError("expected one record, got " + records);
        }
        return records.getFirst();
    }

    ContractState state(ContractContent content) {
        return node.state(content);
    }

    /// The Grant with this hash, when its contract is valid.
    Optional<Grant> usable(GrantHash hash) {
        return node.store()
                .contracts()
                .withGrant(hash)
                .filter(contract -> operations().state(contract) == ContractState.VALID)
                .flatMap(contract -> contract.content().grant(hash));
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
        return node.propose(grant);
    }

    /// A contract that all others accepted, and then A.
    ContractContent valid(Grant grant) throws IOException {
        ContractContent content = Drafts.content(grant);
        for (PeerId peer : content.peers()) {
            if (!peer.equals(Peers.A)) {
                accept(peer, content);
            }
        }
        node.accept(content);
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
        inway.close();
        service.close();
        journal.close();
        testers.values().forEach(Tester::close);
        node.close();
        network.close();
    }
}
