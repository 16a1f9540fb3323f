// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

/// SHA-256 of bytes and certificates.
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java has SHA-256", broken);
        }
    }

    static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }

    static byte[] of(MessageBody body) throws IOException {
        MessageDigest sha256 = digest();
        try (InputStream in = body.open();
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            in.transferTo(out);
        }
        return sha256.digest();
    }

    static byte[] of(X509Certificate certificate) {
        return of(der(certificate));
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("a certificate that was read cannot be written", broken);
        }
    }
}
