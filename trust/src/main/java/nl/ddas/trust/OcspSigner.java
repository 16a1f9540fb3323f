// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ddas.basis.SignatureHash;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.DefaultSignatureNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/// Who may sign an answer about a certificate (RFC 6960, 4.2.2.2): its issuer, or who has a certificate for
/// that from this same issuer.
record OcspSigner(X509Certificate issuer) {

    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    /// Says that the certificate of the responder itself need not be looked up (RFC 6960, 4.2.2.2.1).
    private static final String NO_CHECK = "1.3.6.1.5.5.7.48.1.5";

    private static final int MOST_CERTIFICATES = 4;

    private static final Pattern KNOWN = Pattern.compile("[A-Z][A-Z0-9/-]{1,40}");

    /// Why the signature does not count, English; empty when it does.
    Optional<String> objection(BasicOCSPResp answer, Instant now)
            throws IOException, OCSPException, OperatorCreationException {
        String algorithm = new DefaultSignatureNameFinder()
                .getAlgorithmName(answer.getSignatureAlgorithmID())
                .toUpperCase(Locale.ROOT);
        if (SignatureHash.STRONG.stream().noneMatch(algorithm::startsWith)) {
            return Optional.of("the answer is signed with " + told(algorithm));
        }
        if (isSignedBy(answer, issuer.getPublicKey())) {
            return Optional.empty();
        }
        X509CertificateHolder[] there = answer.getCerts();
        if (there.length > MOST_CERTIFICATES) {
            return Optional.of("the answer brings " + there.length + " certificates");
        }
        List<String> objections = new ArrayList<>();
        for (X509CertificateHolder holder : there) {
            Optional<X509Certificate> delegate = Certificates.readStrictly(holder.getEncoded());
            if (delegate.isPresent() && isSignedBy(answer, delegate.get().getPublicKey())) {
                Optional<String> objection = objection(delegate.get(), now);
                if (objection.isEmpty()) {
                    return Optional.empty();
                }
                objections.add(objection.get());
            }
        }
        return Optional.of(objections.isEmpty() ? "the answer is not signed by the issuer" : objections.getFirst());
    }

    /// An unknown one has only a number, as long as its sender likes.
    private static String told(String algorithm) {
        return KNOWN.matcher(algorithm).matches() ? algorithm : "an unknown algorithm";
    }

    private static boolean isSignedBy(BasicOCSPResp answer, PublicKey key) throws OperatorCreationException {
        try {
            return answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        } catch (OCSPException | OperatorCreationException | RuntimeException otherKey) {
            return false;
        }
    }

    /// Why the responder may not speak for the issuer.
    private Optional<String> objection(X509Certificate delegate, Instant now) {
        boolean[] usage = delegate.getKeyUsage();
        try {
            delegate.verify(issuer.getPublicKey());
            delegate.checkValidity(Date.from(now));
            if (!delegate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                    || !PathCheck.strongEnough(delegate)) {
                return Optional.of("the certificate of the responder is not from the issuer, or too weak");
            }
            List<String> uses = delegate.getExtendedKeyUsage();
            if (uses == null || !uses.contains(OCSP_SIGNING) || (usage != null && !usage[0])) {
                return Optional.of("the certificate of the responder is not for this (id-kp-OCSPSigning)");
            }
            return delegate.getExtensionValue(NO_CHECK) == null
                    ? Optional.of("the certificate of the responder may be revoked (id-pkix-ocsp-nocheck is missing)")
                    : Optional.empty();
        } catch (GeneralSecurityException notGood) {
            return Optional.of("the certificate of the responder is not from the issuer, or not in force");
        }
    }
}
