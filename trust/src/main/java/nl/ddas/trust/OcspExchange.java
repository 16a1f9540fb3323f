// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import nl.ddas.basis.StatusAnswers.Answer;
import nl.ddas.basis.StatusAnswers.Question;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// One question about one certificate to its issuer and the answer to it (OCSP, RFC 6960). Touches no network.
///
/// @param nonce sent along (RFC 9654), so that an old answer can be told; empty when the answer was kept from an
///     earlier run
record OcspExchange(Question about, byte[] nonce, Nonce rule) {

    /// How far the clock of an issuer may be ahead.
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /// An answer that does not say how long it holds: there may be a newer one at any moment.
    private static final Duration UNSAID = Duration.ofHours(1);

    /// Whatever it says itself.
    private static final Duration LONGEST = Duration.ofDays(10);

    /// What an answer must say of what was sent along.
    enum Nonce {
        /// The same, or nothing: many responders give answers that they signed beforehand (RFC 5019).
        WHEN_THERE,
        /// The same.
        ALWAYS,
        /// Nothing was sent.
        NOT_ASKED
    }

    /// What came back.
    sealed interface Outcome {
        /// @param made moment at which this was so
        record Known(Answer answer, Instant made) implements Outcome {}

        /// The issuer does not know the certificate.
        record Unknown() implements Outcome {}

        /// Not an answer to this question.
        ///
        /// @param why English, for the log
        record Unusable(String why) implements Outcome {}
    }

    /// The question in DER.
    byte[] request() {
        try {
            OCSPReqBuilder builder = new OCSPReqBuilder();
            builder.addRequest(id(digests()));
            builder.setRequestExtensions(
                    new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, spelled())));
            return builder.build().getEncoded();
        } catch (OCSPException | GeneralSecurityException | IOException | OperatorCreationException broken) {
            throw new IllegalStateException("a question about a certificate could not be made", broken);
        }
    }

    /// SHA-1 is but a name here, the one that every responder knows (RFC 5019, 2.1.1); nothing rests on it.
    private CertificateID id(DigestCalculatorProvider digests)
            throws GeneralSecurityException, OCSPException, OperatorCreationException {
        return new CertificateID(
                digests.get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(about.issuer()),
                about.certificate().getSerialNumber());
    }

    private static DigestCalculatorProvider digests() throws OperatorCreationException {
        return new JcaDigestCalculatorProviderBuilder().build();
    }

    private byte[] spelled() throws IOException {
        return new DEROctetString(nonce).getEncoded();
    }

    /// Judges an answer.
    ///
    /// @param bytes from anywhere
    Outcome read(byte[] bytes, Instant now) {
        // What the library throws at bytes that are no answer, it does not promise.
        try {
            OCSPResp response = new OCSPResp(bytes);
            if (response.getStatus() != OCSPResp.SUCCESSFUL) {
                return new Outcome.Unusable("the responder gives no answer, status " + response.getStatus());
            }
            if (!(response.getResponseObject() instanceof BasicOCSPResp basic)) {
                return new Outcome.Unusable("the answer is of an unknown type");
            }
            if (!isSpelledAsItShould(bytes, response.toASN1Structure())) {
                return new Outcome.Unusable("the answer is not in DER, or has something behind it");
            }
            Optional<String> objection = new OcspSigner(about.issuer())
                    .objection(basic, now)
                    .or(() -> objectionToNonce(basic))
                    .or(() -> objectionToExtensions(basic));
            return objection.isPresent() ? new Outcome.Unusable(objection.get()) : read(basic, now);
        } catch (IOException
                | OCSPException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException unreadable) {
            return new Outcome.Unusable("the answer cannot be read");
        }
    }

    /// What is sent is DER (RFC 6960, A.1). The library takes more than that, and looks at what it understood of it
    /// when it verifies: so another spelling of an answer would be taken for it.
    private static boolean isSpelledAsItShould(byte[] bytes, OCSPResponse response) {
        byte[] inner = response.getResponseBytes().getResponse().getOctets();
        BasicOCSPResponse answer = BasicOCSPResponse.getInstance(inner);
        return Arrays.equals(bytes, Certificates.der(response))
                && Arrays.equals(inner, Certificates.der(answer))
                && AlgorithmSpelling.isPlain(answer.getSignatureAlgorithm());
    }

    /// Judges an answer that was kept since it was judged before. One that revokes is judged as of the moment
    /// at which it was signed: it does not end, nor does it fall with the certificate of the responder.
    ///
    /// @param bytes from our own folder
    Outcome readKept(byte[] bytes, Instant now) {
        Outcome outcome = read(bytes, now);
        if (!(outcome instanceof Outcome.Unusable)) {
            return outcome;
        }
        return signedAt(bytes)
                .map(moment -> read(bytes, moment))
                .filter(then -> then instanceof Outcome.Known(Answer answer, Instant _) && answer.revoked())
                .orElse(outcome);
    }

    private static Optional<Instant> signedAt(byte[] bytes) {
        try {
            return new OCSPResp(bytes).getResponseObject() instanceof BasicOCSPResp basic
                    ? Optional.of(basic.getProducedAt().toInstant())
                    : Optional.empty();
        } catch (IOException | OCSPException | RuntimeException unreadable) {
            // The library throws them at bytes that are no answer.
            return Optional.empty();
        }
    }

    private Optional<String> objectionToNonce(BasicOCSPResp basic) {
        Extension there = basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        return switch (rule) {
            case NOT_ASKED -> Optional.empty();
            case WHEN_THERE -> there == null ? Optional.empty() : differing(there);
            case ALWAYS -> there == null ? Optional.of("the answer has no nonce") : differing(there);
        };
    }

    /// Of those that must be understood we know the nonce.
    private static Optional<String> objectionToExtensions(BasicOCSPResp basic) {
        for (Object critical : basic.getCriticalExtensionOIDs()) {
            if (!critical.equals(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)) {
                return Optional.of("the answer has a critical extension");
            }
        }
        return Optional.empty();
    }

    private Optional<String> differing(Extension there) {
        try {
            return Arrays.equals(there.getExtnValue().getOctets(), spelled())
                    ? Optional.empty()
                    : Optional.of("the answer is to another question, by its nonce");
        } catch (IOException broken) {
            throw new IllegalStateException("writing to memory failed", broken);
        }
    }

    private Outcome read(BasicOCSPResp basic, Instant now)
            throws GeneralSecurityException, OCSPException, OperatorCreationException {
        DigestCalculatorProvider digests = digests();
        JcaX509CertificateHolder issuer = new JcaX509CertificateHolder(about.issuer());
        for (SingleResp single : basic.getResponses()) {
            CertificateID id = single.getCertID();
            if (id.getSerialNumber().equals(about.certificate().getSerialNumber())
                    && id.matchesIssuer(issuer, digests)) {
                return judged(single, now);
            }
        }
        return new Outcome.Unusable("the answer is about another certificate");
    }

    private static Outcome judged(SingleResp single, Instant now) {
        Instant made = single.getThisUpdate().toInstant();
        Instant until = earliest(
                single.getNextUpdate() == null
                        ? made.plus(UNSAID)
                        : single.getNextUpdate().toInstant(),
                made.plus(LONGEST));
        if (!single.getCriticalExtensionOIDs().isEmpty()) {
            return new Outcome.Unusable("the answer has a critical extension");
        }
        if (made.isAfter(now.plus(AHEAD))) {
            return new Outcome.Unusable("the answer is from the future");
        }
        if (!now.isBefore(until)) {
            return new Outcome.Unusable("the answer has ended");
        }
        CertificateStatus status = single.getCertStatus();
        if (status instanceof UnknownStatus) {
            return new Outcome.Unknown();
        }
        // Anything but good is not good, a hold included.
        return new Outcome.Known(new Answer(status != CertificateStatus.GOOD, until), made);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
