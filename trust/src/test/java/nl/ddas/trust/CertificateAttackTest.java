// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static nl.ddas.trust.CertificateAttack.KEY;
import static nl.ddas.trust.CertificateAttack.OURS;
import static nl.ddas.trust.CertificateAttack.attack;
import static nl.ddas.trust.CertificateAttack.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.CertificateAttack.Attempt;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Attacks by way of the certificate of the signer: what it is for, its key, and whom it names, each in both forms. The
/// signature itself is good.
@Requirement({"S14", "S25", "S37"})
class CertificateAttackTest {

    static Stream<Arguments> attacks() {
        return CertificateAttack.inBothForms(Stream.of(uses(), smallAndLargeKeys(), otherKeys(), identities()));
    }

    @ParameterizedTest(name = "form {0}: {1}")
    @MethodSource("attacks")
    void isRefusedWithItsOwnCode(SignatureForm form, CertificateAttack attack) {
        assertThat(attack.codeIn(form)).isEqualTo(attack.code());
    }

    private static List<CertificateAttack> uses() {
        X509Certificate issuing = OURS.issuing.leaf();
        Function<Draft, Attempt> made = draft -> new Attempt(KEY.getPrivate(), draft.by(OURS.issuing), issuing);
        return List.of(
                attack(
                        "for document signing",
                        "goed",
                        () -> made.apply(leaf().with(Extension.extendedKeyUsage, CertificateProfile.DOCUMENT_SIGNING))),
                attack(
                        "for keys only",
                        "certificaat-gebruik",
                        () -> made.apply(leaf().usage(KeyUsage.keyEncipherment))),
                attack(
                        "for keys and data, as encryption",
                        "certificaat-gebruik",
                        () -> made.apply(leaf().usage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment))),
                attack("no key usage", "certificaat-gebruik", () -> made.apply(leaf().withoutUsage())),
                attack(
                        "for a server",
                        "certificaat-gebruik",
                        () -> made.apply(leaf().extended(KeyPurposeId.id_kp_serverAuth))),
                attack(
                        "for a client",
                        "certificaat-gebruik",
                        () -> made.apply(leaf().extended(KeyPurposeId.id_kp_clientAuth))),
                attack(
                        "as TLS",
                        "certificaat-gebruik",
                        () -> made.apply(leaf().with(Extension.extendedKeyUsage, CertificateProfile.TLS_BOTH_ENDS))));
    }

    private static List<CertificateAttack> smallAndLargeKeys() {
        X509Certificate issuing = OURS.issuing.leaf();
        return List.of(
                attack("RSA 1024", "certificaat-sleutellengte", () -> keyed(rsa(1024, 65537))),
                attack("RSA 2047", "certificaat-sleutellengte", () -> keyed(rsa(2047, 65537))),
                attack("RSA 2048", "goed", () -> keyed(rsa(2048, 65537))),
                attack("RSA 3072", "goed", () -> keyed(rsa(3072, 65537))),
                attack(
                        "RSA 8192, signature by another",
                        "handtekening-ongeldig",
                        () -> new Attempt(KEY.getPrivate(), new Draft(modulus(8192, 65537)).by(OURS.issuing), issuing)),
                attack(
                        "RSA 8193",
                        "certificaat-sleutellengte",
                        () -> new Attempt(KEY.getPrivate(), new Draft(modulus(8193, 65537)).by(OURS.issuing), issuing)),
                attack(
                        "RSA 16384",
                        "certificaat-sleutellengte",
                        () -> new Attempt(
                                KEY.getPrivate(), new Draft(modulus(16384, 65537)).by(OURS.issuing), issuing)));
    }

    private static List<CertificateAttack> otherKeys() {
        X509Certificate issuing = OURS.issuing.leaf();
        return List.of(
                attack("public exponent 3", "certificaat-sleutellengte", () -> keyed(rsa(2048, 3))),
                attack(
                        "public exponent 65535",
                        "certificaat-sleutellengte",
                        () -> new Attempt(KEY.getPrivate(), new Draft(modulus(2048, 65535)).by(OURS.issuing), issuing)),
                attack(
                        "elliptic curve",
                        "certificaat-sleutellengte",
                        () -> new Attempt(
                                KEY.getPrivate(),
                                new Draft(CertificateAttack.STAGE
                                                .keys
                                                .forLeaf(Purpose.TLS)
                                                .getPublic())
                                        .by(OURS.issuing),
                                issuing)),
                attack("issuer of RSA 1024", "certificaat-niet-vertrouwd", () -> {
                    Identity weak = OURS.authority(rsa(1024, 65537));
                    return new Attempt(KEY.getPrivate(), leaf().by(weak), weak.leaf()).with(OURS.crlsAnd(weak));
                }));
    }

    private static List<CertificateAttack> identities() {
        Function<String, Attempt> named =
                name -> new Attempt(KEY.getPrivate(), leaf().subject(name).by(OURS.issuing), OURS.issuing.leaf());
        return List.of(
                attack(
                        "OIN of another participant",
                        "goed",
                        () -> named.apply("CN=x,2.5.4.5=00000099000000003000,C=NL")),
                attack(
                        "OIN in the common name only",
                        "certificaat-oin",
                        () -> named.apply("CN=00000099123456789000,C=NL")),
                attack(
                        "two serial numbers",
                        "certificaat-oin",
                        () -> named.apply("2.5.4.5=00000099000000003000,2.5.4.5=" + Stage.OIN)),
                attack(
                        "two serial numbers in one part",
                        "certificaat-oin",
                        () -> named.apply("2.5.4.5=00000099000000003000+2.5.4.5=" + Stage.OIN)),
                attack("OIN of 19 digits", "certificaat-oin", () -> named.apply("CN=x,2.5.4.5=0000009912345678900")),
                attack("OIN with a blank", "certificaat-oin", () -> named.apply("CN=x,2.5.4.5=\\ " + Stage.OIN)),
                attack(
                        "OIN that does not end in zeros",
                        "goed",
                        () -> named.apply("CN=x,2.5.4.5=00000099123456789123")),
                attack("KvK number", "goed", () -> named.apply("CN=x,2.5.4.5=12345678")),
                attack("OIN for practice in production", "certificaat-oin", () -> named.apply(
                                "CN=x,2.5.4.5=" + Stage.OIN)
                        .in(new Trust(List.of(OURS.root.leaf()), OURS.crls(), Environment.PRODUCTIE))));
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
