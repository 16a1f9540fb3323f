// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.ddas.trust.JwsHeader.Value;

/// What may stand in a protected header: the parameters of DDAS, JAdES and RFC 7515, and the rules of `crit`.
final class HeaderRules {

    private static final List<String> KEY_REFERENCES = List.of("x5u", "jku", "jwk");
    private static final List<String> FORBIDDEN = List.of("zip", "etsiU");
    private static final Set<String> EXTENSIONS = Set.of("b64", "sigD");
    private static final int MAX_KID = 512;
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    /// Not the last day either: it is over earlier in other zones.
    private static final Instant BEHIND_LAST = Instant.parse("9999-12-31T00:00:00Z");

    private HeaderRules() {}

    /// What of the header counts for the verification.
    ///
    /// @param x5c certificates in base64, leaf first; not empty
    /// @param x5tS256 fingerprint of the leaf in base64url
    /// @param form A with a signature over the body, B with one over headers
    /// @param encoded whether the body is signed in base64url; false with `b64: false`
    record Accepted(List<String> x5c, Optional<String> x5tS256, Instant signedAt, SignatureForm form, boolean encoded) {

        /// What stands behind this header in the input of the signature.
        ///
        /// @param digests values of the header `Digest`, as sent
        SignedPart part(List<String> digests) {
            return switch (form) {
                case A -> new SignedPart.Body(encoded);
                case B -> new SignedPart.Line(sha256 -> SignedHeaders.line(digests));
            };
        }
    }

    /// @throws Rejection for the first rule that is broken
    static Accepted check(JwsHeader header) {
        if (!header.text("alg").equals(Optional.of(Pss.ALG))) {
            throw Refusal.HANDTEKENING_ALGORITME.because(
                    "De handtekening noemt een ander algoritme dan PS256. Alleen PS256 is toegestaan.");
        }
        KEY_REFERENCES.forEach(name -> refuseWhenPresent(header, name, Refusal.HANDTEKENING_SLEUTELVERWIJZING));
        FORBIDDEN.forEach(name -> refuseWhenPresent(header, name, Refusal.HANDTEKENING_FORMAAT));
        requireText(header, "typ", text -> text.equalsIgnoreCase("JOSE"), "JOSE");
        requireText(header, "kid", text -> text.length() <= MAX_KID, "een tekst van ten hoogste 512 tekens");
        requireText(header, "x5t#S256", text -> text.length() == 43, "een SHA-256 in base64url (43 tekens)");
        List<String> x5c = x5c(header);
        Instant signedAt = signedAt(header);
        checkCritical(header);
        return new Accepted(x5c, header.text("x5t#S256"), signedAt, form(header), !header.has("b64"));
    }

    private static void refuseWhenPresent(JwsHeader header, String name, Refusal refusal) {
        if (header.has(name)) {
            throw refusal.because("De kop van de handtekening bevat " + name
                    + "; dat is niet toegestaan. Stuur het certificaat zelf mee in x5c.");
        }
    }

    private static void requireText(JwsHeader header, String name, Predicate<String> good, String expected) {
        if (header.has(name) && header.text(name).filter(good).isEmpty()) {
            throw Refusal.HANDTEKENING_FORMAAT.because(
                    "In de kop van de handtekening is " + name + " niet goed. Verwacht: " + expected + ".");
        }
    }

    private static List<String> x5c(JwsHeader header) {
        if (!header.has("x5c") || header.texts("x5c").filter(List::isEmpty).isPresent()) {
            throw Refusal.CERTIFICAAT_ONTBREEKT.because(
                    "De handtekening bevat geen certificaat. Zet in x5c eerst het eigen certificaat,"
                            + " dan dat van de uitgever, enzovoort; het stamcertificaat hoeft niet.");
        }
        return header.texts("x5c")
                .orElseThrow(() -> Refusal.CERTIFICAAT_FORMAAT.because(
                        "In de kop van de handtekening is x5c geen lijst met teksten."));
    }

    private static Instant signedAt(JwsHeader header) {
        return switch (header.members().get("iat")) {
            case null ->
                throw Refusal.HANDTEKENING_TIJD.because(
                        "De handtekening noemt geen tijdstip van ondertekenen (iat), dus niet vast te stellen is hoe oud"
                                + " het bericht is. Zet iat in de kop, in seconden sinds 1970.");
            case Value.Whole(String digits) -> instant(digits);
            case Value.Text _, Value.Truth _, Value.Texts _, Value.Members _, Value.Other _ ->
                throw Refusal.HANDTEKENING_FORMAAT.because(
                        "In de kop van de handtekening is iat geen geheel getal (seconden sinds 1970).");
        };
    }

    private static Instant instant(String digits) {
        return moment(digits)
                .orElseThrow(() -> Refusal.HANDTEKENING_TIJD.because(
                        "Het tijdstip van ondertekenen (iat) is geen bestaand tijdstip."));
    }

    /// The moment that is written so in seconds; nothing outside the years of four digits, which a calendar
    /// cannot show everywhere.
    static Optional<Instant> moment(String digits) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(digits)))
                    .filter(moment -> !moment.isBefore(FIRST) && moment.isBefore(BEHIND_LAST));
        } catch (NumberFormatException | DateTimeException tooFar) {
            return Optional.empty();
        }
    }

    /// RFC 7515, 4.1.11: what is named must be there, be an extension, and be understood; RFC 7797 and JAdES:
    /// `b64` and `sigD` must be named when they are there.
    private static void checkCritical(JwsHeader header) {
        List<String> named = header.has("crit")
                ? header.texts("crit").orElseThrow(() -> critical("crit is geen lijst met namen"))
                : List.of();
        if (header.has("crit") && named.isEmpty()) {
            throw critical("crit is leeg");
        }
        if (new HashSet<>(named).size() < named.size()) {
            throw critical("crit noemt een naam twee keer");
        }
        if (!EXTENSIONS.containsAll(named) || !named.stream().allMatch(header::has)) {
            throw critical("crit noemt iets anders dan b64 of sigD, of iets wat er niet staat");
        }
        if (EXTENSIONS.stream().anyMatch(name -> header.has(name) && !named.contains(name))) {
            throw critical("b64 en sigD moeten in crit staan");
        }
        if (header.has("sigD")) {
            SignedHeaders.check(header);
        }
        if (header.has("b64") && !new Value.Truth(false).equals(header.members().get("b64"))) {
            throw critical("b64 kan alleen false zijn");
        }
    }

    static SignatureForm form(JwsHeader header) {
        return header.has("sigD") ? SignatureForm.B : SignatureForm.A;
    }

    private static Rejection critical(String what) {
        return Refusal.HANDTEKENING_KRITIEK.because("De kop van de handtekening klopt niet: " + what + ".");
    }
}
