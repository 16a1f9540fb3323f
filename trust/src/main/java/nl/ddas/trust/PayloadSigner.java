// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.ProviderException;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.ddas.basis.Headers;
import nl.ddas.trust.PayloadVerifier.Verdict;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;

/// Signs message bodies in one of two forms, PS256, while they stream by.
///
/// Source: DDAS signing-encryptie.md; RFC 7515 appendix F; JAdES baseline B (`iat`, `x5t#S256`); for form B the
/// signing module of the API design rules.
public final class PayloadSigner {

    /// The header that carries the signature.
    public static final String PAYLOAD_SIG = "nlgov-adr-payload-sig";

    /// The header that carries the SHA-256 of the body (RFC 3230).
    public static final String DIGEST = "Digest";

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final Supplier<Identity> source;
    private final Clock clock;
    private final SignatureForm form;
    private volatile Ready ready;

    /// @param headerStart protected header up to the moment
    private record Ready(Identity identity, String headerStart) {
        static Ready of(Identity identity) {
            checkFit(identity);
            return new Ready(identity, PayloadSigner.headerStart(identity));
        }
    }

    /// @param identity the signing certificate, never the one used for TLS
    /// @throws IllegalArgumentException when its certificate is not meant for signatures, or its key is not RSA
    public PayloadSigner(Identity identity, Clock clock) {
        this(identity, clock, SignatureForm.A);
    }

    /// As [#PayloadSigner(Identity, Clock)], in a form of choice.
    public PayloadSigner(Identity identity, Clock clock, SignatureForm form) {
        this(() -> identity, clock, form);
    }

    /// As [#PayloadSigner(Identity, Clock)], with a key that may be another one later: each signature is made
    /// with the one of its moment.
    ///
    /// @param source asked for each signature; what it gives must be fit
    public PayloadSigner(Supplier<Identity> source, Clock clock, SignatureForm form) {
        this.source = source;
        this.clock = clock;
        this.form = form;
        this.ready = Ready.of(source.get());
    }

    private Ready ready() {
        Identity now = source.get();
        Ready last = ready;
        if (now.equals(last.identity())) {
            return last;
        }
        Ready next = Ready.of(now);
        ready = next;
        return next;
    }

    /// @throws IllegalArgumentException when its certificate is not meant for signatures, or its key is not RSA
    static void checkFit(Identity identity) {
        Purpose.objectionToSigning(identity.leaf()).ifPresent(objection -> {
            throw new IllegalArgumentException(identity + " cannot sign messages: " + objection);
        });
        if (!(identity.leaf().getPublicKey() instanceof RSAPublicKey)) {
            throw new IllegalArgumentException(identity + " cannot sign messages: PS256 wants an RSA key, and this is "
                    + identity.leaf().getPublicKey().getAlgorithm());
        }
    }

    /// Why every receiver would refuse what is signed with this at a moment, whatever the message; nothing when its
    /// certificates give no cause. Of anchors and revocation nothing is known here.
    public static Optional<Verdict.Refused> refusal(Identity identity, Instant at) {
        SignerChain chain = new SignerChain(identity.chain());
        try {
            chain.checkOrder();
            chain.checkKey();
            SignerChecks.checkUse(chain);
            SignerChecks.checkValidity(chain, at);
            return Optional.empty();
        } catch (Rejection rejection) {
            return Optional.of(rejection.verdict());
        }
    }

    /// A stream to write the body into; [Signing#finish] gives the header values. Thread-safe factory, stream
    /// for one thread.
    ///
    /// @throws IllegalStateException when the key cannot sign now, such as one in a device that is away; the stream
    ///     throws it too
    public Signing start() {
        // Numbers, base64 and fixed names only: nothing here needs JSON escapes.
        Ready now = ready();
        String header = now.headerStart() + clock.instant().getEpochSecond() + headerEnd();
        String header64 = BASE64URL.encodeToString(header.getBytes(StandardCharsets.US_ASCII));
        return new Detached(engine(now.identity()), header64, part());
    }

    /// @throws IllegalStateException when the key cannot be used now
    static java.security.Signature engine(Identity identity) {
        try {
            return Pss.signer(identity.key());
        } catch (InvalidKeyException | ProviderException broken) {
            throw new IllegalStateException(identity + ": its key cannot make PS256 signatures", broken);
        }
    }

    private SignedPart part() {
        return switch (form) {
            case A -> new SignedPart.Body(true);
            case B -> new SignedPart.Line(sha256 -> SignedHeaders.line(digest(sha256)));
        };
    }

    private String headerEnd() {
        return switch (form) {
            case A -> "}";
            case B -> SignedHeaders.PARAMETERS + "}";
        };
    }

    /// Whether a signature that was made before names the certificate, chain and form that we would use now;
    /// its time may differ. Reads its protected header only, and verifies nothing.
    public boolean isAsNow(Signature made) {
        String header64 = made.payloadSig().split("\\.", 2)[0];
        String alike = Pattern.quote(ready().headerStart()) + "\\d+" + Pattern.quote(headerEnd());
        try {
            String header = new String(Base64.getUrlDecoder().decode(header64), StandardCharsets.US_ASCII);
            return header.matches(alike);
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    /// The certificate that others verify with.
    public X509Certificate certificate() {
        return ready().identity().leaf();
    }

    /// The certificate that others verify with, and those above it that go along.
    public List<X509Certificate> chain() {
        return ready().identity().chain();
    }

    /// What signs whole messages with the same key, also when that is replaced; asked for each message.
    ///
    /// @param type as in [JwtSigner#JwtSigner]
    public Supplier<JwtSigner> jwt(String type) {
        return JwtSigner.following(source, type);
    }

    /// Signs bytes that are ready.
    public Signature sign(byte[] body) {
        try (Detached signing = (Detached) start()) {
            signing.write(body, 0, body.length);
            return signing.finish();
        }
    }

    private static String headerStart(Identity identity) {
        return header(identity, "JOSE") + ",\"iat\":";
    }

    /// A protected header without its closing brace.
    static String header(Identity identity, String type) {
        String chain = identity.chain().stream()
                .map(certificate -> "\"" + Base64.getEncoder().encodeToString(Sha256.der(certificate)) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"alg\":\"" + Pss.ALG + "\",\"typ\":\"" + type + "\",\"kid\":\"" + kid(identity.leaf())
                + "\",\"x5c\":" + chain + ",\"x5t#S256\":\"" + BASE64URL.encodeToString(Sha256.of(identity.leaf()))
                + "\"";
    }

    /// Value of the header `Digest`.
    static String digest(byte[] sha256) {
        return "SHA-256=" + Base64.getEncoder().encodeToString(sha256);
    }

    /// The key identifier of JAdES (ETSI TS 119 182-1, 5.1.4): issuer and serial number in DER.
    private static String kid(X509Certificate leaf) {
        X500Name issuer = X500Name.getInstance(leaf.getIssuerX500Principal().getEncoded());
        IssuerSerial id = new IssuerSerial(new GeneralNames(new GeneralName(issuer)), leaf.getSerialNumber());
        return Base64.getEncoder().encodeToString(Certificates.der(id));
    }

    /// A body being signed.
    public abstract static class Signing extends OutputStream {
        /// Ends the body. Once only.
        public abstract Signature finish();
    }

    /// @param payloadSig value of `nlgov-adr-payload-sig`
    /// @param digest value of `Digest`: `SHA-256=` and padded base64
    public record Signature(String payloadSig, String digest) {

        /// These headers and the two of the signature.
        public Headers addTo(Headers headers) {
            return headers.with(PAYLOAD_SIG, payloadSig).with(DIGEST, digest);
        }
    }

    private static final class Detached extends Signing {
        private final java.security.Signature engine;
        private final String header64;
        private final SigningInput input;

        Detached(java.security.Signature engine, String header64, SignedPart part) {
            this.engine = engine;
            this.header64 = header64;
            this.input = new SigningInput(engine, header64, part);
        }

        @Override
        public void write(int oneByte) {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                input.write(bytes, offset, length);
            } catch (ProviderException deviceAway) {
                throw new IllegalStateException("the device with the signing key failed", deviceAway);
            }
        }

        @Override
        public Signature finish() {
            try {
                byte[] sha256 = input.end();
                return new Signature(header64 + ".." + BASE64URL.encodeToString(engine.sign()), digest(sha256));
            } catch (SignatureException | ProviderException broken) {
                throw new IllegalStateException("the signature engine failed", broken);
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
