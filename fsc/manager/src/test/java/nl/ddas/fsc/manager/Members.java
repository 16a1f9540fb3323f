// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.ddas.fsc.model.ContentProfile;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractDraft;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.Outway;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.Validity;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;

/// The Peers of a Group with their certificates: A is under test, B consumes, C and D delegate, X is not on the
/// contract, DIR is a Directory.
final class Members {

    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    static final PeerId A = new PeerId("00000099000000000001");
    static final PeerId B = new PeerId("00000099000000000002");
    static final PeerId C = new PeerId("00000099000000000003");
    static final PeerId D = new PeerId("00000099000000000004");
    static final PeerId DIR = new PeerId("00000099000000000005");
    static final PeerId X = new PeerId("00000099000000000009");

    /// Sockets in tests take any free port.
    static final Group GROUP = Group.of("test-group")
            .withPorts(IntStream.rangeClosed(1, 65_535).boxed().collect(Collectors.toSet()));

    /// By the clock of this machine, as TLS judges by it.
    static final Authority AUTHORITY =
            Authority.create(Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());

    private static final Map<String, Identity> IDENTITIES = new HashMap<>();

    private Members() {}

    static Identity tls(PeerId peer) {
        return identity(peer, "RSA", Purpose.TLS, "");
    }

    static Identity signer(PeerId peer) {
        return signer(peer, "P-256");
    }

    static Identity signer(PeerId peer, String algorithm) {
        return identity(peer, algorithm, Purpose.SIGNING, "");
    }

    /// The certificate after renewal.
    static Identity renewed(PeerId peer) {
        return identity(peer, "P-256", Purpose.SIGNING, "renewed");
    }

    /// The certificate after that many renewals.
    static Identity renewed(PeerId peer, int times) {
        return identity(peer, "P-256", Purpose.SIGNING, "renewed " + times);
    }

    private static Identity identity(PeerId peer, String algorithm, Purpose purpose, String which) {
        synchronized (IDENTITIES) {
            return IDENTITIES.computeIfAbsent(
                    peer + algorithm + purpose + which, key -> issue(peer, algorithm, purpose));
        }
    }

    private static Identity issue(PeerId peer, String algorithm, Purpose purpose) {
        Holder holder =
                new Holder("Peer " + peer, new Oin(peer.value()), List.of("localhost", "127.0.0.1", "outway.test"));
        KeyPair pair = keys(algorithm);
        return new Identity(pair.getPrivate(), AUTHORITY.chain(purpose, holder, pair.getPublic()));
    }

    private static KeyPair keys(String algorithm) {
        try {
            boolean curve = algorithm.startsWith("P-");
            KeyPairGenerator generator = KeyPairGenerator.getInstance(curve ? "EC" : "RSA");
            if (curve) {
                generator.initialize(new ECGenParameterSpec("secp" + algorithm.substring(2) + "r1"));
            } else {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Outway outway(PeerId peer) {
        return new Outway(
                peer, OutwayIdentification.PublicKeyThumbprint.of(tls(peer).leaf()));
    }

    /// `from` may connect to a Service of `to`.
    static Grant connection(PeerId from, PeerId to) {
        return new Grant.ServiceConnection(outway(from), new ServiceRef.Plain(to, "parkeren"), Optional.empty());
    }

    static ContractContent content(String iv, Instant now, Grant... grants) {
        return new ContractDraft(
                        ContentProfile.V2,
                        "1.0.0",
                        iv,
                        GROUP.id(),
                        new Validity(now.minusSeconds(60), now.plusSeconds(86_400)),
                        List.of(grants),
                        now.minusSeconds(5))
                .content();
    }

    static Set<PeerId> all() {
        return Set.of(A, B, C, D, DIR, X);
    }
}
