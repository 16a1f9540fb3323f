// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Number by which an organisation is known: an OIN (20 characters, a sub-OIN included), or the KvK number
/// (8 digits) of one that has no OIN.
///
/// Source: Digikoppeling identification and authentication, "OIN"; stands in `serialNumber` of the certificate subject.
public record Oin(String value) {

    /// Where certificates for practice get their number from.
    private static final String TEST_PREFIX = "00000099";

    private static final Pattern FORM = Pattern.compile("[0-9]{8}([0-9]{12}|[A-Za-z0-9]{8,9}0{3,4})?");

    public Oin {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "Oin: expected 20 characters (OIN) or 8 digits (KvK), got " + value.length() + " characters");
        }
    }

    /// The number in the subject of a certificate; none when it is not there, there twice, or of another form.
    public static Optional<Oin> of(X509Certificate certificate) {
        List<String> numbers =
                SubjectName.of(certificate.getSubjectX500Principal()).serialNumbers();
        return numbers.size() == 1 && isOne(numbers.getFirst())
                ? Optional.of(new Oin(numbers.getFirst()))
                : Optional.empty();
    }

    /// Whether it is the KvK number of an organisation without OIN.
    public boolean isKvk() {
        return value.length() == 8;
    }

    /// Whether it is out of the series for tests.
    public boolean isForTest() {
        return !isKvk() && value.startsWith(TEST_PREFIX);
    }

    @Override
    public String toString() {
        return value;
    }

    /// Whether a text has the form of such a number.
    public static boolean isOne(String value) {
        return (value.length() == 8 || value.length() == 20)
                && FORM.matcher(value).matches();
    }
}
