// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import nl.ddas.trust.Base64Url;
import nl.ddas.trust.Recipient;
import nl.ddas.trust.jose.JweCrypto.Wrapping;

/// Encrypts a JWT while it streams by: JWE in compact form (RFC 7516, section 7.1) with RSA-OAEP-256 and A256GCM, a new
/// key for each message. Thread-safe.
public final class JweEncrypter {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random;

    /// @param random of keys and initialisation vectors; safe for many threads
    public JweEncrypter(SecureRandom random) {
        this.random = random;
    }

    /// Number of characters of the JWE over so many characters of JWT.
    public static long length(Recipient to, long plain) {
        int key = (((RSAPublicKey) to.certificate().getPublicKey()).getModulus().bitLength() + 7) / 8;
        return header(to).length()
                + 1
                + Base64Url.length(key)
                + 1
                + Base64Url.length(JweCrypto.IV_BYTES)
                + 1
                + Base64Url.length(plain)
                + 1
                + Base64Url.length(JweCrypto.TAG_BYTES);
    }

    /// Begins a JWE: what is written into the result is encrypted, and [Encrypting#finish] ends it.
    ///
    /// @param out takes the JWE, in ASCII; not closed
    /// @throws IOException when `out` throws it
    public Encrypting start(Recipient to, OutputStream out) throws IOException {
        byte[] key = random(JweCrypto.KEY_BYTES);
        byte[] iv = random(JweCrypto.IV_BYTES);
        String header = header(to);
        byte[] ascii = header.getBytes(StandardCharsets.US_ASCII);
        Cipher cipher = JweCrypto.gcm(Cipher.ENCRYPT_MODE, key, iv, ascii);
        out.write(ascii);
        write(out, "." + Base64Url.encode(wrapped(key, to)) + "." + Base64Url.encode(iv) + ".");
        return new Encrypting(cipher, out);
    }

    private static String header(Recipient to) {
        String json = "{\"alg\":\"" + Wrapping.RSA_OAEP_256.alg() + "\",\"enc\":\"" + JweCrypto.ENC
                + "\",\"typ\":\"JWE\",\"cty\":\"JWT\",\"x5t#S256\":\"" + JweCrypto.fingerprint(to.certificate())
                + "\"}";
        return Base64Url.encode(json.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return made;
    }

    private static byte[] wrapped(byte[] key, Recipient to) {
        try {
            return Wrapping.RSA_OAEP_256
                    .cipher(Cipher.ENCRYPT_MODE, to.certificate().getPublicKey())
                    .doFinal(key);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a key that was found fit cannot be encrypted with", broken);
        }
    }

    private static void write(OutputStream out, String ascii) throws IOException {
        out.write(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /// A JWE being made; for one thread.
    public static final class Encrypting extends OutputStream {
        private final Cipher cipher;
        private final OutputStream out;
        private final OutputStream text;

        private Encrypting(Cipher cipher, OutputStream out) {
            this.cipher = cipher;
            this.out = out;
            this.text = BASE64URL.wrap(new FilterOutputStream(out) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() {
                    // The tag comes behind this.
                }
            });
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            byte[] made = cipher.update(bytes, offset, length);
            // Nothing comes out while a block of the cipher is not full.
            if (made != null) {
                text.write(made);
            }
        }

        /// Ends the JWE. Once only.
        public void finish() throws IOException {
            try {
                byte[] rest = cipher.doFinal();
                int tag = rest.length - JweCrypto.TAG_BYTES;
                text.write(rest, 0, tag);
                text.close();
                JweEncrypter.write(out, "." + Base64Url.encode(Arrays.copyOfRange(rest, tag, rest.length)));
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException("AES-GCM failed", broken);
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
