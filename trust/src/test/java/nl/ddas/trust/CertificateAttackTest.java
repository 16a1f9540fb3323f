// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.ddas.testkit.Requirement;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Attacks by way of the certificates that come with a signature, each in both forms. The signature itself is good.
@Requirement({"S14", "S25", "S37"})
class CertificateAttackTest {

    private static final Stage STAGE = new Stage();
    private static final Instant NOW = Stage.START;
    private static final Hierarchy OURS = new Hierarchy(STAGE);
    private static final Hierarchy STRANGE = new Hierarchy(STAGE);
    private static final KeyPair KEY = STAGE.keys.forLeaf(Purpose.SIGNING);
    private static final KeyPair OTHER_KEY = STAGE.keys.forLeaf(Purpose.SIGNING);

    /// What is sent and what the receiver believes, of a message that is good but for its certificates.
    ///
    /// @param at the moment of signing and receiving
    private record Attempt(PrivateKey key, List<X509Certificate> chain, Trust trust, Instant at) {
        Attempt(PrivateKey key, X509Certificate... chain) {
            this(key, List.of(chain), OURS.trust(OURS.crls()), NOW);
        }

        Attempt with(List<X509CRL> crls) {
            return new Attempt(key, chain, OURS.trust(crls), at);
        }

        Attempt in(Trust other) {
            return new Attempt(key, chain, other, at);
        }

        Attempt at(Instant moment) {
            return new Attempt(key, chain, trust, moment);
        }
    }

    private record Attack(String name, String code, Supplier<Attempt> made) {
        @Override
        public String toString() {
            return name + " -> " + code;
        }
    }

    static Stream<Arguments> attacks() {
        return Stream.of(chains(), uses(), keys(), identities(), validity(), revocation())
                .flatMap(List::stream)
                .flatMap(attack -> Stream.of(SignatureForm.values()).map(form -> Arguments.of(form, attack)));
    }

    @ParameterizedTest(name = "form {0}: {1}")
    @MethodSource("attacks")
    void certificates(SignatureForm form, Attack attack) {
        Attempt attempt = attack.made().get();
        Forge forge = new Forge(STAGE, form);
        STAGE.clock.advance(Duration.between(STAGE.clock.instant(), attempt.at()));
        Forge.Message message = forge.signed(attempt.key(), attempt.chain());
        PayloadVerifier verifier = new PayloadVerifier(
                attempt.trust(), new Freshness.Request(), Clock.fixed(attempt.at(), ZoneOffset.UTC));

        assertThat(Stage.code(verifier.verify(message.headers(), message.body())))
                .isEqualTo(attack.code());
    }

    private static List<Attack> chains() {
        X509Certificate leaf = leaf().by(OURS.issuing);
        X509Certificate issuing = OURS.issuing.leaf();
        X509Certificate root = OURS.root.leaf();
        return List.of(
                new Attack("leaf and issuer", "goed", () -> new Attempt(KEY.getPrivate(), leaf, issuing)),
                new Attack("anchor appended", "goed", () -> new Attempt(KEY.getPrivate(), leaf, issuing, root)),
                new Attack(
                        "root of a stranger appended",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(KEY.getPrivate(), leaf, issuing, STRANGE.root.leaf())),
                new Attack(
                        "leaf of a stranger below our issuer",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(KEY.getPrivate(), leaf().by(STRANGE.issuing), issuing)),
                new Attack(
                        "whole chain of a stranger",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(KEY.getPrivate(), leaf().by(STRANGE.issuing), STRANGE.issuing.leaf())),
                new Attack("leaf alone", "certificaat-niet-vertrouwd", () -> new Attempt(KEY.getPrivate(), leaf)),
                new Attack(
                        "signed by itself with a good name",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(KEY.getPrivate(), leaf().byItself(identity(KEY)))),
                new Attack(
                        "in the name of our issuer, signed by itself",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(
                                KEY.getPrivate(),
                                leaf().by(new Identity(KEY.getPrivate(), List.of(namesake(issuing)))),
                                issuing)),
                new Attack(
                        "certificate that belongs to nothing behind",
                        "certificaat-formaat",
                        () -> new Attempt(KEY.getPrivate(), leaf, issuing, leaf)),
                new Attack(
                        "certificate that belongs to nothing between",
                        "certificaat-formaat",
                        () -> new Attempt(KEY.getPrivate(), leaf, leaf().by(STRANGE.root), issuing)),
                new Attack("reversed", "certificaat-formaat", () -> new Attempt(OURS.issuing.key(), issuing, leaf)),
                new Attack(
                        "signed by the key of the issuer",
                        "handtekening-ongeldig",
                        () -> new Attempt(OURS.issuing.key(), leaf, issuing)),
                new Attack(
                        "issuer signs for itself",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(OURS.issuing.key(), issuing)),
                new Attack(
                        "root signs for itself",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(OURS.root.key(), root)),
                new Attack(
                        "leaf issues below itself",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(
                                OTHER_KEY.getPrivate(),
                                new Draft(OTHER_KEY.getPublic()).by(new Identity(KEY.getPrivate(), List.of(leaf))),
                                leaf,
                                issuing)),
                new Attack("too many authorities below one (pathlen)", "certificaat-niet-vertrouwd", () -> {
                    Identity below = OURS.authorityBelow(OURS.issuing);
                    return new Attempt(KEY.getPrivate(), leaf().by(below), below.leaf(), issuing)
                            .with(OURS.crlsAnd(below));
                }),
                new Attack(
                        "leaf that is an authority",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(
                                KEY.getPrivate(),
                                leaf().constraints(new BasicConstraints(true)).by(OURS.issuing),
                                issuing)),
                new Attack("name that the issuer may not give", "certificaat-niet-vertrouwd", () -> {
                    Identity limited = OURS.authority(draft -> draft.with(
                            Extension.nameConstraints,
                            new NameConstraints(
                                    new GeneralSubtree[] {
                                        new GeneralSubtree(
                                                new GeneralName(GeneralName.directoryName, "O=Een ander,C=NL"))
                                    },
                                    null)));
                    return new Attempt(KEY.getPrivate(), leaf().by(limited), limited.leaf())
                            .with(OURS.crlsAnd(limited));
                }),
                new Attack(
                        "signed over SHA-1",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(
                                KEY.getPrivate(),
                                leaf().algorithm("SHA1withRSA").by(OURS.issuing),
                                issuing)),
                new Attack(
                        "critical extension that nobody knows",
                        "certificaat-niet-vertrouwd",
                        () -> new Attempt(
                                KEY.getPrivate(),
                                leaf().with(new ASN1ObjectIdentifier("1.2.3.4.5"), new BasicConstraints(false))
                                        .by(OURS.issuing),
                                issuing)));
    }

    private static List<Attack> uses() {
        X509Certificate issuing = OURS.issuing.leaf();
        Function<Draft, Attempt> made = draft -> new Attempt(KEY.getPrivate(), draft.by(OURS.issuing), issuing);
        return List.of(
                new Attack(
                        "for document signing",
                        "goed",
                        () -> made.apply(leaf().with(Extension.extendedKeyUsage, CertificateProfile.DOCUMENT_SIGNING))),
                new Attack(
                        "for keys only",
                        "certificaat-gebruik",
                        () -> made.apply(leaf().usage(KeyUsage.keyEncipherment))),
                new Attack(
                        "for keys and data, as encryption",
                        "certificaat-gebruik",
                        () -> made.apply(leaf().usage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment))),
                new Attack("no key usage", "certificaat-gebruik", () -> made.apply(leaf().withoutUsage())),
                new Attack(
                        "for a server",
                        "certificaat-gebruik",
                        () -> made.apply(leaf().extended(KeyPurposeId.id_kp_serverAuth))),
                new Attack(
                        "for a client",
                        "certificaat-gebruik",
                        () -> made.apply(leaf().extended(KeyPurposeId.id_kp_clientAuth))),
                new Attack(
                        "as TLS",
                        "certificaat-gebruik",
                        () -> made.apply(leaf().with(Extension.extendedKeyUsage, CertificateProfile.TLS_BOTH_ENDS))));
    }

    private static List<Attack> keys() {
        X509Certificate issuing = OURS.issuing.leaf();
        return List.of(
                new Attack("RSA 1024", "certificaat-sleutellengte", () -> keyed(rsa(1024, 65537))),
                new Attack("RSA 2047", "certificaat-sleutellengte", () -> keyed(rsa(2047, 65537))),
                new Attack("RSA 2048", "goed", () -> keyed(rsa(2048, 65537))),
                new Attack("RSA 3072", "goed", () -> keyed(rsa(3072, 65537))),
                new Attack(
                        "RSA 8192, signature by another",
                        "handtekening-ongeldig",
                        () -> new Attempt(KEY.getPrivate(), new Draft(modulus(8192, 65537)).by(OURS.issuing), issuing)),
                new Attack(
                        "RSA 8193",
                        "certificaat-sleutellengte",
                        () -> new Attempt(KEY.getPrivate(), new Draft(modulus(8193, 65537)).by(OURS.issuing), issuing)),
                new Attack(
                        "RSA 16384",
                        "certificaat-sleutellengte",
                        () -> new Attempt(
                                KEY.getPrivate(), new Draft(modulus(16384, 65537)).by(OURS.issuing), issuing)),
                new Attack("public exponent 3", "certificaat-sleutellengte", () -> keyed(rsa(2048, 3))),
                new Attack(
                        "public exponent 65535",
                        "certificaat-sleutellengte",
                        () -> new Attempt(KEY.getPrivate(), new Draft(modulus(2048, 65535)).by(OURS.issuing), issuing)),
                new Attack(
                        "elliptic curve",
                        "certificaat-sleutellengte",
                        () -> new Attempt(
                                KEY.getPrivate(),
                                new Draft(STAGE.keys.forLeaf(Purpose.TLS).getPublic()).by(OURS.issuing),
                                issuing)),
                new Attack("issuer of RSA 1024", "certificaat-niet-vertrouwd", () -> {
                    Identity weak = OURS.authority(rsa(1024, 65537));
                    return new Attempt(KEY.getPrivate(), leaf().by(weak), weak.leaf()).with(OURS.crlsAnd(weak));
                }));
    }

    private static List<Attack> identities() {
        Function<String, Attempt> named =
                name -> new Attempt(KEY.getPrivate(), leaf().subject(name).by(OURS.issuing), OURS.issuing.leaf());
        return List.of(
                new Attack(
                        "OIN of another participant",
                        "goed",
                        () -> named.apply("CN=x,2.5.4.5=00000099000000003000,C=NL")),
                new Attack(
                        "OIN in the common name only",
                        "certificaat-oin",
                        () -> named.apply("CN=00000099123456789000,C=NL")),
                new Attack(
                        "two serial numbers",
                        "certificaat-oin",
                        () -> named.apply("2.5.4.5=00000099000000003000,2.5.4.5=" + Stage.OIN)),
                new Attack(
                        "two serial numbers in one part",
                        "certificaat-oin",
                        () -> named.apply("2.5.4.5=00000099000000003000+2.5.4.5=" + Stage.OIN)),
                new Attack(
                        "OIN of 19 digits", "certificaat-oin", () -> named.apply("CN=x,2.5.4.5=0000009912345678900")),
                new Attack("OIN with a blank", "certificaat-oin", () -> named.apply("CN=x,2.5.4.5=\\ " + Stage.OIN)),
                new Attack(
                        "OIN that does not end in zeros",
                        "goed",
                        () -> named.apply("CN=x,2.5.4.5=00000099123456789123")),
                new Attack("KvK number", "goed", () -> named.apply("CN=x,2.5.4.5=12345678")),
                new Attack("OIN for practice in production", "certificaat-oin", () -> named.apply(
                                "CN=x,2.5.4.5=" + Stage.OIN)
                        .in(new Trust(List.of(OURS.root.leaf()), OURS.crls(), Environment.PRODUCTIE))));
    }

    private static List<Attack> validity() {
        X509Certificate leaf =
                leaf().valid(NOW.minusSeconds(100), NOW.plusSeconds(100)).by(OURS.issuing);
        Attempt attempt = new Attempt(KEY.getPrivate(), leaf, OURS.issuing.leaf());
        return List.of(
                new Attack("in its last second", "goed", () -> attempt.at(NOW.plusSeconds(100))),
                new Attack("a second too late", "certificaat-geldigheid", () -> attempt.at(NOW.plusSeconds(101))),
                new Attack("in its first second", "goed", () -> attempt.at(NOW.minusSeconds(100))),
                new Attack("a second too early", "certificaat-geldigheid", () -> attempt.at(NOW.minusSeconds(101))),
                new Attack("issuer a second too late", "certificaat-geldigheid", () -> {
                    Identity brief = OURS.authority(draft -> draft.valid(NOW.minusSeconds(100), NOW.plusSeconds(10)));
                    return new Attempt(KEY.getPrivate(), leaf().by(brief), brief.leaf())
                            .with(OURS.crlsAnd(brief))
                            .at(NOW.plusSeconds(11));
                }));
    }

    private static List<Attack> revocation() {
        X509Certificate leaf = leaf().by(OURS.issuing);
        Attempt attempt = new Attempt(KEY.getPrivate(), leaf, OURS.issuing.leaf());
        X509CRL ofRoot = Hierarchy.crl(OURS.root, List.of(), 1);
        X509CRL ofIssuing = Hierarchy.crl(OURS.issuing, List.of(), 1);
        return List.of(
                new Attack(
                        "revoked leaf",
                        "certificaat-ingetrokken",
                        () -> attempt.with(List.of(ofRoot, Hierarchy.crl(OURS.issuing, List.of(leaf), 2)))),
                new Attack(
                        "revoked issuer",
                        "certificaat-ingetrokken",
                        () -> attempt.with(
                                List.of(Hierarchy.crl(OURS.root, List.of(OURS.issuing.leaf()), 2), ofIssuing))),
                new Attack(
                        "older list beside the one that revokes",
                        "certificaat-ingetrokken",
                        () -> attempt.with(List.of(ofRoot, ofIssuing, Hierarchy.crl(OURS.issuing, List.of(leaf), 2)))),
                new Attack(
                        "list that another authority made in that name",
                        "intrekkingsstatus-onbekend",
                        () -> attempt.with(List.of(ofRoot, Hierarchy.crl(STRANGE.issuing, List.of(), 2)))),
                new Attack(
                        "revoked by another authority only",
                        "goed",
                        () -> attempt.with(
                                List.of(ofRoot, ofIssuing, Hierarchy.crl(STRANGE.issuing, List.of(leaf), 2)))),
                new Attack("no lists", "intrekkingsstatus-onbekend", () -> attempt.with(List.of())),
                new Attack("no list of the root", "intrekkingsstatus-onbekend", () -> attempt.with(List.of(ofIssuing))),
                new Attack("no list of the issuer", "intrekkingsstatus-onbekend", () -> attempt.with(List.of(ofRoot))),
                new Attack("list in its last second", "goed", () -> attempt.at(NOW.plus(Hierarchy.LIST_LIFE))),
                new Attack(
                        "list a second too old",
                        "intrekkingsstatus-onbekend",
                        () -> attempt.at(NOW.plus(Hierarchy.LIST_LIFE).plusSeconds(1))));
    }

    private static Draft leaf() {
        return new Draft(KEY.getPublic());
    }

    private static Identity identity(KeyPair pair) {
        return new Identity(pair.getPrivate(), List.of(new Draft(pair.getPublic()).by(OURS.issuing)));
    }

    /// A certificate over our own key that has the name of another.
    private static X509Certificate namesake(X509Certificate other) {
        return leaf().subject(
                        X500Name.getInstance(other.getSubjectX500Principal().getEncoded())
                                .toString())
                .by(OURS.root);
    }

    private static Attempt keyed(KeyPair pair) {
        return new Attempt(pair.getPrivate(), new Draft(pair.getPublic()).by(OURS.issuing), OURS.issuing.leaf());
    }

    private static KeyPair rsa(int bits, long exponent) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(exponent)));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// A public key that nobody has the other half of: making one that large takes minutes.
    private static PublicKey modulus(int bits, long exponent) {
        try {
            BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(exponent)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
