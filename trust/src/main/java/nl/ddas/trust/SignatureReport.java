// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.ddas.trust.PayloadVerifier.Verdict;

/// What a signature says and why it would be refused, for the developer who wonders. Tells nothing secret, and
/// nothing of the message but its digest. Made by [SignatureInspection].
///
/// @param alg algorithm that it names
/// @param kid key identifier that it names
/// @param form whether it is over the body or over its digest; nothing when the header cannot be read
/// @param certificates that came with it, leaf first, up to the first that cannot be read
/// @param anchor subject of the anchor to which they lead; nothing when they lead to none that was given
/// @param signedAt its `iat`
/// @param judgedAt the moment at which certificates and revocation are judged
/// @param claimedDigest the `Digest` headers as sent, joined with a comma
/// @param bodySha256 SHA-256 of the body in hexadecimal
/// @param reasons why it would be refused, all that could be found; none when it is good
/// @param remarks Dutch sentences on what is good and yet worth knowing
/// @param fit whether signature and body belong together, whoever signed
/// @param spelling of the message that was signed instead of the bytes sent
public record SignatureReport(
        Optional<String> alg,
        Optional<String> kid,
        Optional<SignatureForm> form,
        List<CertificateReport> certificates,
        Optional<String> anchor,
        Optional<Instant> signedAt,
        Instant judgedAt,
        Optional<String> claimedDigest,
        String bodySha256,
        List<Verdict.Refused> reasons,
        List<String> remarks,
        Fit fit,
        Optional<Spelling> spelling) {

    /// One certificate.
    ///
    /// @param oin OIN or KvK number in its subject
    /// @param sha256 its fingerprint in hexadecimal
    public record CertificateReport(
            String subject, String issuer, Optional<Oin> oin, Instant notBefore, Instant notAfter, String sha256) {

        /// What stands in a certificate.
        public static CertificateReport of(X509Certificate certificate) {
            return new CertificateReport(
                    SubjectName.text(certificate.getSubjectX500Principal()),
                    SubjectName.text(certificate.getIssuerX500Principal()),
                    Oin.of(certificate),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    HexFormat.of().formatHex(Sha256.of(certificate)));
        }
    }

    /// Whether signature and body belong together.
    public enum Fit {
        PAST("De handtekening past bij precies deze bytes."),
        ANDERE_SCHRIJFWIJZE("De handtekening hoort bij een andere schrijfwijze van hetzelfde bericht. Onderteken de"
                + " bytes die worden verstuurd."),
        PAST_NIET("De handtekening past niet bij dit bericht, ook niet in een andere schrijfwijze: de inhoud is"
                + " veranderd, of er is met een andere sleutel ondertekend."),
        TE_GROOT("De handtekening past niet bij deze bytes. Het bericht is te groot om andere schrijfwijzen te"
                + " proberen. Vraag een kleinere pagina (pageSize) en kijk naar die."),
        NIET_TE_BEPALEN("Of handtekening en bericht bij elkaar horen is niet te bepalen: de kop of het certificaat is"
                + " niet te lezen, of het algoritme is niet PS256.");

        private final String text;

        Fit(String text) {
            this.text = text;
        }

        /// What it means and what to do, in Dutch.
        public String text() {
            return text;
        }
    }

    /// Whom the reader trusts.
    ///
    /// @param anchors root certificates; none when there are no
    /// @param crls revocation lists; without them nothing can be said of revocation
    /// @param at the moment at which certificates are judged; that of signing when nothing
    public record Against(List<X509Certificate> anchors, List<X509CRL> crls, Optional<Instant> at) {
        public Against {
            anchors = List.copyOf(anchors);
            crls = List.copyOf(crls);
        }
    }

    public SignatureReport {
        certificates = List.copyOf(certificates);
        reasons = List.copyOf(reasons);
        remarks = List.copyOf(remarks);
    }

    /// Whether nothing stands in its way.
    public boolean isValid() {
        return reasons.isEmpty();
    }
}
