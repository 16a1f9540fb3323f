// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Uuids;
import nl.ddas.trust.Identity;

/// A running Manager of peer A, that is a Directory too, and the other Peers as testers, all on sockets.
final class Stage implements AutoCloseable {

    static final URI INWAY = URI.create("https://inway.a.test:443");

    final Network network = Network.open();
    final MemoryContracts store = new MemoryContracts();
    final MemoryAudit audit = new MemoryAudit();
    final List<LogRecord> log = new ArrayList<>();
    final ManagerServer manager;
    private final Map<PeerId, Tester> testers = new TreeMap<>();

    Stage() {
        this(Signers.nobody());
    }

    /// With rules for signing.
    Stage(Signers signers) {
        this(signers, Optional.empty());
    }

    /// With rules for signing, and for tokens.
    Stage(Signers signers, Optional<Pdp> tokenPdp) {
        manager = ManagerServer.start(
                config(signers, tokenPdp),
                new ManagerServer.Parts(
                        network,
                        () -> tls(Members.A),
                        () -> Members.signer(Members.A),
                        () -> Members.signer(Members.A),
                        Members.AUTHORITY::trust,
                        Optional.empty(),
                        new Store(store, new MemoryKept(), audit, new LogList(log)),
                        new Metrics(),
                        Clock.systemUTC(),
                        new SecureRandom()));
        for (PeerId peer : Members.all()) {
            if (!peer.equals(Members.A)) {
                testers.put(peer, Tester.open(network, peer, manager.port()));
            }
        }
    }

    private static ManagerConfig config(Signers signers, Optional<Pdp> tokenPdp) {
        ManagerConfig.Inside closed = ManagerConfig.Inside.CLOSED;
        return new ManagerConfig(
                Members.GROUP,
                "localhost",
                0,
                Optional.empty(),
                true,
                List.of(),
                Map.of("parkeren", INWAY),
                Duration.ofMinutes(5),
                true,
                new DatabaseChoice.Embedded(Path.of("unused")),
                new ManagerConfig.Inside(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Operators.NONE,
                        closed.limits(),
                        closed.auditKept(),
                        signers,
                        Optional.empty(),
                        tokenPdp,
                        Gateways.ALL));
    }

    static Tls tls(PeerId peer) {
        Identity identity = Members.tls(peer);
        return new Tls(
                identity.key(),
                identity.chain(),
                List.of(Members.AUTHORITY.root()),
                new Revocation.Checked(Members.AUTHORITY.crls(), Clock.systemUTC()));
    }

    Tester peer(PeerId id) {
        return Optional.ofNullable(testers.get(id)).orElseThrow();
    }

    /// A fresh content, valid now.
    static ContractContent content(Grant... grants) {
        Instant now = Clock.systemUTC().instant();
        return Members.content(Uuids.v7(now, new SecureRandom()), now, grants);
    }

    /// How the Manager has a contract, as text to compare.
    String state(ContractContent content) {
        return store.find(content.hash())
                .map(contract -> contract.toJson().toBytes())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("nothing");
    }

    @Override
    public void close() {
        manager.close();
        testers.values().forEach(Tester::close);
        network.close();
    }
}
