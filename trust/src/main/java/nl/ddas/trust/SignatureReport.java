// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.Headers;
import nl.ddas.trust.PayloadVerifier.Verdict;

/// What a signature says and why it is refused, for the developer who wonders. Tells nothing secret, and nothing of the
/// message but its digest.
///
/// @param alg algorithm that it names
/// @param kid key identifier that it names
/// @param form whether it is over the body or over its digest; nothing when the header cannot be read
/// @param certificates that came with it, as far as they can be read, leaf first
/// @param signedAt its `iat`
/// @param claimedDigest the `Digest` headers as sent, joined with a comma
/// @param bodySha256 SHA-256 of the body in hexadecimal
/// @param verdict of the verifier
/// @param fit whether signature and body belong together, whoever signed
public record SignatureReport(
        Optional<String> alg,
        Optional<String> kid,
        Optional<SignatureForm> form,
        List<CertificateReport> certificates,
        Optional<Instant> signedAt,
        Optional<String> claimedDigest,
        String bodySha256,
        Verdict verdict,
        Fit fit) {

    /// Larger messages are not tried in another spelling: that takes a few times their size in memory.
    private static final long MAX_RESPELLED = 32L * 1024 * 1024;

    /// One certificate.
    ///
    /// @param oin OIN or KvK number in its subject
    /// @param sha256 its fingerprint in hexadecimal
    public record CertificateReport(
            String subject, String issuer, Optional<Oin> oin, Instant notBefore, Instant notAfter, String sha256) {

        /// What stands in a certificate.
        public static CertificateReport of(X509Certificate certificate) {
            return new CertificateReport(
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getIssuerX500Principal().getName(),
                    Oin.of(certificate),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    HexFormat.of().formatHex(Sha256.of(certificate)));
        }
    }

    /// Whether signature and body belong together.
    public enum Fit {
        PAST("De handtekening past bij precies deze bytes."),
        ANDERE_SCHRIJFWIJZE("De handtekening hoort bij een andere schrijfwijze van hetzelfde bericht: ondertekend is de"
                + " tekst met gesorteerde namen en zonder witruimte. Onderteken de bytes die worden verstuurd."),
        ANDER_REGELEINDE("De handtekening hoort bij hetzelfde bericht met andere witruimte aan het eind. Onderteken de"
                + " bytes die worden verstuurd."),
        PAST_NIET("De handtekening past niet bij dit bericht, ook niet in een andere schrijfwijze: de inhoud is"
                + " veranderd, of er is met een andere sleutel ondertekend."),
        TE_GROOT("De handtekening past niet bij deze bytes. Het bericht is te groot om andere schrijfwijzen te"
                + " proberen; probeer het met een kleiner bericht."),
        NIET_TE_BEPALEN("Of handtekening en bericht bij elkaar horen is niet te bepalen: de kop of het certificaat is"
                + " niet te lezen.");

        private final String text;

        Fit(String text) {
            this.text = text;
        }

        /// What it means and what to do, in Dutch.
        public String text() {
            return text;
        }
    }

    public SignatureReport {
        certificates = List.copyOf(certificates);
    }

    /// Looks at a received message.
    ///
    /// @param verifier judges it; a verifier of requests remembers it as used
    public static SignatureReport inspect(Headers headers, Path body, PayloadVerifier verifier) throws IOException {
        Optional<CompactJws> jws = attempt(() -> CompactJws.read(headers));
        Optional<JwsHeader> header = jws.flatMap(found -> attempt(() -> JwsHeader.read(found.header())));
        List<X509Certificate> certificates =
                header.map(SignatureReport::certificates).orElse(List.of());
        MessageDigest sha256 = Sha256.digest();
        Verdict verdict;
        try (PayloadVerifier.Verifying verifying = verifier.start(headers);
                InputStream in = Files.newInputStream(body);
                OutputStream both = new DigestOutputStream(verifying, sha256)) {
            in.transferTo(both);
            verdict = verifying.finish();
        }
        List<String> digests = headers.all(PayloadSigner.DIGEST);
        return new SignatureReport(
                header.flatMap(found -> found.text("alg")),
                header.flatMap(found -> found.text("kid")),
                header.map(HeaderRules::form),
                certificates.stream().map(CertificateReport::of).toList(),
                header.flatMap(SignatureReport::signedAt),
                digests.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", digests)),
                HexFormat.of().formatHex(sha256.digest()),
                verdict,
                jws.isPresent() && header.isPresent() && !certificates.isEmpty()
                        ? fit(Trial.of(jws.get(), header.get(), certificates.getFirst(), headers), body)
                        : Fit.NIET_TE_BEPALEN);
    }

    private static Fit fit(Trial trial, Path body) throws IOException {
        try (InputStream in = Files.newInputStream(body)) {
            if (trial.fits(in)) {
                return Fit.PAST;
            }
        }
        if (Files.size(body) > MAX_RESPELLED) {
            return Fit.TE_GROOT;
        }
        byte[] message = Files.readAllBytes(body);
        Optional<byte[]> sorted = JsonSpelling.sortedCompact(message);
        if (sorted.isPresent() && trial.fits(sorted.get())) {
            return Fit.ANDERE_SCHRIJFWIJZE;
        }
        String stripped = new String(message, StandardCharsets.ISO_8859_1).stripTrailing();
        for (String end : List.of("", "\n", "\r\n")) {
            if (trial.fits((stripped + end).getBytes(StandardCharsets.ISO_8859_1))) {
                return Fit.ANDER_REGELEINDE;
            }
        }
        return Fit.PAST_NIET;
    }

    /// Tries bodies with one signature.
    ///
    /// @param digest that the body must have as well; in form A the signature says it all
    private record Trial(CompactJws jws, SignedPart part, X509Certificate leaf, Optional<ClaimedDigest> digest) {

        static Trial of(CompactJws jws, JwsHeader header, X509Certificate leaf, Headers headers) {
            return switch (HeaderRules.form(header)) {
                case A -> new Trial(jws, new SignedPart.Body(!header.has("b64")), leaf, Optional.empty());
                case B -> {
                    List<String> digests = headers.all(PayloadSigner.DIGEST);
                    yield new Trial(
                            jws,
                            new SignedPart.Line(sha256 -> SignedHeaders.line(digests)),
                            leaf,
                            attempt(() -> ClaimedDigest.read(headers)));
                }
            };
        }

        boolean fits(byte[] body) throws IOException {
            return fits(new ByteArrayInputStream(body));
        }

        boolean fits(InputStream body) throws IOException {
            try {
                Signature engine = Pss.engine();
                engine.initVerify(leaf.getPublicKey());
                SigningInput input = new SigningInput(engine, jws.header64(), part);
                byte[] buffer = new byte[16 * 1024];
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    input.write(buffer, 0, read);
                }
                byte[] sha256 = input.end();
                digest.ifPresent(claimed -> claimed.check(sha256));
                return engine.verify(jws.signature());
            } catch (InvalidKeyException | SignatureException | Rejection unfit) {
                return false;
            }
        }
    }

    private static List<X509Certificate> certificates(JwsHeader header) {
        List<X509Certificate> readable = new ArrayList<>();
        for (String text : header.texts("x5c").orElse(List.of())) {
            StrictBase64.standard(text).flatMap(Certificates::readStrictly).ifPresent(readable::add);
        }
        return readable;
    }

    private static Optional<Instant> signedAt(JwsHeader header) {
        try {
            return header.members().get("iat") instanceof JwsHeader.Value.Whole(String digits)
                    ? Optional.of(Instant.ofEpochSecond(Long.parseLong(digits)))
                    : Optional.empty();
        } catch (NumberFormatException | DateTimeException tooFar) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> attempt(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Rejection rejection) {
            return Optional.empty();
        }
    }
}
