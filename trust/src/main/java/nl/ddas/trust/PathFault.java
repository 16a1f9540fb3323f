// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.PublicKey;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.PKIXReason;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.ddas.basis.SignatureHash;

/// Why a chain is not followed up to its anchor: which certificate stands in the way, and what is wrong with it
/// (RFC 5280, section 6). Each a clause in Dutch such as `het 2e certificaat van de keten is getekend over
/// SHA1`, the first being the leaf.
final class PathFault {

    private static final int MIN_EC_BITS = 256;

    /// What the path validation of Java understands when it is critical: keyUsage, subjectAltName, basicConstraints,
    /// nameConstraints, certificatePolicies, policyMappings, policyConstraints, extKeyUsage and inhibitAnyPolicy
    /// (RFC 5280, 4.2.1).
    private static final Set<String> UNDERSTOOD = Set.of(
            "2.5.29.15",
            "2.5.29.17",
            "2.5.29.19",
            "2.5.29.30",
            "2.5.29.32",
            "2.5.29.33",
            "2.5.29.36",
            "2.5.29.37",
            "2.5.29.54");

    private PathFault() {}

    /// The first certificate whose key or signature is too weak to lean on.
    ///
    /// @return empty when all are strong enough
    static Optional<String> weakness(List<X509Certificate> path) {
        return IntStream.range(0, path.size())
                .mapToObj(i -> weakness(path.get(i)).map(what -> at(i) + what))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Why the key or the signature of a certificate is too weak to lean on: RSA below [RsaSize#LEAST] bits, a curve
    /// below 256, a key of another kind, or signed over a hash that is not [SignatureHash#STRONG].
    ///
    /// @return a clause without the certificate that it is about; empty when it is strong enough
    static Optional<String> weakness(X509Certificate certificate) {
        if (!isStrong(certificate.getPublicKey())) {
            return Optional.of("heeft een te zwakke sleutel (verwacht: RSA van ten minste " + RsaSize.LEAST
                    + " bits, of een elliptische kromme van ten minste " + MIN_EC_BITS + ")");
        }
        String hash = SignatureHash.of(certificate);
        return SignatureHash.STRONG.contains(hash)
                ? Optional.empty()
                : Optional.of("is getekend over " + (hash.isEmpty() ? "een onbekende hash" : hash)
                        + " (verwacht: SHA-256 of beter)");
    }

    private static boolean isStrong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= RsaSize.LEAST;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= MIN_EC_BITS;
            case PublicKey other -> false;
        };
    }

    /// What Java found wrong.
    ///
    /// @return empty when it blames no certificate: then the chain does not lead to an anchor
    static Optional<String> of(CertPathValidatorException refused, List<X509Certificate> path) {
        int place = refused.getIndex();
        if (place < 0 || place >= path.size()) {
            return Optional.empty();
        }
        return what(refused.getReason(), path.get(place)).map(what -> at(place) + what);
    }

    private static Optional<String> what(Reason reason, X509Certificate certificate) {
        return switch (reason) {
            case PKIXReason pkix ->
                switch (pkix) {
                    case NOT_CA_CERT -> Optional.of("is niet van een uitgever en mag geen certificaten ondertekenen");
                    case INVALID_KEY_USAGE ->
                        Optional.of("mag volgens keyUsage geen certificaten ondertekenen (keyCertSign)");
                    case PATH_TOO_LONG ->
                        Optional.of("staat onder meer uitgevers dan die daarboven toestaan (pathLenConstraint)");
                    case INVALID_NAME ->
                        Optional.of("heeft een naam die de uitgever ervan niet mag uitgeven (nameConstraints)");
                    case UNRECOGNIZED_CRIT_EXT ->
                        Optional.of("heeft een kritieke extensie die hier niet wordt begrepen: "
                                + String.join(", ", notUnderstood(certificate)));
                    case INVALID_POLICY -> Optional.of("heeft een beleid dat de uitgever ervan niet toestaat");
                    case NAME_CHAINING -> Optional.of("is niet van de uitgever die erna staat");
                    case NO_TRUST_ANCHOR -> Optional.empty();
                };
            case BasicReason basic ->
                switch (basic) {
                    case INVALID_SIGNATURE ->
                        Optional.of("is niet getekend met de sleutel van de uitgever die erin staat");
                    case ALGORITHM_CONSTRAINED ->
                        Optional.of("gebruikt een algoritme dat hier niet meer is toegestaan");
                    case UNSPECIFIED -> Optional.of("voldoet niet aan de regels voor een keten (RFC 5280)");
                    case EXPIRED, NOT_YET_VALID, REVOKED, UNDETERMINED_REVOCATION_STATUS -> Optional.empty();
                };
            case Reason _ -> Optional.empty();
        };
    }

    private static Set<String> notUnderstood(X509Certificate certificate) {
        Set<String> critical = new TreeSet<>(certificate.getCriticalExtensionOIDs());
        critical.removeAll(UNDERSTOOD);
        return critical;
    }

    private static String at(int place) {
        return "het " + (place + 1) + "e certificaat van de keten ";
    }
}
