// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsReload;
import nl.ddas.fsc.model.ChainCheck;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureCheck;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.StrictJson;
import nl.ddas.fsc.model.TokenMaker;
import nl.ddas.fsc.model.TrustedChains;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Trust;

/// A Manager, running: the API for other Peers on mutual TLS, and the work that goes on beside it.
public final class ManagerServer implements AutoCloseable {

    private static final Duration READ_KEYS = Duration.ofSeconds(30);
    private static final Duration SILENT = Duration.ofMinutes(1);

    private final Self self;
    private final Operations operations;
    private final Registrations registrations;
    private final HttpServer server;
    private final HttpClient client;
    private final Work work;

    /// What the server stands on.
    ///
    /// @param tls key for connections; read again while the server runs
    /// @param contractKey key for signatures on contracts, asked at each signature
    /// @param tokenKey key for tokens, asked at each token
    /// @param trust anchors and revocation lists of now
    /// @param random for pauses and ids; safe for many threads
    public record Parts(
            Network network,
            Supplier<Tls> tls,
            Supplier<Identity> contractKey,
            Supplier<Identity> tokenKey,
            Supplier<Trust> trust,
            Contracts contracts,
            TransactionLogs logs,
            Clock clock,
            RandomGenerator random) {}

    private ManagerServer(
            Self self,
            Operations operations,
            Registrations registrations,
            HttpServer server,
            HttpClient client,
            Work work) {
        this.self = self;
        this.operations = operations;
        this.registrations = registrations;
        this.server = server;
        this.client = client;
        this.work = work;
    }

    /// Opens the port, announces itself to the Directories, and goes on with what an earlier run left.
    ///
    /// @throws IllegalStateException when the port cannot be opened
    /// @throws IllegalArgumentException when the certificate says no Peer of this Group
    public static ManagerServer start(ManagerConfig config, Parts parts) {
        TlsReload keys = new TlsReload(parts.tls(), parts.clock(), READ_KEYS);
        PeerIdentity identity = config.group()
                .peerIds()
                .identify(keys.now().chain().getFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the TLS certificate has no peer id and name as this group wants them"));
        CompletableFuture<ExternalApi> api = new CompletableFuture<>();
        HttpServer server = HttpServer.start(
                parts.network(),
                new HttpServer.Config(
                        config.host(), config.port(), Optional.of(keys.now()), StrictJson.MAX_BYTES, SILENT),
                request -> api.join().handle(request));
        keys.attach(server);
        HttpClient client = HttpClient.open(
                parts.network(),
                new HttpClient.Config(Optional.of(keys.now()), Duration.ofSeconds(10), Duration.ofSeconds(20)));
        keys.attach(client);
        ManagerAddress address = config.address()
                .orElseGet(() -> new ManagerAddress(URI.create("https://" + config.host() + ":" + server.port())));
        Self self = new Self(
                identity,
                address,
                config.group(),
                () -> new SignatureMaker(identity.id(), parts.contractKey().get()),
                parts.clock(),
                parts.random());
        return assemble(config, parts, new Built(self, keys, server, client, api));
    }

    private record Built(
            Self self, TlsReload keys, HttpServer server, HttpClient client, CompletableFuture<ExternalApi> api) {}

    private static ManagerServer assemble(ManagerConfig config, Parts parts, Built built) {
        Self self = built.self();
        Contracts contracts = parts.contracts();
        OtherManagers others = new HttpManagers(built.client(), config.group(), self.address(), config.localAllowed());
        ChainCheck chains = new TrustedChains(parts.trust());
        SignatureCheck signatures = new SignatureCheck(config.group(), new SigningKeys(others), chains);
        Standing standing = new Standing(chains);
        Registrations registrations = new Registrations();
        config.services()
                .forEach((service, inway) -> registrations.register(new Registrations.Registration(
                        service, inway, parts.clock().instant())));
        Operations operations = new Operations(self, contracts, signatures, standing);
        Work work = new Work(
                new Dispatch(self, contracts, others, config.directories()),
                new Reconciliation(self, contracts, others, signatures, config.directories()),
                others,
                config.directories().stream()
                        .filter(directory -> !directory.peer().equals(self.id()))
                        .toList(),
                built.keys(),
                operations,
                parts.clock());
        AutoSign policy = config.directory() ? DirectoryPolicy.all(self.id()) : AutoSign.NEVER;
        Reception reception = new Reception(self, contracts, others, signatures, policy);
        Tokens tokens = new Tokens(
                self,
                contracts,
                standing,
                registrations,
                () -> new TokenMaker(parts.tokenKey().get()),
                config.tokenLife());
        built.api().complete(new ExternalApi(self, api(parts, self, standing, reception, tokens, work)));
        work.start();
        return new ManagerServer(self, operations, registrations, built.server(), built.client(), work);
    }

    private static ExternalApi.Parts api(
            Parts parts, Self self, Standing standing, Reception reception, Tokens tokens, Work work) {
        ServiceListing services = new ServiceListing(self, parts.contracts(), standing);
        Lists lists = new Lists(self, parts.contracts(), services, parts.logs());
        return new ExternalApi.Parts(reception, tokens, lists, () -> jwks(parts), work::compareWith);
    }

    private static Jwks jwks(Parts parts) {
        return new Jwks(Stream.of(parts.contractKey().get(), parts.tokenKey().get())
                .map(Identity::chain)
                .distinct()
                .map(List::copyOf)
                .toList());
    }

    /// What we can do ourselves.
    public Operations operations() {
        return operations;
    }

    /// Which Inway offers which Service.
    public Registrations registrations() {
        return registrations;
    }

    /// Where others reach us.
    public ManagerAddress address() {
        return self.address();
    }

    /// The port that is really listened on.
    public int port() {
        return server.port();
    }

    /// Hands over now what is due, and returns when it was tried.
    public void dispatch() {
        work.dispatch();
    }

    /// Lets running requests end, then stops.
    @Override
    public void close() {
        work.close();
        server.close();
        client.close();
    }
}
