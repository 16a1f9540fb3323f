// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;

/// The Peers of the suite with their places and certificates: A is under test, B consumes, C and D delegate, E consumes
/// with components of its own, X is a member that is on no contract.
///
/// Each has addresses of its own on this machine, so that all can listen on 8443 as the Group wants; two runs beside
/// each other do not meet.
final class Peers {

    static final PeerId A = new PeerId("00000099000000000001");
    static final PeerId B = new PeerId("00000099000000000002");
    static final PeerId C = new PeerId("00000099000000000003");
    static final PeerId D = new PeerId("00000099000000000004");
    static final PeerId E = new PeerId("00000099000000000005");
    static final PeerId X = new PeerId("00000099000000000009");

    static final Group GROUP = Group.of("test-group");
    static final int PORT = 8443;
    static final Clock CLOCK = Clock.systemUTC();

    private static final long PROCESS = ProcessHandle.current().pid();

    private final Authority authority =
            Authority.create(Environment.TEST, new KeyMaker(2048, new SecureRandom()), CLOCK);
    private final Map<String, Identity> identities = new HashMap<>();

    /// Where the Manager of a Peer is.
    static String managerHost(PeerId peer) {
        return host(peer, 0);
    }

    /// Where the Inway of a Peer is.
    static String inwayHost(PeerId peer) {
        return host(peer, 100);
    }

    /// Where another Inway of a Peer is.
    static URI secondInway(PeerId peer) {
        return URI.create("https://" + host(peer, 200) + ":" + PORT);
    }

    private static String host(PeerId peer, int part) {
        int number = Integer.parseInt(peer.value().substring(18));
        return "127." + (64 + (PROCESS >> 8) % 128) + "." + PROCESS % 256 + "." + (number + part);
    }

    static ManagerAddress manager(PeerId peer) {
        return new ManagerAddress(URI.create("https://" + managerHost(peer) + ":" + PORT));
    }

    static URI inway(PeerId peer) {
        return URI.create("https://" + inwayHost(peer) + ":" + PORT);
    }

    Authority authority() {
        return authority;
    }

    Identity tls(PeerId peer) {
        return identity(peer, "P-256", Purpose.TLS, "");
    }

    /// Another certificate of the same Peer, with another key.
    ///
    /// @param which a name for it
    Identity otherTls(PeerId peer, String which) {
        return identity(peer, "P-256", Purpose.TLS, which);
    }

    Identity signer(PeerId peer) {
        return signer(peer, "P-256");
    }

    /// @param algorithm RSA, P-256, P-384 or P-521
    Identity signer(PeerId peer, String algorithm) {
        return identity(peer, algorithm, Purpose.SIGNING, "");
    }

    /// TLS as this Peer, trusting the authority of the Group.
    Tls connections(PeerId peer) {
        return connections(tls(peer));
    }

    /// TLS with a certificate of any authority, trusting that of the Group.
    Tls connections(Identity identity) {
        return new Tls(
                identity.key(),
                identity.chain(),
                List.of(authority.root()),
                new Revocation.Checked(authority.crls(), CLOCK));
    }

    private synchronized Identity identity(PeerId peer, String algorithm, Purpose purpose, String which) {
        return identities.computeIfAbsent(peer + algorithm + purpose + which, key -> issue(peer, algorithm, purpose));
    }

    private Identity issue(PeerId peer, String algorithm, Purpose purpose) {
        Holder holder = new Holder(
                "Peer " + peer,
                new Oin(peer.value()),
                List.of(managerHost(peer), inwayHost(peer), host(peer, 200), "outway.test"));
        KeyPair pair = keys(algorithm);
        return new Identity(pair.getPrivate(), authority.chain(purpose, holder, pair.getPublic()));
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
}
