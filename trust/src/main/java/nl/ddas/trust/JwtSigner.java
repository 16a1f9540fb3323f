// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/// Signs messages that carry their signature with them: JWS in compact form (RFC 7515, section 7.1) with PS256 and the
/// chain of the signer inside. The content streams by, of any size.
public final class JwtSigner {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final Identity identity;
    private final String header64;

    /// @param identity the signing certificate, never the one used for TLS
    /// @param type header parameter `typ`, such as `JWT`; letters, digits, `+` and `-`
    /// @throws IllegalArgumentException when its certificate is not meant for signatures, or its key is not RSA
    public JwtSigner(Identity identity, String type) {
        PayloadSigner.checkFit(identity);
        if (!type.matches("[A-Za-z0-9+-]{1,32}")) {
            throw new IllegalArgumentException("JwtSigner: expected a short word as type, got '" + type + "'");
        }
        this.identity = identity;
        String header = PayloadSigner.header(identity, type) + "}";
        this.header64 = BASE64URL.encodeToString(header.getBytes(StandardCharsets.US_ASCII));
    }

    /// The certificate that others verify with.
    public X509Certificate certificate() {
        return identity.leaf();
    }

    /// Number of characters of a JWS over so many bytes.
    public long length(long payload) {
        int signature = (((RSAPublicKey) identity.leaf().getPublicKey()).getModulus().bitLength() + 7) / 8;
        return header64.length() + 1 + Base64Url.length(payload) + 1 + Base64Url.length(signature);
    }

    /// Begins a JWS: what is written into the result is its payload, and [Signing#finish] ends it.
    ///
    /// @param out takes the JWS, in ASCII; not closed
    /// @throws IllegalStateException when the key cannot be used now; nothing was written then
    public Signing start(OutputStream out) {
        return new Signing(PayloadSigner.engine(identity), header64, out);
    }

    /// Signs bytes that are ready.
    public byte[] sign(byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.toIntExact(length(payload.length)));
        try (Signing signing = start(out)) {
            signing.write(payload);
            signing.finish();
        } catch (IOException broken) {
            throw new IllegalStateException("writing to memory failed", broken);
        }
        return out.toByteArray();
    }

    /// A JWS being made; for one thread.
    public static final class Signing extends OutputStream {
        private final Signature engine;
        private final OutputStream out;
        private final OutputStream payload;
        private String header;

        private Signing(Signature engine, String header64, OutputStream out) {
            this.engine = engine;
            this.out = out;
            this.header = header64 + ".";
            this.payload = BASE64URL.wrap(new Fed());
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            payload.write(bytes, offset, length);
        }

        /// Ends the payload and writes the signature behind it. Once only.
        public void finish() throws IOException {
            payload.close();
            try {
                out.write(("." + BASE64URL.encodeToString(engine.sign())).getBytes(StandardCharsets.US_ASCII));
            } catch (SignatureException broken) {
                throw new IllegalStateException("the signature engine failed", broken);
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }

        /// Hands on what is signed, and does not close what it hands it to.
        private final class Fed extends FilterOutputStream {
            Fed() {
                super(Signing.this.out);
            }

            @Override
            public void write(int oneByte) throws IOException {
                write(new byte[] {(byte) oneByte}, 0, 1);
            }

            @Override
            public void write(byte[] text, int offset, int length) throws IOException {
                start();
                pass(text, offset, length);
            }

            @Override
            public void close() throws IOException {
                start();
            }

            private void start() throws IOException {
                byte[] first = header.getBytes(StandardCharsets.US_ASCII);
                header = "";
                pass(first, 0, first.length);
            }

            private void pass(byte[] text, int offset, int length) throws IOException {
                try {
                    engine.update(text, offset, length);
                } catch (SignatureException broken) {
                    throw new IllegalStateException("the signature engine has no key", broken);
                }
                out.write(text, offset, length);
            }
        }
    }
}
