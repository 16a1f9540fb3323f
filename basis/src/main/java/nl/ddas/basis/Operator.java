// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/// A person who may decide: a certificate with his own name as common name, and a key that nobody else has.
///
/// Prints itself by fingerprint: the name of a person has no place in a log.
public record Operator(X509Certificate certificate) {

    /// A given name (or initials) and a family name in Latin letters; `Burgemeester-van den Berg`, `D'Hondt`, `J.P.`.
    private static final Pattern PERSON =
            Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{M}.'\u2019-]*( [\\p{IsLatin}\\p{M}.'\u2019-]+)+");

    private static final int LONGEST = 64;

    /// @throws IllegalArgumentException when the certificate does not have the name of a person
    public Operator {
        if (nameIn(certificate).isEmpty()) {
            throw new IllegalArgumentException(
                    "Operator: expected one common name of a person (given name, family name) in the certificate");
        }
    }

    /// The person in a certificate; none when its common name is not that of a person.
    public static Optional<Operator> of(X509Certificate certificate) {
        return nameIn(certificate).map(_ -> new Operator(certificate));
    }

    /// As it stands in the certificate.
    public String name() {
        return nameIn(certificate).orElseThrow();
    }

    /// Whether the two must count as one: they have the name or the key in common. Case, accents and points do not
    /// make another name.
    public boolean isSamePerson(Operator other) {
        return plain(name()).equals(plain(other.name()))
                || MessageDigest.isEqual(
                        certificate.getPublicKey().getEncoded(),
                        other.certificate.getPublicKey().getEncoded());
    }

    /// SHA-256 of the certificate, 64 hexadecimal characters.
    public String fingerprint() {
        try {
            return Sha256.hex(certificate.getEncoded());
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("a certificate that was read cannot be written", broken);
        }
    }

    /// Whether the certificate holds at a moment.
    public boolean isValidAt(Instant moment) {
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && !moment.isAfter(certificate.getNotAfter().toInstant());
    }

    @Override
    public String toString() {
        return "Operator[" + fingerprint().substring(0, 12) + "]";
    }

    private static Optional<String> nameIn(X509Certificate certificate) {
        try {
            List<String> names = new LdapName(
                            certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN") && rdn.size() == 1)
                            .map(Rdn::getValue)
                            .map(value -> value instanceof String text ? text : "")
                            .toList();
            return names.size() == 1
                            && names.getFirst().length() <= LONGEST
                            && PERSON.matcher(names.getFirst()).matches()
                    ? Optional.of(names.getFirst())
                    : Optional.empty();
        } catch (InvalidNameException notAName) {
            return Optional.empty();
        }
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{IsLatin}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
