// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Properties;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.TokenMaker;
import nl.ddas.fsc.transactionlog.TransactionLog;
import nl.ddas.testkit.JdkCaller;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;

/// A Group with an authority: A offers a service, B consumes, C and D delegate.
final class World {

    static final PeerId A = new PeerId("00000099000000000001");
    static final PeerId B = new PeerId("00000099000000000002");
    static final PeerId C = new PeerId("00000099000000000003");
    static final PeerId D = new PeerId("00000099000000000004");
    static final GrantHash GRANT = new GrantHash("$1$3$" + "a".repeat(85) + "A");
    static final String TRANSACTION = "0199a1b2-0000-7000-8000-000000000001";
    static final String SERVICE = "parkeren";

    /// The real time, because TLS looks at it; it stands still.
    static final TestClock CLOCK = new TestClock(wholeSecond());

    static final World ONE = new World(CLOCK);
    static final World OTHER_CA = new World(CLOCK);

    private final Authority authority;
    private final Map<String, Identity> identities = new HashMap<>();

    private static Instant wholeSecond() {
        return Instant.ofEpochSecond(Instant.now().getEpochSecond());
    }

    private World(TestClock clock) {
        this.authority = Authority.create(Environment.TEST, new KeyMaker(2048, new SecureRandom()), clock);
    }

    /// A log that can be told to fail, or to wait.
    static final class Log implements TransactionLog {
        final List<LogRecord> records = new CopyOnWriteArrayList<>();
        volatile boolean broken;
        volatile boolean hanging;

        @Override
        public CompletionStage<Void> append(LogRecord record) {
            if (hanging) {
                return new CompletableFuture<>();
            }
            if (broken) {
                return CompletableFuture.failedFuture(new IOException("down"));
            }
            records.add(record);
            return CompletableFuture.completedFuture(null);
        }
    }

    synchronized Identity identity(PeerId peer, Purpose purpose) {
        return identities.computeIfAbsent(peer + purpose.name(), key -> fresh(peer, purpose));
    }

    /// With a key that nobody has seen yet.
    synchronized Identity fresh(PeerId peer, Purpose purpose) {
        Holder holder = new Holder("Peer " + peer, new Oin(peer.value()), List.of("localhost", "127.0.0.1"));
        KeyPair pair = keys();
        return new Identity(pair.getPrivate(), authority.chain(purpose, holder, pair.getPublic()));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    Tls tls(PeerId peer) {
        return tls(identity(peer, Purpose.TLS));
    }

    /// With the revocation lists of now.
    Tls tls(Identity identity) {
        return new Tls(
                identity.key(),
                identity.chain(),
                List.of(authority.root()),
                new Revocation.Checked(authority.crls(), Clock.systemUTC()));
    }

    X509Certificate root() {
        return authority.root();
    }

    void revoke(Identity doomed) {
        authority.revoke(doomed.leaf().getSerialNumber());
    }

    /// For clients that are no part of the gateway; trusts the servers of ONE.
    SSLContext context(PeerId peer) {
        Identity identity = identity(peer, Purpose.TLS);
        return JdkCaller.of(identity.key(), identity.chain(), List.of(ONE.authority.root()));
    }

    static Group group(Integer... ports) {
        Set<Integer> all = new HashSet<>(Set.of(443, 8443));
        all.addAll(List.of(ports));
        return Group.of("test-group").withPorts(all);
    }

    /// A token for B at the Inway of A.
    AccessToken claims(URI audience, Optional<PeerId> delegator, Optional<PeerId> publisher, Duration life) {
        return claims(audience, delegator, publisher, life, identity(B, Purpose.TLS));
    }

    /// A token for B at the Inway of A, for who shows this certificate.
    AccessToken claims(
            URI audience, Optional<PeerId> delegator, Optional<PeerId> publisher, Duration life, Identity bound) {
        return new AccessToken(
                GRANT,
                "test-group",
                B,
                A,
                SERVICE,
                audience,
                CLOCK.instant(),
                CLOCK.instant().plus(life),
                CertificateThumbprint.of(bound.leaf()),
                delegator,
                publisher,
                Optional.empty(),
                JsonObject.EMPTY);
    }

    /// A token for another Peer at the Inway of A.
    AccessToken claims(URI audience, PeerId peer) {
        AccessToken ofB = claims(audience, Optional.empty(), Optional.empty(), Duration.ofMinutes(5));
        return new AccessToken(
                ofB.grant(),
                ofB.groupId(),
                peer,
                ofB.provider(),
                ofB.service(),
                ofB.audience(),
                ofB.notBefore(),
                ofB.expires(),
                CertificateThumbprint.of(identity(peer, Purpose.TLS).leaf()),
                ofB.delegator(),
                ofB.publisher(),
                ofB.properties(),
                ofB.additional());
    }

    /// The same with properties of the Grant.
    static AccessToken with(AccessToken token, JsonObject properties) {
        return new AccessToken(
                token.grant(),
                token.groupId(),
                token.connectingPeer(),
                token.provider(),
                token.service(),
                token.audience(),
                token.notBefore(),
                token.expires(),
                token.boundTo(),
                token.delegator(),
                token.publisher(),
                Optional.of(new Properties(properties)),
                token.additional());
    }

    String token(AccessToken claims) {
        return new TokenMaker(identity(A, Purpose.SIGNING)).make(claims);
    }

    static Inway inway(Network network, Log log, URI endpoint) {
        return inway(network, log, endpoint, Rules.NONE);
    }

    /// What may be set for an Inway.
    record Rules(int atOnce, Protocol protocol, GrantStates states, Authorization authorization) {
        static final Rules NONE = new Rules(64, Protocol.HTTP_1_1, GrantStates.NOT_ASKED, Authorization.NONE);

        Rules atOnce(int other) {
            return new Rules(other, protocol, states, authorization);
        }

        Rules speaking(Protocol other) {
            return new Rules(atOnce, other, states, authorization);
        }

        Rules asking(GrantStates other) {
            return new Rules(atOnce, protocol, other, authorization);
        }

        Rules under(Authorization other) {
            return new Rules(atOnce, protocol, states, other);
        }
    }

    static Inway inway(Network network, Log log, URI endpoint, Rules rules) {
        return inway(network, log, inwayConfig("127.0.0.1", 0, "https://127.0.0.1:8443", endpoint), rules);
    }

    /// @param idle how long the service may be silent
    /// @param logWait how long a log record may take
    static InwayConfig inwayConfig(URI endpoint, Duration idle, Duration logWait) {
        return inwayConfig("127.0.0.1", 0, "https://127.0.0.1:8443", endpoint, idle, logWait);
    }

    static InwayConfig inwayConfig(String host, int port, String self, URI endpoint) {
        return inwayConfig(host, port, self, endpoint, Duration.ofSeconds(20), Duration.ofSeconds(5));
    }

    private static InwayConfig inwayConfig(
            String host, int port, String self, URI endpoint, Duration idle, Duration logWait) {
        InwayConfig.Service service =
                new InwayConfig.Service(SERVICE, endpoint, Protocol.HTTP_1_1, Optional.empty(), 64);
        return new InwayConfig(
                host, port, URI.create(self), Map.of(SERVICE, service), Duration.ofSeconds(5), idle, logWait);
    }

    static Inway inway(Network network, Log log, InwayConfig config, Rules rules) {
        Inway inway = start(network, log, config, rules);
        inway.offer(config.services().values().stream()
                .map(service -> new InwayConfig.Service(
                        SERVICE, service.endpoint(), rules.protocol(), Optional.empty(), rules.atOnce()))
                .toList());
        return inway;
    }

    /// With the services as the settings have them.
    static Inway start(Network network, Log log, InwayConfig config, Rules rules) {
        Identity signer = ONE.identity(A, Purpose.SIGNING);
        CertificateThumbprint thumbprint = CertificateThumbprint.of(signer.leaf());
        return Inway.start(
                config,
                new Inway.Parts(
                        network,
                        ONE.tls(A),
                        group(),
                        A,
                        asked -> asked.equals(thumbprint) ? Optional.of(signer.leaf()) : Optional.empty(),
                        rules.states(),
                        rules.authorization(),
                        log,
                        new Metrics(),
                        CLOCK));
    }
}
