// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import nl.ddas.trust.PemFiles;

/// A certificate as a text: DER in plain base64, as in `x5c` (RFC 7517, 4.7).
public final class CertificateBase64 {

    private CertificateBase64() {}

    /// The text of a certificate.
    public static String write(X509Certificate certificate) {
        return Base64.getEncoder().encodeToString(Digests.der(certificate));
    }

    /// The certificate in a text, spelled in one way; nothing when it is anything else.
    public static Optional<X509Certificate> read(String text) {
        return PemFiles.certificate(text);
    }
}
