// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;

class AlgorithmSpellingTest {

    private static final ASN1ObjectIdentifier RSA = PKCSObjectIdentifiers.sha256WithRSAEncryption;

    @Test
    void besideTheNameStandsNothingOrNullAndForPssItsParameters() {
        assertThat(AlgorithmSpelling.isPlain(new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256)))
                .isTrue();
        assertThat(isPlain(RSA, DERNull.INSTANCE)).isTrue();
        assertThat(isPlain(PKCSObjectIdentifiers.id_RSASSA_PSS, new DERSequence()))
                .isTrue();
        assertThat(isPlain(RSA, new DEROctetString(new byte[0]))).isFalse();
        assertThat(isPlain(RSA, new DERSequence())).isFalse();
        assertThat(isPlain(X9ObjectIdentifiers.ecdsa_with_SHA256, new DERSequence()))
                .isFalse();
    }

    private static boolean isPlain(ASN1ObjectIdentifier name, ASN1Encodable parameters) {
        return AlgorithmSpelling.isPlain(new AlgorithmIdentifier(name, parameters));
    }
}
