// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ddas.basis.Issuance;
import nl.ddas.basis.StatusCheck;

/// Follows certificates up to an anchor (RFC 5280, section 6) at a moment, revocation included. Fetches nothing: only
/// the lists and answers that [Trust] holds count.
final class PathCheck {

    /// Hashes that may stand under a signature of an issuer.
    static final Set<String> HASHES = Set.of("SHA256", "SHA384", "SHA512");
    private static final int MIN_EC_BITS = 256;

    private PathCheck() {}

    /// @param chain leaf first; an anchor at the end is allowed
    /// @throws Rejection when no anchor is reached, or a certificate on the way is expired, revoked or too weak
    static void check(List<X509Certificate> chain, Trust trust, Instant now) {
        // Java lets pass what is revoked at this very moment or later; listed is revoked.
        check(chain, trust, now, Instant.MAX);
    }

    /// As [#check(List, Trust, Instant)], for who looks back: what was revoked later than `known` does not count.
    static void check(List<X509Certificate> chain, Trust trust, Instant now, Instant known) {
        List<X509Certificate> path =
                trust.anchors().contains(chain.getLast()) ? chain.subList(0, chain.size() - 1) : chain;
        if (path.isEmpty() || !path.stream().allMatch(PathCheck::strongEnough)) {
            throw untrusted(chain, trust);
        }
        try {
            CertPath certPath = Certificates.factory().generateCertPath(path);
            CertPathValidator.getInstance("PKIX").validate(certPath, parameters(trust, now, known));
        } catch (CertPathValidatorException refused) {
            throw rejection(refused, chain, trust);
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
                case UNSPECIFIED, INVALID_SIGNATURE, ALGORITHM_CONSTRAINED -> untrusted(chain, trust);
            };
        }
        return untrusted(chain, trust);
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

    private static Rejection untrusted(List<X509Certificate> chain, Trust trust) {
        Optional<Purpose> other = otherPurpose(chain, trust);
        if (other.isPresent()) {
            return Refusal.CERTIFICAAT_NIET_VERTROUWD.because("Het certificaat bij de handtekening is van een uitgever"
                    + " die hier alleen wordt vertrouwd voor een ander doel: "
                    + other.get().word()
                    + ". Onderteken met een certificaat dat daarvoor is uitgegeven.");
        }
        return Refusal.CERTIFICAAT_NIET_VERTROUWD.because("Het certificaat bij de handtekening leidt niet naar een"
                + " uitgever die hier wordt vertrouwd. Kijk of x5c alle tussenliggende certificaten bevat, en of het"
                + " certificaat voor deze omgeving is.");
    }

    /// Whether key and signature of a certificate are strong enough to lean on.
    static boolean strongEnough(X509Certificate certificate) {
        boolean key =
                switch (certificate.getPublicKey()) {
                    case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= RsaSize.LEAST;
                    case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= MIN_EC_BITS;
                    case PublicKey other -> false;
                };
        return key && HASHES.contains(hash(certificate));
    }

    /// Hash under the signature of a certificate, such as `SHA256`; empty when it cannot be told.
    private static String hash(X509Certificate certificate) {
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        int with = algorithm.indexOf("WITH");
        if (with > 0) {
            return algorithm.substring(0, with);
        }
        byte[] encoded = certificate.getSigAlgParams();
        if (!algorithm.equals("RSASSA-PSS") || encoded == null) {
            return "";
        }
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(encoded);
            return parameters
                    .getParameterSpec(PSSParameterSpec.class)
                    .getDigestAlgorithm()
                    .replace("-", "");
        } catch (GeneralSecurityException | IOException unknown) {
            return "";
        }
    }
}
