// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509CRL;
import org.junit.jupiter.api.Test;

class CertificatesTest {

    private static final Stage STAGE = new Stage();

    /// Found by [CertificateFuzzTest]: of a signature that ends in a zero, the last bit could be said not to count.
    @Test
    void theSignatureUnderACertificateOrAListEndsWithAWholeByte() throws Exception {
        byte[] leaf = STAGE.signing.leaf().getEncoded();
        X509CRL list = STAGE.authority.crls().getLast();
        byte[] listed = list.getEncoded();

        assertThat(Certificates.readStrictly(leaf)).contains(STAGE.signing.leaf());
        assertThat(PemFiles.revocationLists("elsewhere", listed)).containsExactly(list);
        leaf[leaf.length - STAGE.signing.leaf().getSignature().length - 1] = 1;
        listed[listed.length - list.getSignature().length - 1] = 1;
        assertThat(Certificates.readStrictly(leaf)).isEmpty();
        assertThatThrownBy(() -> PemFiles.revocationLists("elsewhere", listed)).isInstanceOf(PemFault.class);
        assertThatThrownBy(() -> Pem.readCrls(Pem.block("X509 CRL", listed)))
                .hasMessageContaining("does not end with a whole byte");
    }
}
