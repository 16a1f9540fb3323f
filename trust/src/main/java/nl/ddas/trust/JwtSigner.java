// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.ProviderException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

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
        this(identity, type, PayloadSigner.header(identity, type) + "}");
    }

    private JwtSigner(Identity identity, String type, String header) {
        PayloadSigner.checkFit(identity);
        if (!type.matches("[A-Za-z0-9+-]{1,32}")) {
            throw new IllegalArgumentException("JwtSigner: expected a short word as type, got '" + type + "'");
        }
        this.identity = identity;
        this.header64 = BASE64URL.encodeToString(header.getBytes(StandardCharsets.US_ASCII));
    }

    /// Signers with the key of the moment, a new one only when the key is another.
    ///
    /// @param source asked each time; what it gives must be fit
    /// @throws IllegalArgumentException as in [#JwtSigner]
    public static Supplier<JwtSigner> following(Supplier<Identity> source, String type) {
        AtomicReference<JwtSigner> last = new AtomicReference<>(new JwtSigner(source.get(), type));
        return () -> {
            Identity now = source.get();
            return last.updateAndGet(signer -> signer.identity.equals(now) ? signer : new JwtSigner(now, type));
        };
    }

    /// Signs messages that come back to ourselves, such as access tokens: with the fingerprint of the certificate in
    /// place of the chain, so that they stay small.
    ///
    /// @param type as in [#JwtSigner]
    /// @throws IllegalArgumentException as in [#JwtSigner]
    public static JwtSigner forOurselves(Identity identity, String type) {
        String fingerprint = BASE64URL.encodeToString(Sha256.of(identity.leaf()));
        return new JwtSigner(
                identity,
                type,
                "{\"alg\":\"" + Pss.ALG + "\",\"typ\":\"" + type + "\",\"kid\":\"" + fingerprint + "\",\"x5t#S256\":\""
                        + fingerprint + "\"}");
    }

    /// The payload of a JWS that was made here, with this key; empty when it was made or changed elsewhere. Nothing of
    /// the header is read: it must be ours to the letter.
    public Optional<byte[]> payload(String jws) {
        String start = header64 + ".";
        int end = jws.lastIndexOf('.');
        if (!jws.startsWith(start) || end < start.length()) {
            return Optional.empty();
        }
        Optional<byte[]> signature = StrictBase64.url(jws.substring(end + 1));
        Optional<byte[]> payload = StrictBase64.url(jws.substring(start.length(), end));
        if (signature.isEmpty() || payload.isEmpty()) {
            return Optional.empty();
        }
        try {
            Signature engine = Pss.engine();
            engine.initVerify(identity.leaf().getPublicKey());
            engine.update(jws.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            return engine.verify(signature.get()) ? payload : Optional.empty();
        } catch (SignatureException wrongLength) {
            return Optional.empty();
        } catch (InvalidKeyException broken) {
            throw new IllegalStateException("a key that signs cannot verify", broken);
        }
    }

    /// The certificate that others verify with.
    public X509Certificate certificate() {
        return identity.leaf();
    }

    /// Number of characters of a JWS over so many bytes.
    public long length(long payload) {
        int signature =
                (((RSAPublicKey) identity.leaf().getPublicKey()).getModulus().bitLength() + 7) / 8;
        return header64.length() + 1 + Base64Url.length(payload) + 1 + Base64Url.length(signature);
    }

    /// Begins a JWS: what is written into the result is its payload, and [Signing#finish] ends it.
    ///
    /// @param out takes the JWS, in ASCII; not closed
    /// @throws IllegalStateException when the key cannot be used now; nothing was written then
    public Signing start(OutputStream out) {
        return prepare().start(out);
    }

    /// Makes ready to begin a JWS: who does so before anything is sent, can still say that the key is away.
    ///
    /// @throws IllegalStateException when the key cannot be used now
    public Prepared prepare() {
        return new Prepared(PayloadSigner.engine(identity), header64);
    }

    /// A key that is ready to sign one JWS; for one thread.
    public static final class Prepared {
        private final Signature engine;
        private final String header64;

        private Prepared(Signature engine, String header64) {
            this.engine = engine;
            this.header64 = header64;
        }

        /// As [JwtSigner#start]. Once only.
        public Signing start(OutputStream out) {
            return new Signing(engine, header64, out);
        }
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
            } catch (SignatureException | ProviderException broken) {
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
                } catch (SignatureException | ProviderException broken) {
                    throw new IllegalStateException("the signature engine has no key, or its device failed", broken);
                }
                out.write(text, offset, length);
            }
        }
    }
}
