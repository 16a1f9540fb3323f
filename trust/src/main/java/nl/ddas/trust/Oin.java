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

    /// An OIN made of a KvK number: eight digits of that behind this.
    private static final String KVK_PREFIX = "00000003";

    private static final String TRADE_REGISTER = "NTRNL-";

    private static final Pattern FORM = Pattern.compile("[0-9]{8}([0-9]{12}|[A-Za-z0-9]{8,9}0{3,4})?");

    public Oin {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "Oin: expected 20 characters (OIN) or 8 digits (KvK), got " + value.length() + " characters");
        }
    }

    /// The number in the subject of a certificate; none when it is not there, there twice, of another form, or when the
    /// same subject names another KvK number.
    public static Optional<Oin> of(X509Certificate certificate) {
        SubjectName subject = SubjectName.of(certificate.getSubjectX500Principal());
        List<String> numbers = subject.serialNumbers();
        return numbers.size() == 1 && isOne(numbers.getFirst())
                ? Optional.of(new Oin(numbers.getFirst()))
                        .filter(oin -> oin.agreesWith(subject.organisationIdentifiers()))
                : Optional.empty();
    }

    /// PKIoverheid G4 names the KvK number as well, as `NTRNL-12345678` (ETSI EN 319 412-1, section 5.1.4).
    private boolean agreesWith(List<String> identifiers) {
        Optional<String> kvk = isKvk()
                ? Optional.of(value)
                : Optional.of(value).filter(oin -> oin.startsWith(KVK_PREFIX)).map(oin -> oin.substring(8, 16));
        return kvk.isEmpty()
                || identifiers.stream()
                        .filter(identifier -> identifier.startsWith(TRADE_REGISTER))
                        .allMatch(identifier -> identifier.equals(TRADE_REGISTER + kvk.get()));
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
