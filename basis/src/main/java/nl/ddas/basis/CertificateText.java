// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/// Certificates as text: base64 on one line, as in a journal or `x5c` (RFC 7515, 4.1.6), and PEM (RFC 7468).
public final class CertificateText {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private CertificateText() {}

    /// The DER in base64, padded, on one line.
    public static String base64(X509Certificate certificate) {
        return Base64.getEncoder().encodeToString(der(certificate));
    }

    /// What [#base64] wrote.
    ///
    /// @throws CertificateException when it is no certificate in base64
    public static X509Certificate read(String base64) throws CertificateException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException notBase64) {
            throw new CertificateException("not in base64", notBase64);
        }
    }

    /// One block in PEM.
    public static String pem(X509Certificate certificate) {
        return block("CERTIFICATE", der(certificate));
    }

    /// One block in PEM of any kind.
    ///
    /// @param label such as `CERTIFICATE`
    public static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + new String(LINES.encode(der), StandardCharsets.US_ASCII)
                + "\n-----END " + label + "-----\n";
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("a certificate that was read cannot be written", broken);
        }
    }
}
