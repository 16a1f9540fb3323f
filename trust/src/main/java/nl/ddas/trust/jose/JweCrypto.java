// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import nl.ddas.trust.Base64Url;

/// The algorithms of an encrypted message (RFC 7518, sections 4.3 and 5.3), as Java names them.
final class JweCrypto {

    static final String ENC = "A256GCM";
    static final int KEY_BYTES = 32;
    static final int IV_BYTES = 12;
    static final int TAG_BYTES = 16;

    private JweCrypto() {}

    /// How the key of a message is encrypted.
    enum Wrapping {
        RSA_OAEP_256("RSA-OAEP-256", "SHA-256"),
        /// What the encryption module of the API design rules names; taken, never sent.
        RSA_OAEP("RSA-OAEP", "SHA-1");

        private final String alg;

        /// Of the padding and of its mask alike.
        private final String hash;

        Wrapping(String alg, String hash) {
            this.alg = alg;
            this.hash = hash;
        }

        String alg() {
            return alg;
        }

        /// @param mode of [Cipher]
        Cipher cipher(int mode, Key key) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    mode,
                    key,
                    new OAEPParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), PSource.PSpecified.DEFAULT));
            return cipher;
        }

        static Optional<Wrapping> of(String alg) {
            return Arrays.stream(values())
                    .filter(wrapping -> wrapping.alg.equals(alg))
                    .findFirst();
        }
    }

    /// @param mode of [Cipher]
    static Cipher gcm(int mode, byte[] key, byte[] iv, byte[] additional) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * 8, iv));
            cipher.updateAAD(additional);
            return cipher;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("every Java has AES-GCM", broken);
        }
    }

    /// A digest that still takes bytes.
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java has SHA-256", broken);
        }
    }

    /// `x5t#S256` (RFC 7515, section 4.1.8).
    static String fingerprint(X509Certificate certificate) {
        try {
            return Base64Url.encode(sha256().digest(certificate.getEncoded()));
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("a certificate that was read cannot be written", broken);
        }
    }
}
