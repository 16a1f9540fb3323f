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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks for each certificate of a path whether it was revoked, in the lists and in the answers about single
/// certificates. Revoked in either is revoked. Neither says anything: not trusted, and the answer is asked for.
/// What is in force is seen at the moment of checking: what says "good" counts no longer than it says itself,
/// also when nobody brings anything new; what revokes goes on.
///
/// Java's own `PKIXRevocationChecker` is not used: it follows web addresses inside the certificates it is
/// shown. Without it Java would go on with a list for a quarter of an hour after its end.
public final class StatusCheck extends PKIXCertPathChecker {

    private static final int CRL_SIGN = 6;

    private final PKIXParameters rules;
    private final Sources sources;

    /// The certificate that was looked at before this one, which issued it.
    private Optional<X509Certificate> above = Optional.empty();

    /// What tells of revocation.
    ///
    /// @param lists of any issuer; a forged one among them does no harm
    /// @param clock tells at which moment lists and answers must be in force
    /// @param known a revocation that a list dates later than this does not count; [Instant#MAX] when all
    ///     count, also those of tomorrow
    public record Sources(List<X509CRL> lists, StatusAnswers answers, InstantSource clock, Instant known) {
        public Sources {
            lists = List.copyOf(lists);
        }
    }

    private StatusCheck(PKIXParameters rules, Sources sources) {
        this.rules = rules;
        this.sources = sources;
    }

    /// Makes the rules look there, in place of what Java would do.
    ///
    /// @param rules whose anchors count here too
    public static void addTo(PKIXParameters rules, Sources sources) {
        rules.setRevocationEnabled(false);
        rules.addCertPathChecker(new StatusCheck((PKIXParameters) rules.clone(), sources));
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
        Instant now = sources.clock().instant();
        StatusAnswers.Question question = new StatusAnswers.Question(one, issuer);
        Optional<StatusAnswers.Answer> answer = sources.answers().to(question, now);
        if (answer.filter(StatusAnswers.Answer::revoked).isPresent()) {
            throw revoked();
        }
        if (!isClearedByList(one, issuer, now) && answer.isEmpty()) {
            sources.answers().source().ask(question);
            throw unknown();
        }
    }

    private static CertPathValidatorException revoked() {
        return refused("revoked, says its issuer", BasicReason.REVOKED);
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
                .filter(anchor -> Issuance.isBy(anchor, certificate))
                .findFirst();
    }

    /// Whether a list of the issuer says that the certificate is good. One that is signed over a weak hash may be
    /// forged, so it clears nobody; what it revokes is revoked.
    ///
    /// @throws CertPathValidatorException when one says that it is not
    private boolean isClearedByList(X509Certificate certificate, X509Certificate issuer, Instant now)
            throws CertPathValidatorException {
        boolean[] usage = issuer.getKeyUsage();
        if (usage != null && !usage[CRL_SIGN]) {
            return false;
        }
        Optional<Instant> listed = revokedAt(sources.lists(), certificate, issuer);
        if (listed.filter(moment -> !moment.isAfter(sources.known())).isPresent()) {
            throw revoked();
        }
        List<X509CRL> inForce = sources.lists().stream()
                .filter(list -> list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()))
                .filter(list -> isInForce(list, now) && SignatureHash.STRONG.contains(SignatureHash.of(list)))
                .toList();
        return !inForce.isEmpty()
                && (listed.isPresent() || isClearedByJava(certificate, issuer, really(inForce, issuer)));
    }

    /// Java looks at no further list once it meets a forged one with the key identifier of another authority.
    private static List<X509CRL> really(List<X509CRL> lists, X509Certificate issuer) {
        return lists.size() == 1
                ? lists
                : lists.stream().filter(list -> Issuance.isBy(issuer, list)).toList();
    }

    /// When a certificate was revoked, by the lists that its issuer really signed: others may come from
    /// anywhere. The first of those moments; empty when it is in none of them. A list that has ended still
    /// tells.
    public static Optional<Instant> revokedAt(
            List<X509CRL> lists, X509Certificate certificate, X509Certificate issuer) {
        return lists.stream()
                .filter(list -> list.isRevoked(certificate) && Issuance.isBy(issuer, list))
                .map(list -> list.getRevokedCertificate(certificate)
                        .getRevocationDate()
                        .toInstant())
                .min(Instant::compareTo);
    }

    /// A list that does not say when it ends, has ended: nothing would ever replace it.
    public static boolean isInForce(X509CRL list, Instant now) {
        return list.getNextUpdate() != null && !now.isAfter(list.getNextUpdate().toInstant());
    }

    private boolean isClearedByJava(X509Certificate certificate, X509Certificate issuer, List<X509CRL> lists)
            throws CertPathValidatorException {
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
