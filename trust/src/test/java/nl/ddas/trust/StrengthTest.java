// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which keys and hashes of a certificate are leaned on, and which authorities in production.
class StrengthTest {

    private static final Stage STAGE = new Stage();
    private static final Hierarchy OURS = new Hierarchy(STAGE);
    private static final PublicKey RSA = STAGE.signing.leaf().getPublicKey();

    @ParameterizedTest
    @CsvSource({
        "SHA256withRSA, true",
        "SHA384withRSA, true",
        "SHA512withRSA, true",
        "SHA224withRSA, false",
        "SHA1withRSA, false",
        "SHA256withRSAandMGF1, true",
        "SHA512withRSAandMGF1, true",
        "SHA224withRSAandMGF1, false",
        "SHA1withRSAandMGF1, false"
    })
    void aCertificateIsSignedOverSha256OrBetter(String algorithm, boolean strong) {
        X509Certificate certificate = new Draft(RSA).algorithm(algorithm).by(OURS.issuing);

        assertThat(PathCheck.strongEnough(certificate)).isEqualTo(strong);
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2047, false", "RSA, 2048, true", "EC, 256, true", "EC, 384, true", "Ed25519, 255, false"})
    void itsKeyIsOfAKindAndLengthThatCounts(String kind, int bits, boolean strong) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        if (!kind.equals("Ed25519")) {
            generator.initialize(bits);
        }
        X509Certificate certificate = new Draft(generator.generateKeyPair().getPublic()).by(OURS.issuing);

        assertThat(PathCheck.strongEnough(certificate)).isEqualTo(strong);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CN=Staat der Nederlanden Private Root CA - G1,C=NL | true
            CN=Contest CA,O=Trialoog,C=NL                      | true
            CN=TEST stam-CA,C=NL                               | false
            CN=stam,O=test,C=NL                                | false
            CN=G4-Trial Root,C=NL                              | false
            CN=stam (demo),C=NL                                | false
            """)
    void productionTakesNoAuthorityThatSaysToBeForPractice(String name, boolean taken) {
        X509Certificate anchor = new Draft(RSA).subject(name).by(OURS.root);

        assertThat(Environment.PRODUCTIE.accepts(anchor)).isEqualTo(taken);
        assertThat(Environment.TEST.accepts(anchor)).isTrue();
        assertThat(Environment.DEMO.accepts(anchor)).isTrue();
    }

    @Test
    void aKeyForMessagesHasBoundsBothWays() throws GeneralSecurityException {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");

        assertThat(RsaSize.fits(RSA)).isTrue();
        assertThat(RsaSize.fits(curve.generateKeyPair().getPublic())).isFalse();
    }
}
