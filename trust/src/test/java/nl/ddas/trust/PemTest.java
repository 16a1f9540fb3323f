// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files with a key: what is said of one that cannot be used.
class PemTest {

    private static final Stage STAGE = new Stage();
    private static final Path FILE = Path.of("key.pem");

    /// PKCS#8 (RFC 7468, section 11), and the older form (RFC 1421, section 4.6.1.1).
    @ParameterizedTest
    @ValueSource(strings = {"-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n", """
                -----BEGIN RSA PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: AES-256-CBC,00

                AAAA
                -----END RSA PRIVATE KEY-----
                """})
    void saysThatAKeyIsBehindAPassword(String key) {
        assertThat(fault(key + Pem.write(STAGE.signing.chain()))).isEqualTo(new PemFault.Fault.HasPassword(FILE));
    }

    @Test
    void aFileHoldsOneKeyAndItsCertificate() {
        String good = Pem.write(STAGE.signing);
        String key = Pem.block("PRIVATE KEY", STAGE.signing.key().getEncoded());

        assertThat(fault(Pem.write(STAGE.signing.chain()))).isEqualTo(new PemFault.Fault.NotOneKey(FILE, 0));
        assertThat(fault(key + good)).isEqualTo(new PemFault.Fault.NotOneKey(FILE, 2));
        assertThat(fault(key)).isEqualTo(new PemFault.Fault.NoCertificate(FILE));
        assertThat(fault(key + Pem.write(STAGE.rsa(Purpose.TLS).chain()))).isEqualTo(new PemFault.Fault.OtherKey(FILE));
    }

    private static PemFault.Fault fault(String text) {
        return catchThrowableOfType(KeyUnfit.class, () -> Pem.readIdentity(text))
                .in(FILE)
                .fault();
    }
}
