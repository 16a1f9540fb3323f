// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/// The two digests of FSC, and how they are spelled.
final class Digests {

    private Digests() {}

    static byte[] sha256(byte[] bytes) {
        return digest("SHA-256").digest(bytes);
    }

    /// FIPS 202; not Keccak-512, which pads differently.
    static MessageDigest sha3() {
        return digest("SHA3-512");
    }

    static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("a certificate that was read cannot be written", broken);
        }
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java has " + name, broken);
        }
    }
}
