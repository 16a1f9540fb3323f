// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateBase64Test {

    private static final X509Certificate LEAF = Fixture.ONE.signer(Fixture.A).leaf();
    private static final String TEXT = CertificateBase64.write(LEAF);

    @Test
    void readsWhatItWrites() {
        assertThat(CertificateBase64.read(TEXT)).contains(LEAF);
    }

    @Test
    void takesOneSpellingOfACertificateOnly() {
        String bare = TEXT.replace("=", "");
        assertThat(List.of(bare + (bare.equals(TEXT) ? "====" : ""), TEXT + "\n", "A" + TEXT, TEXT + TEXT))
                .allSatisfy(other ->
                        assertThat(CertificateBase64.read(other)).as(other).isEmpty());
    }

    /// Which bits of the last byte of its signature do not count stands where nothing covers it.
    @Test
    void takesNoCertificateWithBitsThatDoNotCount() {
        byte[] der = Digests.der(LEAF);
        der[der.length - LEAF.getSignature().length - 1] = 1;
        assertThat(CertificateBase64.read(Base64.getEncoder().encodeToString(der)))
                .isEmpty();
    }
}
