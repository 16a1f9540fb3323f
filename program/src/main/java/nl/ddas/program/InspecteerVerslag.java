// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonBool;
import nl.ddas.basis.JsonValue.JsonNull;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.basis.PlainText;
import nl.ddas.presentation.Formats;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.SignatureForm;
import nl.ddas.trust.SignatureReport;
import nl.ddas.trust.Spelling;

/// Tells what a signature says: for people, and for programs (docs/nl/json.md).
///
/// @param wat which message it is about, Dutch; empty when there is but one
/// @param voorbehoud why the message may be other bytes than those sent, Dutch
record InspecteerVerslag(String wat, SignatureReport verslag, Optional<String> voorbehoud) {

    /// Of this message alone, in one object.
    JsonObject json() {
        return JsonObject.EMPTY
                .with("geldig", new JsonBool(verslag.isValid()))
                .with("vorm", tekst(verslag.form().map(Enum::name)))
                .with("ondertekenaar", tekst(ondertekenaar()))
                .with("ketenTot", tekst(verslag.anchor()))
                .with(
                        "redenen",
                        new JsonArray(verslag.reasons().stream()
                                .<JsonValue>map(reden -> JsonObject.EMPTY
                                        .with("code", reden.code())
                                        .with("melding", reden.detail()))
                                .toList()))
                .with("opmerkingen", JsonArray.ofTexts(opmerkingen()))
                .with("pastBij", tekst(verslag.spelling().map(Spelling::code)));
    }

    /// Bytes that the signature fits are those that were sent.
    private List<String> opmerkingen() {
        return Stream.concat(
                        voorbehoud.filter(_ -> verslag.fit() != SignatureReport.Fit.PAST).stream(),
                        verslag.remarks().stream())
                .toList();
    }

    private static JsonValue tekst(Optional<String> tekst) {
        return tekst.<JsonValue>map(JsonText::new).orElse(new JsonNull());
    }

    private Optional<String> ondertekenaar() {
        return verslag.certificates().stream().findFirst().map(SignatureReport.CertificateReport::subject);
    }

    /// First whether it is valid and why not, then what it says, then the remarks.
    void druk(PrintStream uit) {
        uit.println(verslag.isValid() ? "De handtekening is geldig." : "De handtekening is niet geldig.");
        verslag.reasons()
                .forEach(reden -> uit.println(
                        "  " + reden.code() + ": " + PlainText.shown(reden.detail()) + optie(reden.code())));
        uit.println();
        regel(uit, "Vorm", verslag.form().map(InspecteerVerslag::vorm).orElse("(niet te lezen)"));
        regel(uit, "Algoritme", verslag.alg().orElse("(niet te lezen)"));
        verslag.signedAt().ifPresent(op -> regel(uit, "Ondertekend", tijd(op)));
        regel(uit, "Geoordeeld", "naar " + tijd(verslag.judgedAt()));
        regel(uit, "SHA-256", verslag.bodySha256());
        verslag.claimedDigest().ifPresent(digest -> regel(uit, "Digest", digest));
        for (SignatureReport.CertificateReport certificaat : verslag.certificates()) {
            regel(uit, "Certificaat", certificaat.subject());
            regel(uit, "", "van " + certificaat.issuer() + ", geldig tot " + tijd(certificaat.notAfter()));
        }
        regel(uit, "Keten tot", verslag.anchor().orElse("geen anker dat is opgegeven"));
        regel(uit, "Ingetrokken", ingetrokken());
        uit.println();
        uit.println(verslag.fit().text());
        verslag.spelling()
                .ifPresent(schrijfwijze -> uit.println("Ondertekend is het bericht " + schrijfwijze.text() + "."));
        opmerkingen().forEach(opmerking -> uit.println("Let op: " + PlainText.shown(opmerking)));
    }

    /// As far as it was looked at: of a chain that is not trusted, or not in force, nobody asks.
    private String ingetrokken() {
        if (heeft(Refusal.CERTIFICAAT_INGETROKKEN)) {
            return "ja";
        }
        boolean nagegaan = verslag.anchor().isPresent()
                && Stream.of(
                                Refusal.INTREKKINGSSTATUS_ONBEKEND,
                                Refusal.CERTIFICAAT_NIET_VERTROUWD,
                                Refusal.CERTIFICAAT_GELDIGHEID)
                        .noneMatch(this::heeft);
        return nagegaan ? "nee, volgens de intrekkingslijsten" : "niet na te gaan";
    }

    private boolean heeft(Refusal reden) {
        return verslag.reasons().stream().anyMatch(een -> een.code().equals(reden.code()));
    }

    /// The option with which the user can ask again, where there is one.
    private static String optie(String code) {
        if (code.equals(Refusal.INTREKKINGSSTATUS_ONBEKEND.code())) {
            return " Een intrekkingslijst geeft u met --crl.";
        }
        return code.equals(Refusal.CERTIFICAAT_GELDIGHEID.code()) ? " Een ander moment kiest u met --moment." : "";
    }

    private static String vorm(SignatureForm vorm) {
        return switch (vorm) {
            case A -> "A, over de inhoud zelf";
            case B -> "B, over de header Digest";
        };
    }

    private static void regel(PrintStream uit, String naam, String waarde) {
        uit.println("  %-13s%s".formatted(naam, PlainText.shown(waarde)));
    }

    private static String tijd(Instant moment) {
        return Formats.moment(moment);
    }
}
