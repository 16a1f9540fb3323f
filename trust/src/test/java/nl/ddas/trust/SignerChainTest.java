// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How many certificates may come with a signature, and how large; whom they lead to is for [PathCheck].
class SignerChainTest {

    private static final Stage STAGE = new Stage();
    private static final KeyPair KEY = STAGE.keys.forLeaf(Purpose.SIGNING);
    private static final ASN1ObjectIdentifier FILL = new ASN1ObjectIdentifier("1.2.3.4.5");
    private static final int MOST_BYTES = 6 * 1024;

    /// Leaf first, each issued in the name of the next.
    private static List<String> chain(int length) {
        List<String> chain = new ArrayList<>();
        Identity above = STAGE.signing;
        for (int i = 0; i < length; i++) {
            X509Certificate one = new Draft(KEY.getPublic())
                    .subject("CN=nummer " + i + ",C=NL")
                    .by(above);
            chain.add(Forge.base64(one));
            above = new Identity(KEY.getPrivate(), List.of(one));
        }
        Collections.reverse(chain);
        return chain;
    }

    @Test
    void sixCertificatesAreTakenAndSevenNot() {
        assertThat(SignerChain.read(chain(6), Optional.empty()).certificates()).hasSize(6);
        assertThatThrownBy(() -> SignerChain.read(chain(7), Optional.empty()))
                .isInstanceOfSatisfying(Rejection.class, rejection -> {
                    assertThat(rejection.refusal()).isEqualTo(Refusal.CERTIFICAAT_FORMAAT);
                    assertThat(rejection.verdict().detail()).contains("7 certificaten; ten hoogste 6");
                });
    }

    @Test
    void theLeafComesFirst() {
        List<String> chain = chain(3);

        assertThat(SignerChain.read(chain, Optional.empty())
                        .leaf()
                        .getSubjectX500Principal()
                        .getName())
                .contains("CN=nummer 2");
        assertThatThrownBy(() -> SignerChain.read(chain.reversed(), Optional.empty()))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.verdict().detail()).contains("niet op volgorde"));
    }

    private static X509Certificate filled(int bytes) {
        return new Draft(KEY.getPublic())
                .with(FILL, new DEROctetString(new byte[bytes]))
                .by(STAGE.signing);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aCertificateOfSixKilobytesIsTakenAndOneByteMoreNot(int more) {
        int rest = Sha256.der(filled(4_000)).length - 4_000;
        String certificate = Forge.base64(filled(MOST_BYTES - rest + more));

        assertThat(StrictBase64.standard(certificate))
                .hasValueSatisfying(der -> assertThat(der).hasSize(MOST_BYTES + more));
        if (more == 0) {
            assertThat(SignerChain.read(List.of(certificate), Optional.empty()).certificates())
                    .hasSize(1);
        } else {
            assertThatThrownBy(() -> SignerChain.read(List.of(certificate), Optional.empty()))
                    .hasMessage("certificaat-formaat");
        }
    }

    /// Smaller ones forgive faults in padding; a larger one makes us compute for long.
    @ParameterizedTest
    @CsvSource({
        "65535, false",
        "65537, true",
        "18446744073709551615, true",
        "18446744073709551617, false",
        "36893488147419103231, false"
    })
    void aPublicExponentHasSeventeenToSixtyFourBits(BigInteger exponent, boolean taken)
            throws GeneralSecurityException {
        BigInteger modulus = ((RSAPublicKey) KEY.getPublic()).getModulus();
        String leaf = Forge.base64(
                new Draft(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)))
                        .by(STAGE.signing));

        if (taken) {
            assertThat(SignerChain.read(List.of(leaf), Optional.empty()).key().getPublicExponent())
                    .isEqualTo(exponent);
        } else {
            assertThatThrownBy(() -> SignerChain.read(List.of(leaf), Optional.empty()))
                    .hasMessage("certificaat-sleutellengte");
        }
    }
}
