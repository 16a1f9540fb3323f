// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.time.Duration;
import java.util.List;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Problem.Fault;
import nl.ddas.trust.Refusal;

/// Why a request is refused. [Problemen] turns it into an answer. What every listener refuses alike is made here.
///
/// @param code last part of the problem type, kebab-case
/// @param detail Dutch, says what to do; no data from the message
/// @param headers extra headers of the answer
public record Weigering(String code, int status, String titel, String detail, Headers headers, List<Fault> fouten) {

    /// A refusal without extra headers or faults.
    public static Weigering van(String code, int status, String titel, String detail) {
        return new Weigering(code, status, titel, detail, Headers.NONE, List.of());
    }

    /// This refusal with one header more.
    public Weigering met(String header, String waarde) {
        return new Weigering(code, status, titel, detail, headers.with(header, waarde), fouten);
    }

    /// This refusal with the advice to try again after so long, in whole seconds and at least one.
    public Weigering na(Duration wacht) {
        return met("Retry-After", Long.toString(Math.max(1, (wacht.toMillis() + 999) / 1000)));
    }

    /// @param toegestaan methods that this address knows, in the order of `Allow`
    public static Weigering methode(List<String> toegestaan) {
        String lijst = String.join(", ", toegestaan);
        return van("methode-niet-toegestaan", 405, "Deze methode kan hier niet", "Gebruik op dit adres " + lijst + ".")
                .met("Allow", lijst);
    }

    /// Another kind of content than JSON in UTF-8.
    public static Weigering inhoudssoort() {
        return van(
                "inhoudssoort",
                415,
                "Deze soort inhoud kan hier niet",
                "Stuur JSON in UTF-8 met Content-Type: application/json, zonder Content-Encoding.");
    }

    /// The caller takes no JSON.
    public static Weigering nietAanvaardbaar() {
        return van(
                "antwoordsoort",
                406,
                "Dit antwoord kunnen wij niet maken",
                "Het antwoord is application/json. Laat Accept weg of neem application/json erin op.");
    }

    /// @param grens most bytes of a message
    public static Weigering teGroot(long grens) {
        return van(
                "bericht-te-groot",
                413,
                "Het bericht is te groot",
                "Verwacht werd een bericht van hoogstens " + grens + " bytes.");
    }

    /// The caller asks more often than is agreed, see [Verzoeklimiet].
    ///
    /// @param wacht how long until the next request may come
    public static Weigering teVaak(Duration wacht) {
        return van(
                        "te-veel-verzoeken",
                        429,
                        "Te veel verzoeken",
                        "Er kwamen te veel verzoeken in korte tijd. Probeer het opnieuw na de tijd in Retry-After.")
                .na(wacht);
    }

    /// @param fouten what is wrong, at least one
    public static Weigering onjuist(List<Fault> fouten) {
        return new Weigering(
                "ongeldig-verzoek",
                400,
                "Het verzoek klopt niet",
                "In het verzoek zijn fouten gevonden; zie errors.",
                Headers.NONE,
                fouten);
    }

    /// The signature was refused, see `PayloadVerifier.Verdict.Refused`.
    public static Weigering handtekening(String code, int status, String detail) {
        Weigering weigering = van(code, status, "De handtekening is niet aanvaard", detail);
        if (status != 503) {
            return weigering;
        }
        // Asked of the issuer meanwhile, so that it is soon known.
        return weigering.na(
                code.equals(Refusal.INTREKKINGSSTATUS_ONBEKEND.code()) ? Duration.ofMinutes(1) : Duration.ofMinutes(5));
    }

    /// An encrypted message was refused, by its encryption or the signature inside.
    public static Weigering versleuteling(String code, int status, String detail) {
        return code.startsWith("encryptie-")
                ? van(code, status, "De versleuteling is niet aanvaard", detail)
                : handtekening(code, status, detail);
    }

    /// Who calls or signed may not come here.
    public static Weigering geenToegang() {
        return van(
                "toegang-geweigerd",
                403,
                "Geen toegang",
                "Uw organisatie mag hier geen berichten sturen. Vraag de beheerder van deze API om toegang.");
    }

    /// Who calls cannot be told.
    public static Weigering onbekendeAfzender() {
        return van(
                "identiteit-afwijking",
                403,
                "Geen toegang",
                "Wie deze verbinding maakt, is niet vast te stellen: in serialNumber van het certificaat van de verbinding"
                        + " staat geen OIN of KvK-nummer, of het staat er meer dan een keer. Gaat het verzoek over FSC, dan"
                        + " ontbreekt het toegangsbewijs.");
    }

    /// Who signed is not who calls.
    public static Weigering andereAfzender() {
        return van(
                "identiteit-afwijking",
                403,
                "Geen toegang",
                "De ondertekenaar is een andere organisatie dan de afzender van de verbinding.");
    }

    /// Our key for signing does not work now.
    public static Weigering ondertekenenLuktNiet() {
        return van(
                        "ondertekening-niet-beschikbaar",
                        503,
                        "Het antwoord kon niet worden ondertekend",
                        "De sleutel om te ondertekenen is nu niet te gebruiken. Probeer het later opnieuw.")
                .na(Duration.ofMinutes(5));
    }

    /// Something broke.
    public static Weigering kapot() {
        return van(
                "interne-fout",
                500,
                "Er ging iets mis op de server",
                "Het verzoek kon niet worden verwerkt. Probeer het later opnieuw. Blijft het misgaan, meld dan het"
                        + " kenmerk bij instance aan de beheerder.");
    }
}
