// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.ddas.basis.Issuance;
import nl.ddas.basis.StatusCheck;

/// Follows certificates up to an anchor (RFC 5280, section 6) at a moment, revocation included. Fetches
/// nothing: only the lists and answers that [Trust] holds count.
final class PathCheck {

    private PathCheck() {}

    /// @param chain leaf first; an anchor at the end is allowed
    /// @throws Rejection when no anchor is reached, or a certificate on the way is expired, revoked or too weak
    static void check(List<X509Certificate> chain, Trust trust, Instant now) {
        // Java lets pass what is revoked at this very moment or later; listed is revoked.
        check(chain, trust, now, Instant.MAX);
    }

    /// As [#check(List, Trust, Instant)], for who looks back: what was revoked later than `known` does not count.
    static void check(List<X509Certificate> chain, Trust trust, Instant now, Instant known) {
        List<X509Certificate> path = path(chain, trust);
        if (path.isEmpty() || PathFault.weakness(path).isPresent()) {
            throw untrusted(chain, trust, weakness(path, trust));
        }
        Optional<CertPathValidatorException> refused = objection(path, trust, now, known);
        if (refused.isPresent()) {
            throw rejection(refused.get(), chain, trust);
        }
    }

    /// Which certificate of a chain that is not trusted stands in the way, and why; as [PathFault] says it.
    ///
    /// @return empty when the chain does not lead to an anchor
    static Optional<String> fault(List<X509Certificate> chain, Trust trust, Instant now) {
        List<X509Certificate> path = path(chain, trust);
        return path.isEmpty()
                ? Optional.empty()
                : weakness(path, trust).or(() -> objection(path, trust, now, Instant.MAX)
                        .flatMap(refused -> PathFault.of(refused, path)));
    }

    private static List<X509Certificate> path(List<X509Certificate> chain, Trust trust) {
        return trust.anchors().contains(chain.getLast()) ? chain.subList(0, chain.size() - 1) : chain;
    }

    /// Of a chain that leads nowhere, that comes first.
    private static Optional<String> weakness(List<X509Certificate> path, Trust trust) {
        boolean leads =
                !path.isEmpty() && trust.anchors().stream().anyMatch(anchor -> Issuance.isBy(anchor, path.getLast()));
        return leads ? PathFault.weakness(path) : Optional.empty();
    }

    private static Optional<CertPathValidatorException> objection(
            List<X509Certificate> path, Trust trust, Instant now, Instant known) {
        try {
            CertPath certPath = Certificates.factory().generateCertPath(path);
            CertPathValidator.getInstance("PKIX").validate(certPath, parameters(trust, now, known));
            return Optional.empty();
        } catch (CertPathValidatorException refused) {
            return Optional.of(refused);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the path validation of Java failed", broken);
        }
    }

    private static PKIXParameters parameters(Trust trust, Instant now, Instant known) throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(trust.anchors().stream()
                .map(anchor -> new TrustAnchor(anchor, null))
                .collect(Collectors.toSet()));
        parameters.setDate(Date.from(now));
        if (trust.unchecked().isEmpty()) {
            StatusCheck.addTo(
                    parameters,
                    new StatusCheck.Sources(trust.crls(), trust.answers(), InstantSource.fixed(now), known));
        } else {
            parameters.setRevocationEnabled(false);
        }
        return parameters;
    }

    private static Rejection rejection(CertPathValidatorException refused, List<X509Certificate> chain, Trust trust) {
        if (refused.getReason() instanceof BasicReason reason) {
            return switch (reason) {
                case EXPIRED ->
                    Refusal.CERTIFICAAT_GELDIGHEID.because(
                            "Een certificaat bij de handtekening is verlopen. Vraag een nieuw aan en onderteken daarmee.");
                case NOT_YET_VALID ->
                    Refusal.CERTIFICAAT_GELDIGHEID.because(
                            "Een certificaat bij de handtekening is nog niet geldig. Kijk naar de begindatum, en of de"
                                    + " klok goed staat.");
                case REVOKED -> revoked();
                case UNDETERMINED_REVOCATION_STATUS ->
                    Refusal.INTREKKINGSSTATUS_ONBEKEND.because(
                            "Nu is niet vast te stellen of het certificaat is ingetrokken: een geldige intrekkingslijst of"
                                    + " ander antwoord van de uitgever ontbreekt. Probeer het later opnieuw.");
                case UNSPECIFIED, INVALID_SIGNATURE, ALGORITHM_CONSTRAINED -> blamed(refused, chain, trust);
            };
        }
        return blamed(refused, chain, trust);
    }

    private static Rejection blamed(CertPathValidatorException refused, List<X509Certificate> chain, Trust trust) {
        return untrusted(chain, trust, PathFault.of(refused, path(chain, trust)));
    }

    private static Rejection revoked() {
        return Refusal.CERTIFICAAT_INGETROKKEN.because(
                "Een certificaat bij de handtekening is ingetrokken. Onderteken met een geldig certificaat.");
    }

    /// For what the authority above a chain is trusted, when that is something else.
    static Optional<Purpose> otherPurpose(List<X509Certificate> chain, Trust trust) {
        X509Certificate top = chain.getLast();
        return trust.elsewhere().entrySet().stream()
                .filter(other ->
                        other.getValue().stream().anyMatch(anchor -> anchor.equals(top) || Issuance.isBy(anchor, top)))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
    }

    /// @param fault as [#fault] gives it
    private static Rejection untrusted(List<X509Certificate> chain, Trust trust, Optional<String> fault) {
        Optional<Purpose> other = otherPurpose(chain, trust);
        if (other.isPresent()) {
            return Refusal.CERTIFICAAT_NIET_VERTROUWD.because("Het certificaat bij de handtekening is van een uitgever"
                    + " die hier alleen wordt vertrouwd voor een ander doel: "
                    + other.get().word()
                    + ". Onderteken met een certificaat dat daarvoor is uitgegeven.");
        }
        return Refusal.CERTIFICAAT_NIET_VERTROUWD.because(
                fault.map(clause -> "Het certificaat bij de handtekening wordt hier niet vertrouwd: " + clause
                                + ". De keten is wat in x5c staat, te beginnen bij de ondertekenaar.")
                        .orElse(
                                "Het certificaat bij de handtekening leidt niet naar een uitgever die hier wordt vertrouwd. Kijk"
                                        + " of x5c alle tussenliggende certificaten bevat, en of het certificaat voor deze omgeving"
                                        + " is."));
    }

    /// Whether key and signature of a certificate are strong enough to lean on.
    static boolean strongEnough(X509Certificate certificate) {
        return PathFault.weakness(certificate).isEmpty();
    }
}
