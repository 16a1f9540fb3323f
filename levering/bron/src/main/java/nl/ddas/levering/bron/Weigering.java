// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.Duration;
import java.util.List;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Problem.Fault;

/// Why a request gets no data. All refusals of this API are made here, so that code, status and text stand
/// side by side.
///
/// @param code last part of the problem type, kebab-case
/// @param detail Dutch, says what to do; no data from the message
/// @param headers extra headers of the answer
record Weigering(String code, int status, String titel, String detail, Headers headers, List<Fault> fouten) {

    private static Weigering van(String code, int status, String titel, String detail) {
        return new Weigering(code, status, titel, detail, Headers.NONE, List.of());
    }

    private Weigering met(String header, String waarde) {
        return new Weigering(code, status, titel, detail, headers.with(header, waarde), fouten);
    }

    private Weigering na(Duration wacht) {
        return met("Retry-After", Long.toString(Math.max(1, (wacht.toMillis() + 999) / 1000)));
    }

    static Weigering onbekendPad() {
        return van(
                "niet-gevonden",
                404,
                "Dit adres bestaat niet",
                "Bekend zijn /v1/gegevens, /v1/verwerkingsverslagen, /v1/openapi.json en /health, zonder schuine streep"
                        + " aan het eind.");
    }

    static Weigering methode(String toegestaan) {
        return van(
                        "methode-niet-toegestaan",
                        405,
                        "Deze methode kan hier niet",
                        "Gebruik op dit adres " + toegestaan + ".")
                .met("Allow", toegestaan);
    }

    static Weigering inhoudssoort() {
        return van(
                "inhoudssoort",
                415,
                "Deze soort inhoud kan hier niet",
                "Stuur JSON in UTF-8 met Content-Type: application/json, zonder Content-Encoding.");
    }

    static Weigering nietAanvaardbaar() {
        return van(
                "antwoordsoort",
                406,
                "Dit antwoord kunnen wij niet maken",
                "Het antwoord is application/json. Laat Accept weg of neem application/json erin op.");
    }

    static Weigering teGroot(long grens) {
        return van(
                "bericht-te-groot",
                413,
                "Het bericht is te groot",
                "Verwacht werd een bericht van hoogstens " + grens + " bytes.");
    }

    static Weigering teVaak(Duration wacht) {
        return van(
                        "te-veel-verzoeken",
                        429,
                        "Te veel verzoeken",
                        "Er kwamen te veel verzoeken in korte tijd. Probeer het opnieuw na de tijd in Retry-After.")
                .na(wacht);
    }

    static Weigering gesloten(Duration wacht) {
        return van(
                        "buiten-venster",
                        503,
                        "Nu kan niet worden opgehaald",
                        "Ophalen kan alleen op de afgesproken tijden. De eerstvolgende keer staat in Retry-After.")
                .na(wacht);
    }

    static Weigering onjuist(List<Fault> fouten) {
        return new Weigering(
                "ongeldig-verzoek",
                400,
                "Het verzoek klopt niet",
                "In het verzoek zijn fouten gevonden; zie errors.",
                Headers.NONE,
                fouten);
    }

    static Weigering handtekening(String code, int status, String detail) {
        Weigering weigering = van(code, status, "De handtekening is niet aanvaard", detail);
        return status == 503 ? weigering.na(Duration.ofMinutes(5)) : weigering;
    }

    static Weigering geenToegang() {
        return van(
                "toegang-geweigerd",
                403,
                "Geen toegang",
                "Uw organisatie staat niet in de lijst van afnemers. Vraag de beheerder van deze API om toegang.");
    }

    static Weigering andereAfzender() {
        return van(
                "identiteit-afwijking",
                403,
                "Geen toegang",
                "De ondertekenaar is een andere organisatie dan de afzender van de verbinding.");
    }

    static Weigering eindVoorStart() {
        return van(
                "periode-onmogelijk",
                422,
                "Deze periode kan niet",
                "De einddatum ligt voor de startdatum. Draai ze om, of laat ze weg voor het laatste afgesloten halfjaar.");
    }

    static Weigering onbekendeOrganisatie() {
        return van(
                "organisatie-onbekend",
                422,
                "Deze organisatie kennen wij niet",
                "Over deze periode is er geen levering van de gevraagde organisatie. Vraag op naam, KvK-nummer of"
                        + " gemeentecode, of laat aanleverende_organisatie weg.");
    }

    static Weigering geenGegevens() {
        return van(
                "geen-gegevens",
                422,
                "Over deze periode zijn er geen gegevens",
                "De bron heeft geen levering over de gevraagde periode.");
    }

    static Weigering teOud(Duration wacht) {
        return van(
                        "momentopname-te-oud",
                        503,
                        "De gegevens zijn te oud",
                        "Het verversen van de gegevens lukt al te lang niet. De beheerder van deze API ziet dat in de"
                                + " bewaking. Probeer het later opnieuw.")
                .na(wacht);
    }

    static Weigering geenMomentopname(Duration wacht) {
        return van(
                        "geen-momentopname",
                        503,
                        "De gegevens zijn er nog niet",
                        "De gegevens van deze periode konden nog niet worden klaargezet. Probeer het later opnieuw.")
                .na(wacht);
    }

    static Weigering bezig() {
        return van(
                        "momentopname-bezig",
                        503,
                        "De gegevens worden klaargezet",
                        "Dit duurt even. Probeer het opnieuw na de tijd in Retry-After.")
                .na(Duration.ofSeconds(30));
    }

    static Weigering ondertekenenLuktNiet() {
        return van(
                        "ondertekening-niet-beschikbaar",
                        503,
                        "Het antwoord kon niet worden ondertekend",
                        "De sleutel om te ondertekenen is nu niet te gebruiken. Probeer het later opnieuw.")
                .na(Duration.ofMinutes(5));
    }

    static Weigering andereInhoud() {
        return van(
                "verslag-bestaat-al",
                409,
                "Dit verslag is er al met een andere inhoud",
                "Onder dit id is eerder een ander verslag ontvangen. Geef een nieuw verslag een nieuw id.");
    }

    static Weigering archiefVol() {
        return van(
                        "archief-vol",
                        507,
                        "Er is geen ruimte voor dit verslag",
                        "Het archief van verslagen is vol. Wat eerder is ontvangen, blijft bewaard. De beheerder van"
                                + " deze API ziet dit in de bewaking. Probeer het later opnieuw.")
                .na(Duration.ofHours(1));
    }

    static Weigering kapot() {
        return van(
                "interne-fout",
                500,
                "Er ging iets mis op de server",
                "Het verzoek kon niet worden verwerkt. Probeer het later opnieuw. Blijft het misgaan, meld dan het"
                        + " kenmerk bij instance aan de beheerder.");
    }
}
