// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.Duration;
import nl.ddas.levering.verkeer.Weigering;
import nl.ddas.trust.Refusal;

/// The refusals of this API that no other listener has, so that code, status and text stand side by side.
final class Weigeringen {

    private Weigeringen() {}

    static Weigering onbekendPad() {
        return Weigering.van(
                "niet-gevonden",
                404,
                "Dit adres bestaat niet",
                "Bekend zijn /v1/gegevens, /v1/verwerkingsverslagen, /v1/openapi.json, /seed-2024-07/openapi.json en"
                        + " /health, zonder schuine streep aan het eind.");
    }

    static Weigering gesloten(Duration wacht) {
        return Weigering.van(
                        "buiten-venster",
                        503,
                        "Nu kan niet worden opgehaald",
                        "Ophalen kan alleen op de afgesproken tijden. De eerstvolgende keer staat in Retry-After.")
                .na(wacht);
    }

    static Weigering eindVoorStart() {
        return Weigering.van(
                "periode-onmogelijk",
                422,
                "Deze periode kan niet",
                "De einddatum ligt voor de startdatum. Draai ze om, of laat ze weg voor het laatste afgesloten halfjaar.");
    }

    static Weigering onbekendeOrganisatie() {
        return Weigering.van(
                "organisatie-onbekend",
                422,
                "Deze organisatie kennen wij niet",
                "Over deze periode is er geen levering van de gevraagde organisatie. Vraag op naam, KvK-nummer of"
                        + " gemeentecode, of laat aanleverende_organisatie weg.");
    }

    static Weigering geenGegevens() {
        return Weigering.van(
                "geen-gegevens",
                422,
                "Over deze periode zijn er geen gegevens",
                "De bron heeft geen levering over de gevraagde periode.");
    }

    static Weigering teOud(Duration wacht) {
        return Weigering.van(
                        "momentopname-te-oud",
                        503,
                        "De gegevens zijn te oud",
                        "Het verversen van de gegevens lukt al te lang niet. De beheerder van deze API ziet dat in de"
                                + " bewaking. Probeer het later opnieuw.")
                .na(wacht);
    }

    static Weigering geenMomentopname(Duration wacht) {
        return Weigering.van(
                        "geen-momentopname",
                        503,
                        "De gegevens zijn er nog niet",
                        "De gegevens van deze periode konden nog niet worden klaargezet. Probeer het later opnieuw.")
                .na(wacht);
    }

    static Weigering bezig() {
        return Weigering.van(
                        "momentopname-bezig",
                        503,
                        "De gegevens worden klaargezet",
                        "Dit duurt even. Probeer het opnieuw na de tijd in Retry-After.")
                .na(Duration.ofSeconds(30));
    }

    static Weigering schijfStuk() {
        return Weigering.van(
                        "schijf-stuk",
                        503,
                        "De pagina kon niet worden klaargezet",
                        "De schijf van deze API is vol of kapot. Pagina's die al klaarstonden, zijn er nog. De beheerder"
                                + " ziet dit in het log. Probeer het later opnieuw.")
                .na(Duration.ofHours(1));
    }

    static Weigering andereInhoud() {
        return Weigering.van(
                "verslag-bestaat-al",
                409,
                "Dit verslag is er al met een andere inhoud",
                "Onder dit id is eerder een ander verslag ontvangen. Geef een nieuw verslag een nieuw id.");
    }

    static Weigering archiefStuk() {
        return Weigering.van(
                        "archief-stuk",
                        507,
                        "Dit verslag kon niet worden bewaard",
                        "De schijf van deze API neemt niets aan: hij is vol of kapot. Wat eerder is ontvangen, blijft"
                                + " bewaard. De beheerder ziet dit in het log. Probeer het later opnieuw.")
                .na(Duration.ofHours(1));
    }

    static Weigering archiefVol() {
        return Weigering.van(
                        "archief-vol",
                        507,
                        "Er is geen ruimte voor dit verslag",
                        "Het archief van verslagen is vol. Wat eerder is ontvangen, blijft bewaard. De beheerder van"
                                + " deze API ziet dit in de bewaking. Probeer het later opnieuw.")
                .na(Duration.ofHours(1));
    }

    static Weigering versleutelingVereist() {
        return Weigering.van(
                Refusal.ENCRYPTIE_VEREIST.code(),
                Refusal.ENCRYPTIE_VEREIST.status(),
                "Dit verzoek moet versleuteld zijn",
                "Met uw organisatie is afgesproken dat verzoeken en antwoorden versleuteld zijn. Stuur een ondertekende en"
                        + " daarna versleutelde JWT met Content-Type: application/jose; zie /seed-2024-07/openapi.json.");
    }

    static Weigering versleutelingNietVerwacht() {
        return Weigering.van(
                Refusal.ENCRYPTIE_NIET_VERWACHT.code(),
                Refusal.ENCRYPTIE_NIET_VERWACHT.status(),
                "Versleuteling is hier niet afgesproken",
                "Met uw organisatie is geen versleuteling van berichten afgesproken. Stuur JSON met Content-Type:"
                        + " application/json; zie /v1/openapi.json.");
    }

    static Weigering alleenJose() {
        return Weigering.van(
                "antwoordsoort",
                406,
                "Dit antwoord kunnen wij niet maken",
                "Op een versleuteld verzoek is het antwoord application/jose. Laat Accept weg of neem application/jose"
                        + " erin op.");
    }

    static Weigering paginaTeGroot(long grens, long lengte) {
        return Weigering.van(
                "pagina-te-groot",
                422,
                "Deze pagina is te groot om te versleutelen",
                "De pagina is " + lengte + " bytes, en een versleutelde pagina mag hoogstens " + grens
                        + " bytes zijn. Vraag met een lagere pageSize meer, kleinere pagina's.");
    }

    /// @param waarom in Dutch, a sentence
    static Weigering versleutelenLuktNiet(String waarom) {
        return Weigering.van(
                        "versleutelen-niet-mogelijk",
                        503,
                        "Het antwoord kon niet worden versleuteld",
                        waarom + " De beheerder van deze API kan een ander certificaat instellen; maak zelf een geldig"
                                + " certificaat bekend.")
                .na(Duration.ofMinutes(15));
    }

    /// No rule grants what is asked for.
    ///
    /// @param reden fits in a sentence
    static Weigering toegangGeweigerd(String reden) {
        return Weigering.van(
                "toegang-geweigerd",
                403,
                "Geen toegang",
                "Deze gegevens mogen niet naar uw organisatie: " + reden
                        + ". Neem contact op met de organisatie die ze levert.");
    }

    /// Nobody could say whether it may go.
    static Weigering geenBesluit() {
        return Weigering.van(
                        "toegang-onbekend",
                        503,
                        "Toegang kan niet worden bepaald",
                        "Op dit moment is niet vast te stellen of deze gegevens naar uw organisatie mogen. Probeer het"
                                + " later opnieuw.")
                .na(Duration.ofMinutes(5));
    }
}
