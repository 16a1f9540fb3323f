// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks for each certificate of a path whether it was revoked: first in the lists, and where its issuer has none that
/// is valid, in the answers about single certificates. Neither says anything: not trusted, and the answer is asked for.
/// Revoked in either is revoked.
///
/// Java's own `PKIXRevocationChecker` is not used: it follows web addresses inside the certificates it is shown.
public final class StatusCheck extends PKIXCertPathChecker {

    private static final int CRL_SIGN = 6;

    private final PKIXParameters rules;
    private final List<X509CRL> lists;
    private final StatusAnswers answers;

    /// The certificate that was looked at before this one, which issued it.
    private Optional<X509Certificate> above = Optional.empty();

    private StatusCheck(PKIXParameters rules, List<X509CRL> lists, StatusAnswers answers) {
        this.rules = rules;
        this.lists = lists;
        this.answers = answers;
    }

    /// Makes the rules look in both, in place of what Java would do.
    ///
    /// @param rules whose anchors and moment count here too
    public static void addTo(PKIXParameters rules, List<X509CRL> lists, StatusAnswers answers) {
        rules.setRevocationEnabled(false);
        rules.addCertPathChecker(new StatusCheck((PKIXParameters) rules.clone(), List.copyOf(lists), answers));
    }

    @Override
    public void init(boolean forward) throws CertPathValidatorException {
        if (forward) {
            throw new CertPathValidatorException("only from the anchor downwards");
        }
        above = Optional.empty();
    }

    @Override
    public boolean isForwardCheckingSupported() {
        return false;
    }

    @Override
    public Set<String> getSupportedExtensions() {
        return Set.of();
    }

    /// Comes after the signature on the certificate was found good: nobody makes us ask for a forged one.
    @Override
    public void check(Certificate certificate, Collection<String> unresolved) throws CertPathValidatorException {
        X509Certificate one = (X509Certificate) certificate;
        X509Certificate issuer = above.or(() -> anchorOf(one)).orElseThrow(StatusCheck::unknown);
        above = Optional.of(one);
        StatusAnswers.Question question = new StatusAnswers.Question(one, issuer);
        Optional<StatusAnswers.Answer> answer = answers.to(question);
        if (answer.filter(StatusAnswers.Answer::revoked).isPresent()) {
            throw refused("revoked, says its issuer", BasicReason.REVOKED);
        }
        if (!clearedByList(one, issuer) && answer.isEmpty()) {
            answers.ask().accept(question);
            throw unknown();
        }
    }

    private static CertPathValidatorException unknown() {
        return refused("nobody says whether it was revoked", BasicReason.UNDETERMINED_REVOCATION_STATUS);
    }

    private static CertPathValidatorException refused(String why, BasicReason reason) {
        return new CertPathValidatorException(why, null, null, -1, reason);
    }

    private Optional<X509Certificate> anchorOf(X509Certificate certificate) {
        return rules.getTrustAnchors().stream()
                .map(TrustAnchor::getTrustedCert)
                .filter(anchor -> anchor.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(anchor -> isSignedBy(certificate, anchor))
                .findFirst();
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate anchor) {
        try {
            certificate.verify(anchor.getPublicKey());
            return true;
        } catch (GeneralSecurityException notSigned) {
            return false;
        }
    }

    /// Whether a valid list of the issuer is there, and does not hold the certificate.
    ///
    /// @throws CertPathValidatorException when it does
    private boolean clearedByList(X509Certificate certificate, X509Certificate issuer)
            throws CertPathValidatorException {
        boolean[] usage = issuer.getKeyUsage();
        if (lists.isEmpty() || (usage != null && !usage[CRL_SIGN])) {
            return false;
        }
        try {
            PKIXParameters one = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
            one.setDate(rules.getDate());
            one.setRevocationEnabled(true);
            one.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), one);
            return true;
        } catch (CertPathValidatorException refused) {
            if (refused.getReason() == BasicReason.UNDETERMINED_REVOCATION_STATUS) {
                return false;
            }
            throw refused;
        } catch (GeneralSecurityException broken) {
            throw new CertPathValidatorException("the path validation of Java failed", broken);
        }
    }
}
