// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static nl.ddas.trust.CertificateAttack.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A certificate of one purpose does not serve another, also where the anchors are the same.
class PurposeTest {

    private static final PublicKey KEY = CertificateAttack.KEY.getPublic();

    /// As PKIoverheid issues them for TLS with RSA.
    private static Draft tls() {
        return new Draft(KEY).usage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serverAuth", "clientAuth"})
    void aTlsCertificateIsForNoMessages(String use) {
        KeyPurposeId purpose = use.equals("serverAuth") ? KeyPurposeId.id_kp_serverAuth : KeyPurposeId.id_kp_clientAuth;
        X509Certificate leaf = tls().extended(purpose).by(OURS.issuing);

        assertThat(Purpose.objectionToEncrypting(leaf))
                .hasValueSatisfying(why -> assertThat(why).contains("bedoeld voor TLS"));
        assertThat(Purpose.objectionToSigning(leaf))
                .hasValueSatisfying(why -> assertThat(why).contains("bedoeld voor TLS"));
        Trust trust = OURS.trust(OURS.crls());
        assertThat(Recipient.check(List.of(leaf, OURS.issuing.leaf()), Stage.OIN, trust, Stage.START))
                .isInstanceOfSatisfying(Recipient.Outcome.Unfit.class, unfit -> assertThat(unfit.reason())
                        .isEqualTo(Refusal.CERTIFICAAT_GEBRUIK));
    }

    @Test
    void anEncryptionCertificateMayHaveOtherUses() {
        KeyPurposeId efs = KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.4.1.311.10.3.4"));
        assertThat(Purpose.objectionToEncrypting(tls().by(OURS.issuing))).isEmpty();
        assertThat(Purpose.objectionToEncrypting(tls().extended(efs).by(OURS.issuing)))
                .isEmpty();
    }

    @Test
    void withoutTheRightUsageNobodyEncrypts() {
        assertThat(Purpose.objectionToEncrypting(
                        new Draft(KEY).usage(KeyUsage.digitalSignature).by(OURS.issuing)))
                .isEqualTo(Optional.of("het sleutelgebruik keyEncipherment ontbreekt"));
        assertThat(Purpose.objectionToEncrypting(new Draft(KEY).withoutUsage().by(OURS.issuing)))
                .isPresent();
        assertThat(Purpose.objectionToEncrypting(new Draft(KEY)
                        .authority("uitgever", 0)
                        .usage(KeyUsage.keyEncipherment)
                        .by(OURS.root)))
                .isEqualTo(Optional.of("het is het certificaat van een uitgever"));
    }
}
