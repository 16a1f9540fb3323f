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
import nl.ddas.basis.Handler;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsReload;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.StrictJson;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Trust;

/// A Manager, running: the API for other Peers on mutual TLS, the interfaces for our own organisation, and the work
/// that goes on beside them.
public final class ManagerServer implements AutoCloseable {

    private static final Duration READ_KEYS = Duration.ofSeconds(30);
    private static final Duration SILENT = Duration.ofMinutes(1);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /// Above what FSC takes: the interface itself reads no further than that, and refuses in the words of FSC.
    private static final long MOST_BODY = 2L * StrictJson.MAX_BYTES;

    private final Outside outside;
    private final Assembly assembly;
    private final OwnListeners own;
    private final Opened opened;

    /// What the server stands on.
    ///
    /// @param tls key for connections; read again while the server runs
    /// @param contractKey key for signatures on contracts; read again while the server runs
    /// @param tokenKey key for tokens; read again while the server runs
    /// @param trust anchors and revocation lists of now
    /// @param internal key and anchors of our own organisation, for the interfaces that only it sees
    /// @param metrics of this Manager alone
    /// @param random for pauses and ids; safe for many threads
    /// @param notes what health tells besides, Dutch; asked each time
    public record Parts(
            Network network,
            Supplier<Tls> tls,
            Supplier<Identity> contractKey,
            Supplier<Identity> tokenKey,
            Supplier<Trust> trust,
            Optional<Supplier<Tls>> internal,
            Store store,
            Metrics metrics,
            Clock clock,
            RandomGenerator random,
            List<Supplier<Optional<String>>> notes) {

        public Parts {
            notes = List.copyOf(notes);
        }

        /// Without notes.
        public Parts(
                Network network,
                Supplier<Tls> tls,
                Supplier<Identity> contractKey,
                Supplier<Identity> tokenKey,
                Supplier<Trust> trust,
                Optional<Supplier<Tls>> internal,
                Store store,
                Metrics metrics,
                Clock clock,
                RandomGenerator random) {
            this(network, tls, contractKey, tokenKey, trust, internal, store, metrics, clock, random, List.of());
        }
    }

    /// What other Peers see of us.
    record Outside(
            Self self,
            TlsReload keys,
            SigningKeyPair signing,
            HttpServer server,
            HttpClient client,
            CompletableFuture<Handler> handler) {}

    /// Keys that we sign with.
    record SigningKeyPair(KeyReload contracts, KeyReload tokens) {

        /// An Inway that has not seen a key for tokens asks for it within this.
        private static final Duration SHOWN_FIRST = Duration.ofSeconds(30);

        static SigningKeyPair of(Parts parts) {
            return new SigningKeyPair(
                    new KeyReload("contract", parts.contractKey(), Duration.ZERO, parts.clock()),
                    new KeyReload("token", parts.tokenKey(), SHOWN_FIRST, parts.clock()));
        }

        List<KeyReload> both() {
            return List.of(contracts, tokens);
        }
    }

    private ManagerServer(Outside outside, Assembly assembly, OwnListeners own, Opened opened) {
        this.outside = outside;
        this.assembly = assembly;
        this.own = own;
        this.opened = opened;
    }

    /// Opens the ports, announces itself to the Directories, and goes on with what an earlier run left. When it
    /// fails nothing stays open.
    ///
    /// @throws Sole.StoreInUse when another Manager works with the same store
    /// @throws IllegalStateException when a port cannot be opened
    /// @throws IllegalArgumentException when the certificate says no Peer of this Group, or the internal
    ///     certificates are missing or those of the Group
    public static ManagerServer start(ManagerConfig config, Parts parts) {
        Opened opened = new Opened();
        try {
            parts.store().sole().take();
            opened.add(parts.store().sole()::close);
            Outside outside = open(config, parts, opened);
            List<TlsReload> internal = OwnListeners.keys(config, parts, outside.keys());
            AutoSign policy = SigningPolicy.open(config, parts, internal, opened);
            TokenRules rules = TokenRules.open(config, parts, outside.self(), internal, opened);
            Assembly assembly = new Assembly(config, parts, outside, internal, policy, rules);
            opened.add(assembly::close);
            outside.handler().complete(assembly.external());
            OwnListeners own = OwnListeners.open(config, parts, assembly, internal);
            opened.add(own::close);
            assembly.start();
            return new ManagerServer(outside, assembly, own, opened);
        } catch (RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }

    private static Outside open(ManagerConfig config, Parts parts, Opened opened) {
        TlsReload keys = new TlsReload(parts.tls(), parts.clock(), READ_KEYS);
        PeerIdentity identity = config.group()
                .peerIds()
                .identify(keys.now().chain().getFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the TLS certificate has no peer id and name as this group wants them"));
        SigningKeyPair signing = SigningKeyPair.of(parts);
        HttpClient client =
                HttpClient.open(parts.network(), new HttpClient.Config(Optional.of(keys.now()), CONNECT, ANSWER));
        opened.add(client::close);
        keys.attach(client);
        CompletableFuture<Handler> handler = new CompletableFuture<>();
        HttpServer server = HttpServer.start(
                parts.network(),
                new HttpServer.Config(config.host(), config.port(), Optional.of(keys.now()), MOST_BODY, SILENT)
                        .telling(ExternalApi::fault),
                request -> handler.join().handle(request));
        opened.add(server::close);
        // Who came too early must not wait for a start that failed.
        opened.add(() -> handler.completeExceptionally(new IllegalStateException("the manager did not start")));
        keys.attach(server);
        ManagerAddress address = config.address()
                .orElseGet(() -> new ManagerAddress(URI.create("https://" + config.host() + ":" + server.port())));
        Self self = new Self(
                identity,
                address,
                config.group(),
                () -> new SignatureMaker(identity.id(), signing.contracts().now()),
                parts.clock(),
                parts.random());
        return new Outside(self, keys, signing, server, client, handler);
    }

    /// What we can do ourselves.
    public Operations operations() {
        return assembly.operations();
    }

    /// Our Services, Inways and Outways.
    public Registrations registrations() {
        return assembly.registrations();
    }

    /// Where others reach us.
    public ManagerAddress address() {
        return outside.self().address();
    }

    /// The port that is really listened on for other Peers.
    public int port() {
        return outside.server().port();
    }

    /// The port for Inways and Outways; empty when the settings ask for none.
    public Optional<Integer> registrationPort() {
        return own.registration().map(HttpServer::port);
    }

    /// The port for operators; empty when the settings ask for none.
    public Optional<Integer> managementPort() {
        return own.management().map(HttpServer::port);
    }

    /// The port for health and figures; empty when the settings ask for none.
    public Optional<Integer> monitoringPort() {
        return own.monitoring().map(HttpServer::port);
    }

    /// Begins to hand over what is due.
    public void dispatch() {
        assembly.dispatch();
    }

    /// Lets running requests end, then stops.
    @Override
    public void close() {
        opened.close();
    }
}
