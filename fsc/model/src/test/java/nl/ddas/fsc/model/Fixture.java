// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;

/// A Group with an authority and Peers, as fsc.md names them: A is under test, B consumes, C and D delegate.
final class Fixture {

    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    static final PeerId A = new PeerId("00000099000000000001");
    static final PeerId B = new PeerId("00000099000000000002");
    static final PeerId C = new PeerId("00000099000000000003");
    static final PeerId D = new PeerId("00000099000000000004");
    static final PeerId X = new PeerId("00000099000000000009");
    static final Group GROUP = Group.of("test-group");
    static final ManagerAddress ADDRESS = new ManagerAddress(URI.create("https://b.test:8443"));
    static final String THUMBPRINT = "0123456789abcdef".repeat(4);

    /// Last of the constants: it needs the others.
    static final Fixture ONE = new Fixture();

    private final Authority authority =
            Authority.create(Environment.TEST, new KeyMaker(2048, new SecureRandom()), new TestClock(NOW));
    private final Map<String, Identity> identities = new HashMap<>();

    /// A signing certificate on a curve, or with RSA; the same one each time.
    synchronized Identity signer(PeerId peer, String algorithm) {
        return identities.computeIfAbsent(peer + algorithm, key -> issue(peer, algorithm, Purpose.SIGNING));
    }

    synchronized Identity signer(PeerId peer) {
        return signer(peer, "P-256");
    }

    /// A TLS client certificate.
    synchronized TlsPeer client(PeerId peer) {
        Identity identity = identities.computeIfAbsent(peer + "tls", key -> issue(peer, "P-256", Purpose.TLS));
        return PeerIdRule.OIN.peer(identity.leaf()).orElseThrow();
    }

    Identity issue(PeerId peer, String algorithm, Purpose purpose) {
        Holder holder = new Holder("Peer " + peer, new Oin(peer.value()), List.of("outway.test"));
        KeyPair pair = keys(algorithm);
        return new Identity(pair.getPrivate(), authority.chain(purpose, holder, pair.getPublic()));
    }

    static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.startsWith("P-") ? "EC" : "RSA");
            if (algorithm.startsWith("P-")) {
                generator.initialize(new ECGenParameterSpec("secp" + algorithm.substring(2) + "r1"));
            } else {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    Authority authority() {
        return authority;
    }

    ChainCheck chains() {
        return new TrustedChains(authority::trust);
    }

    /// All certificates that were issued, as if each Peer had them in its JWKS.
    synchronized Optional<List<X509Certificate>> find(CertificateThumbprint thumbprint) {
        return identities.values().stream()
                .map(Identity::chain)
                .filter(chain -> CertificateThumbprint.of(chain.getFirst()).equals(thumbprint))
                .findFirst();
    }

    static JsonObject json(String text) {
        JsonReading reading =
                JsonReading.of(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), StrictJson.LIMITS);
        return switch (reading) {
            case JsonReading.Read(JsonObject object) -> object;
            case JsonReading other -> throw new AssertionError(other.toString());
        };
    }

    static ContractContent content(JsonObject tree) {
        return switch (ContractContent.read(tree)) {
            case ContentReading.Read(ContractContent content) -> content;
            case ContentReading.Refused(String reason) -> throw new AssertionError(reason);
        };
    }

    /// B may connect to A.
    static ContractContent connection() {
        return draft(
                List.of(new Grant.ServiceConnection(outway(B), new ServiceRef.Plain(A, "parkeren"), Optional.empty())));
    }

    static Outway outway(PeerId peer) {
        return new Outway(peer, new OutwayIdentification.PublicKeyThumbprint(THUMBPRINT));
    }

    static ContractContent draft(List<Grant> grants) {
        return new ContractDraft(
                        ContentProfile.V2,
                        "1.0.0",
                        "0199a1b2-0000-7000-8000-000000000001",
                        "test-group",
                        new Validity(NOW.minusSeconds(60), NOW.plusSeconds(86_400)),
                        grants,
                        NOW.minusSeconds(5))
                .content();
    }

    /// A tree in which the value at a path, such as `grants/0/data/type`, is another; `null` text removes it.
    static JsonObject change(JsonObject tree, String path, Optional<JsonValue> to) {
        return (JsonObject) changed(tree, List.of(path.split("/")), to);
    }

    private static JsonValue changed(JsonValue in, List<String> path, Optional<JsonValue> to) {
        String name = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        return switch (in) {
            case JsonArray(List<JsonValue> items) -> {
                List<JsonValue> copy = new ArrayList<>(items);
                int at = Integer.parseInt(name);
                copy.set(at, rest.isEmpty() ? to.orElseThrow() : changed(copy.get(at), rest, to));
                yield new JsonArray(copy);
            }
            case JsonObject object -> {
                Map<String, JsonValue> copy = new LinkedHashMap<>(object.members());
                if (!rest.isEmpty()) {
                    copy.put(name, changed(object.get(name).orElseThrow(), rest, to));
                } else if (to.isPresent()) {
                    copy.put(name, to.get());
                } else {
                    copy.remove(name);
                }
                yield new JsonObject(copy);
            }
            case JsonValue other -> throw new AssertionError("no way down at " + name);
        };
    }

    static Set<PeerId> everybody() {
        return Set.of(A, B, C, D, X);
    }
}
