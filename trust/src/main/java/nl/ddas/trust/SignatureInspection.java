// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Issuance;
import nl.ddas.basis.StatusCheck;
import nl.ddas.trust.PayloadVerifier.Verdict;
import nl.ddas.trust.SignatureReport.Against;
import nl.ddas.trust.SignatureReport.CertificateReport;
import nl.ddas.trust.SignatureReport.Fit;

/// Looks at a signed message step by step and goes on where a verifier would stop, so that everything that is wrong
/// comes out at once.
public final class SignatureInspection {

    /// Larger messages are not tried in another spelling: that takes a few times their size in memory.
    private static final long MAX_RESPELLED = 32L * 1024 * 1024;

    /// Hours as in the Netherlands.
    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'om' HH:mm", Locale.of("nl"))
            .withZone(ZoneId.of("Europe/Amsterdam"));

    private final Headers headers;
    private final MessageBody body;
    private final Against against;
    private final Clock clock;
    private final List<Verdict.Refused> reasons = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private SignatureInspection(Headers headers, MessageBody body, Against against, Clock clock) {
        this.headers = headers;
        this.body = body;
        this.against = against;
        this.clock = clock;
    }

    /// @param headers of the message
    /// @param body its exact bytes
    /// @param clock for what is old by now
    /// @throws IOException when the body cannot be read
    public static SignatureReport inspect(Headers headers, MessageBody body, Against against, Clock clock)
            throws IOException {
        return new SignatureInspection(headers, body, against, clock).inspect();
    }

    private SignatureReport inspect() throws IOException {
        Optional<CompactJws> jws = attempt(() -> CompactJws.read(headers));
        Optional<JwsHeader> header = jws.flatMap(found -> attempt(() -> JwsHeader.read(found.header())));
        Optional<Instant> signedAt = header.flatMap(SignatureInspection::signedAt);
        Instant at = against.at().or(() -> signedAt).orElseGet(clock::instant);
        List<X509Certificate> certificates =
                header.map(SignatureInspection::certificates).orElse(List.of());
        header.ifPresent(found -> attempt(() -> HeaderRules.check(found)));
        Optional<SignerChain> chain = header.flatMap(this::chain);
        chain.flatMap(_ -> jws).ifPresent(found -> attempt(found::checkLength));
        BodyTrials.Outcome outcome =
                jws.isPresent() && header.filter(this::canBeTried).isPresent()
                        ? BodyTrials.run(jws.get(), header.get(), certificates.getFirst(), headers, body, MAX_RESPELLED)
                        : new BodyTrials.Outcome(Fit.NIET_TE_BEPALEN, false, Optional.empty());
        byte[] sha256 = Sha256.of(body);
        checkDigest(header, sha256);
        if (outcome.fit() != Fit.NIET_TE_BEPALEN && !outcome.signed()) {
            reasons.add(SignerChecks.doesNotFit().verdict());
        }
        chain.ifPresent(found -> checkSigner(found, at));
        signedAt.ifPresent(this::remarkAge);
        return new SignatureReport(
                header.flatMap(found -> found.text("alg")),
                header.flatMap(found -> found.text("kid")),
                header.map(HeaderRules::form),
                certificates.stream().map(CertificateReport::of).toList(),
                chain.flatMap(this::anchor).map(found -> SubjectName.text(found.getSubjectX500Principal())),
                signedAt,
                at,
                digests(),
                HexFormat.of().formatHex(sha256),
                reasons,
                remarks,
                outcome.fit(),
                outcome.spelling());
    }

    /// What is wrong with the list itself, the rules of the header have said.
    private Optional<SignerChain> chain(JwsHeader header) {
        return header.texts("x5c")
                .filter(list -> !list.isEmpty())
                .flatMap(list -> attempt(() -> SignerChain.read(list, header.text("x5t#S256"))));
    }

    /// Of another algorithm or key nothing can be said.
    private boolean canBeTried(JwsHeader header) {
        return header.text("alg").equals(Optional.of(Pss.ALG))
                && certificates(header).stream()
                        .findFirst()
                        .filter(leaf -> leaf.getPublicKey() instanceof RSAPublicKey)
                        .isPresent();
    }

    private Optional<String> digests() {
        List<String> digests = headers.all(PayloadSigner.DIGEST);
        return digests.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", digests));
    }

    private void checkDigest(Optional<JwsHeader> header, byte[] sha256) {
        attempt(() -> ClaimedDigest.read(headers))
                .ifPresent(claimed -> attempt(() -> {
                    claimed.check(sha256);
                    return claimed;
                }));
        boolean needed =
                header.map(HeaderRules::form).filter(SignatureForm.B::equals).isPresent();
        if (headers.first(PayloadSigner.DIGEST).isEmpty()) {
            if (needed) {
                reasons.add(Verification.withoutDigest().verdict());
            } else {
                remarks.add("Het bericht heeft geen header Digest. De afspraken van het stelsel vragen die wel;"
                        + " stuur haar mee.");
            }
        }
    }

    private void checkSigner(SignerChain chain, Instant at) {
        checkPath(chain.certificates(), at);
        if (against.crls().isEmpty()) {
            reasons.add(withoutLists().verdict());
        }
        attempt(() -> {
            SignerChecks.checkUse(chain);
            return chain;
        });
        attempt(() -> SignerChecks.oin(chain, Environment.TEST))
                .filter(Oin::isForTest)
                .ifPresent(oin -> remarks.add(
                        "Het certificaat heeft een test-OIN (" + oin + "). In productie wordt het geweigerd."));
        int bits = chain.key().getModulus().bitLength();
        if (bits < KeyMaker.DEFAULT_BITS) {
            remarks.add("De sleutel telt " + bits + " bits. Dat mag nog; neem bij een volgend certificaat RSA met "
                    + KeyMaker.DEFAULT_BITS + " bits of meer.");
        }
        if (chain.leaf().getNotAfter().toInstant().isBefore(clock.instant())) {
            remarks.add("Het certificaat is nu verlopen; onderteken nieuwe berichten met een ander.");
        }
    }

    private void checkPath(List<X509Certificate> certificates, Instant at) {
        if (against.anchors().isEmpty()) {
            reasons.add(Refusal.CERTIFICAAT_NIET_VERTROUWD
                    .because("Er is geen anker opgegeven, dus of het certificaat te vertrouwen is, is niet te zeggen.")
                    .verdict());
            return;
        }
        if (!areValid(certificates, at)) {
            reasons.add(Refusal.CERTIFICAAT_GELDIGHEID
                    .because("Een certificaat bij de handtekening was op het moment waarnaar geoordeeld is niet geldig:"
                            + " verlopen, of nog niet ingegaan.")
                    .verdict());
            return;
        }
        path(certificates, at).map(Rejection::verdict).ifPresent(reasons::add);
        certificates.forEach(one -> remarkRevocation(one, certificates, at));
    }

    /// What was revoked later was good when it signed.
    private void remarkRevocation(X509Certificate one, List<X509Certificate> certificates, Instant at) {
        Stream.concat(certificates.stream(), against.anchors().stream())
                .filter(issuer -> Issuance.isBy(issuer, one))
                .flatMap(issuer -> StatusCheck.revokedAt(against.crls(), one, issuer).stream())
                .min(Comparator.naturalOrder())
                .filter(at::isBefore)
                .ifPresent(
                        moment -> remarks.add("Het certificaat van " + SubjectName.text(one.getSubjectX500Principal())
                                + " is ingetrokken op " + MOMENT.format(moment)
                                + ", na het moment waarnaar geoordeeld is. Berichten van daarna worden geweigerd."));
    }

    private Optional<Rejection> path(List<X509Certificate> certificates, Instant at) {
        Trust trust = new Trust(against.anchors(), against.crls(), Environment.TEST);
        Optional<Rejection> rejection = rejection(certificates, trust, at, at);
        if (rejection
                .filter(found -> found.refusal() == Refusal.INTREKKINGSSTATUS_ONBEKEND)
                .isEmpty()) {
            return rejection;
        }
        if (against.crls().isEmpty()) {
            // Said already, whatever else is wrong.
            return Optional.empty();
        }
        // A list made later knows what was revoked until then, as long as the certificates had not run out:
        // those leave it.
        Optional<Instant> later = latestList().filter(at::isBefore).filter(moment -> areValid(certificates, moment));
        if (later.isEmpty()) {
            return rejection;
        }
        remarks.add("De intrekkingslijst is van na het ondertekenen; geoordeeld is naar die lijst.");
        return rejection(certificates, trust, later.get(), at);
    }

    private static Rejection withoutLists() {
        return Refusal.INTREKKINGSSTATUS_ONBEKEND.because(
                "Er is geen intrekkingslijst opgegeven, dus of het certificaat is ingetrokken, is niet te zeggen.");
    }

    private static boolean areValid(List<X509Certificate> certificates, Instant at) {
        return certificates.stream()
                .noneMatch(certificate -> at.isBefore(certificate.getNotBefore().toInstant())
                        || at.isAfter(certificate.getNotAfter().toInstant()));
    }

    /// @param known what was revoked later does not count
    private static Optional<Rejection> rejection(
            List<X509Certificate> certificates, Trust trust, Instant at, Instant known) {
        try {
            PathCheck.check(certificates, trust, at, known);
            return Optional.empty();
        } catch (Rejection rejection) {
            return Optional.of(rejection);
        }
    }

    private Optional<Instant> latestList() {
        return against.crls().stream()
                .map(X509CRL::getThisUpdate)
                .max(Comparator.naturalOrder())
                .map(date -> date.toInstant());
    }

    /// The anchor that signed the last certificate, or is it, when each certificate really signed the one before.
    private Optional<X509Certificate> anchor(SignerChain chain) {
        List<X509Certificate> links = chain.certificates();
        for (int i = 1; i < links.size(); i++) {
            if (!Issuance.isBy(links.get(i), links.get(i - 1))) {
                return Optional.empty();
            }
        }
        X509Certificate last = links.getLast();
        return against.anchors().stream()
                .filter(anchor -> anchor.equals(last) || Issuance.isBy(anchor, last))
                .findFirst();
    }

    private void remarkAge(Instant signedAt) {
        Duration age = Duration.between(signedAt, clock.instant());
        if (age.compareTo(Freshness.SKEW.negated()) < 0) {
            remarks.add("Volgens iat is het bericht in de toekomst ondertekend. Kijk of de klok goed staat.");
        } else if (age.compareTo(Freshness.Answer.MAX_AGE) > 0) {
            remarks.add("De handtekening is ouder dan 26 uur; een ontvanger neemt het bericht nu niet meer aan.");
        } else if (age.compareTo(Freshness.Request.MAX_AGE) > 0) {
            remarks.add(
                    "De handtekening is ouder dan 5 minuten; als verzoek wordt het bericht nu niet meer aangenomen.");
        }
    }

    /// Up to the first that cannot be read: what comes behind is no longer the leaf, nor the issuer of the one
    /// before.
    private static List<X509Certificate> certificates(JwsHeader header) {
        return header.texts("x5c").orElse(List.of()).stream()
                .map(text -> StrictBase64.standard(text).flatMap(Certificates::readStrictly))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Instant> signedAt(JwsHeader header) {
        return header.members().get("iat") instanceof JwsHeader.Value.Whole(String digits)
                ? HeaderRules.moment(digits)
                : Optional.empty();
    }

    /// What came out; when it was refused, the reason is kept.
    private <T> Optional<T> attempt(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (Rejection rejection) {
            reasons.add(rejection.verdict());
            return Optional.empty();
        }
    }
}
