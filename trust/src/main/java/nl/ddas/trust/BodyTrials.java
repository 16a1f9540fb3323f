// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.InvalidKeyException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.trust.SignatureReport.Fit;

/// Tries which body belongs to a signature: the one that came, or another spelling of it.
///
/// @param digest that the body must have as well; in form A the signature says it all
record BodyTrials(CompactJws jws, SignedPart part, X509Certificate leaf, Optional<ClaimedDigest> digest) {

    private static final int BUFFER = 16 * 1024;

    /// @param signed whether the signature is good over what it is about: in form B that is a header, not the body
    /// @param spelling the one that fits, when it is not that of the bytes sent
    record Outcome(Fit fit, boolean signed, Optional<Spelling> spelling) {}

    /// One body tried.
    private record Trial(boolean signed, boolean digestFits) {
        boolean fits() {
            return signed && digestFits;
        }
    }

    /// @param most bytes of a message that is tried in other spellings
    static Outcome run(
            CompactJws jws, JwsHeader header, X509Certificate leaf, Headers headers, MessageBody body, long most)
            throws IOException {
        BodyTrials trials = of(jws, header, leaf, headers);
        Trial sent;
        try (InputStream in = body.open()) {
            sent = trials.attempt(in);
        }
        if (sent.fits()) {
            return new Outcome(Fit.PAST, true, Optional.empty());
        }
        if (body.size() > most) {
            return new Outcome(Fit.TE_GROOT, sent.signed(), Optional.empty());
        }
        Optional<Spelling> other;
        try (InputStream in = body.open()) {
            other = trials.other(in.readAllBytes());
        }
        return new Outcome(other.isPresent() ? Fit.ANDERE_SCHRIJFWIJZE : Fit.PAST_NIET, sent.signed(), other);
    }

    private Optional<Spelling> other(byte[] message) throws IOException {
        for (Spelling spelling : Spelling.values()) {
            for (byte[] other : spelling.of(message)) {
                if (attempt(new ByteArrayInputStream(other)).fits()) {
                    return Optional.of(spelling);
                }
            }
        }
        return Optional.empty();
    }

    private static BodyTrials of(CompactJws jws, JwsHeader header, X509Certificate leaf, Headers headers) {
        return switch (HeaderRules.form(header)) {
            case A -> new BodyTrials(jws, new SignedPart.Body(!header.has("b64")), leaf, Optional.empty());
            case B -> {
                List<String> digests = headers.all(PayloadSigner.DIGEST);
                // Without the header it is tried whether the signature is over that of this body.
                SignedPart line = new SignedPart.Line(sha256 -> digests.isEmpty()
                        ? SignedHeaders.line(PayloadSigner.digest(sha256))
                        : SignedHeaders.line(digests));
                yield new BodyTrials(jws, line, leaf, claimed(headers));
            }
        };
    }

    private static Optional<ClaimedDigest> claimed(Headers headers) {
        try {
            return Optional.of(ClaimedDigest.read(headers));
        } catch (Rejection malformed) {
            return Optional.empty();
        }
    }

    private Trial attempt(InputStream body) throws IOException {
        try {
            Signature engine = Pss.engine();
            engine.initVerify(leaf.getPublicKey());
            SigningInput input = new SigningInput(engine, jws.header64(), part);
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                input.write(buffer, 0, read);
            }
            byte[] sha256 = input.end();
            return new Trial(
                    engine.verify(jws.signature()),
                    digest.filter(claimed -> !claimed.is(sha256)).isEmpty());
        } catch (InvalidKeyException | SignatureException unfit) {
            return new Trial(false, false);
        }
    }
}
