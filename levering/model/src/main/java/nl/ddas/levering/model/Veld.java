// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/// The names on the wire, each exactly as the schema of v1.0 writes it, odd capitals and brackets included.
/// No other class holds a wire name.
enum Veld {
    GEGEVENS("gegevens"),
    PAGINERING("paginering"),
    PAGE_SIZE("pageSize"),
    CURRENT_PAGE("currentPage"),
    TOTAL_PAGES("totalPages"),
    TOTAL_RECORDS("totalRecords"),

    STARTDATUM_LEVERING("startdatumLevering"),
    EINDDATUM_LEVERING("einddatumLevering"),
    AANLEVERDATUM_EN_TIJD("aanleverdatumEnTijd"),
    CODE_GEGEVENSLEVERANCIER("codeGegevensleverancier"),
    LEVERINGEN("leveringen"),
    TELLER("teller"),
    AANLEVERENDE_ORGANISATIE("aanleverende_organisatie"),
    STATUTAIRE_NAAM("(Statutaire) Naam"),
    KVK_NUMMER("KvK-nummer"),
    POSTCODE("postcode"),
    GEMEENTECODE("gemeentecode"),
    CONTACTPERSONEN("contactpersonen"),
    EMAIL("email"),
    FUNCTIETITEL("functietitel"),
    NAAM("naam"),
    TELEFOONNUMMER("telefoonnummer"),

    SCHULDHULPTRAJECTEN("schuldhulptrajecten"),
    STARTDATUM("startdatum"),
    EINDDATUM("einddatum"),
    TOEKENNINGSDATUM("toekenningsdatum"),
    OMSCHRIJVING("omschrijving"),
    TOTAAL_SCHULDBEDRAG("totaalSchuldbedragBijAanvangSchuld"),
    CLIENT("client"),
    BURGERSERVICENUMMER("Burgerservicenummer"),
    GEBOORTEDATUM("Geboortedatum"),
    GESLACHTSAANDUIDING("Geslachtsaanduiding"),
    CLIENT_POSTCODE("Postcode"),
    HUISNUMMER("Huisnummer"),
    HUISNUMMERTOEVOEGING("Huisnummertoevoeging"),
    AANMELDING("aanmelding"),
    CRISISINTERVENTIE("crisisinterventie"),
    INTAKE("intake"),
    BESCHIKKINGSDATUM("beschikkingsdatum"),
    BESCHIKKINGSSOORT("beschikkingssoort"),
    PLAN_VAN_AANPAK("planVanAanpak"),
    DATUM_AFRONDING("datumAfronding"),
    STABILISATIE("stabilisatie"),
    SCHULDREGELING("schuldregeling"),
    DATUM("datum"),
    TOEGEKEND("toegekend"),
    AFGEWEZEN("afgewezen"),
    INGETROKKEN("ingetrokken"),
    DWANGAKKOORD("dwangakkoord"),
    DATUM_VERZOEK_DWANGAKKOORD("datumVerzoekDwangakkoord"),
    OPLOSSING("oplossing"),
    VTLB("vtlb"),
    SOORT("soort"),
    NAZORG("nazorg"),
    INFORMATIE_EN_ADVIES("informatieEnAdvies"),
    BEGELEIDING("begeleiding"),
    CRISISINTERVENTIES("crisisinterventies"),
    MORATORIA("moratoria"),
    DATUM_AANVRAAG("datumAanvraag"),
    DATUM_GOEDKEURING("datumGoedkeuring"),
    VOORLOPIGE_VOORZIENINGEN("voorlopigeVoorzieningen"),
    SCHULDEN("schulden"),
    BEDRAG("bedrag"),
    PEILDATUM("peildatum"),
    ZAKELIJKE_SCHULD("zakelijkeSchuld"),
    SCHULDSOORT("schuldsoort"),
    SCHULDEISER("schuldeiser"),
    NAAM_VAN_SUBJECT("Naam"),
    KVKNUMMER("kvknummer"),
    PRIVEPERSOON("privepersoon"),
    UITSTROOM("uitstroom"),
    DATUM_BEEINDIGINGSBESCHIKKING("datumBeeindigingsbeschikking"),
    REDEN("reden"),

    /// Only in v0.8.
    AANLEVERPERIODE_STARTDATUM("aanleverperiodeStartdatum"),
    /// Only in v0.8.
    AANLEVERPERIODE_EINDDATUM("aanleverperiodeEinddatum"),
    /// Only in v0.8 and v0.9.
    TOELATINGSBESCHIKKING("toelatingsbeschikking"),
    /// Only in v0.8 and v0.9.
    LEEFSITUATIE("leefsituatie"),
    /// Only in v0.8; later `Burgerservicenummer`.
    OUD_BSN("bsn"),
    /// Only in v0.8; later with a capital.
    OUDE_GEBOORTEDATUM("geboortedatum"),
    /// Only in v0.8; later `Geslachtsaanduiding`.
    OUD_GESLACHT("geslacht"),
    /// Only in v0.8, and not needed since.
    GEZAGSDRAGERBEKEND("gezagsdragerbekend"),
    /// Only in v0.8, and not needed since.
    ONDERNEMER("ondernemer"),
    /// Only in v0.8, and not needed since.
    INKOMEN("inkomen"),
    /// Only in v0.8, and not needed since.
    KOOPWONING("koopwoning"),
    /// Only in v0.8, and not needed since.
    PARTNER("partner"),
    /// Only in v0.8: a second place for `soort`.
    OPLOSSINGSSOORT("oplossingssoort"),
    /// Only in v0.8: a second place for `soort`.
    BEGELEIDINGSSOORT("begeleidingssoort"),
    /// Only in v0.8: a second place for `reden`.
    UITSTROOMREDENSOORT("uitstroomredensoort"),

    /// No name at all: what the codec calls a field that it does not know. A lone DEL character is never delivered
    /// as a name, and would only be read as unknown if it were.
    ANDERS("\u007F");

    private final String naam;
    /// Written once here; its own fields are a cache that any thread may fill with the same bytes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final SerializedString klaar;

    Veld(String naam) {
        this.naam = naam;
        this.klaar = new SerializedString(naam);
    }

    String naam() {
        return naam;
    }

    /// The name as the generator likes it: quoted and encoded once.
    SerializableString klaar() {
        return klaar;
    }
}
