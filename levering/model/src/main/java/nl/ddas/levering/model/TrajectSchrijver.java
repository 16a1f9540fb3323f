// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/// Writes one [Schuldhulptraject] as the schema of v1.0 wants it, fields in the order of the model.
final class TrajectSchrijver {

    private final JsonGenerator uit;
    private final VeldSchrijver v;
    private final Consumer<Periode> periode = this::periode;

    TrajectSchrijver(JsonGenerator uit) {
        this.uit = uit;
        this.v = new VeldSchrijver(uit);
    }

    void schrijf(Schuldhulptraject t) {
        uit.writeStartObject();
        v.tekst(Veld.GEMEENTECODE, t.gemeentecode());
        v.datum(Veld.STARTDATUM, t.startdatum());
        v.datum(Veld.EINDDATUM, t.einddatum());
        v.datum(Veld.TOEKENNINGSDATUM, t.toekenningsdatum());
        v.tekst(Veld.OMSCHRIJVING, t.omschrijving());
        v.getal(Veld.TOTAAL_SCHULDBEDRAG, t.totaalSchuldbedragBijAanvangSchuld());
        v.lijst(Veld.CLIENT, t.client(), this::client);
        v.object(Veld.AANMELDING, t.aanmelding(), this::aanmelding);
        v.object(Veld.INTAKE, t.intake(), this::intake);
        v.object(Veld.PLAN_VAN_AANPAK, t.planVanAanpak(), plan -> v.datum(Veld.DATUM_AFRONDING, plan.datumAfronding()));
        v.object(Veld.STABILISATIE, t.stabilisatie(), periode);
        v.object(Veld.SCHULDREGELING, t.schuldregeling(), this::schuldregeling);
        v.object(Veld.OPLOSSING, t.oplossing(), this::oplossing);
        v.object(Veld.NAZORG, t.nazorg(), periode);
        v.object(Veld.INFORMATIE_EN_ADVIES, t.informatieEnAdvies(), periode);
        v.lijst(Veld.BEGELEIDING, t.begeleiding(), this::begeleiding);
        v.lijst(Veld.CRISISINTERVENTIES, t.crisisinterventies(), periode);
        v.lijst(Veld.MORATORIA, t.moratoria(), this::moratorium);
        v.lijst(Veld.VOORLOPIGE_VOORZIENINGEN, t.voorlopigeVoorzieningen(), periode);
        v.lijst(Veld.SCHULDEN, t.schulden(), this::schuld);
        v.object(Veld.UITSTROOM, t.uitstroom(), this::uitstroom);
        uit.writeEndObject();
    }

    private void periode(Periode periode) {
        v.datum(Veld.STARTDATUM, periode.startdatum());
        v.datum(Veld.EINDDATUM, periode.einddatum());
    }

    private void client(Client client) {
        Optional<String> bsn = client.burgerservicenummer().map(Bsn::waarde);
        v.tekst(Veld.BURGERSERVICENUMMER, bsn);
        v.tekst(Veld.GEBOORTEDATUM, client.geboortedatum());
        v.tekst(Veld.GESLACHTSAANDUIDING, client.geslachtsaanduiding());
        v.tekst(Veld.CLIENT_POSTCODE, client.postcode());
        v.tekst(Veld.HUISNUMMER, client.huisnummer());
        v.tekst(Veld.HUISNUMMERTOEVOEGING, client.huisnummertoevoeging());
    }

    private void aanmelding(Aanmelding aanmelding) {
        v.jaNee(Veld.CRISISINTERVENTIE, aanmelding.crisisinterventie());
        periode(aanmelding.periode());
    }

    private void intake(Intake intake) {
        periode(intake.periode());
        v.datum(Veld.BESCHIKKINGSDATUM, intake.beschikkingsdatum());
        v.keuze(Veld.BESCHIKKINGSSOORT, intake.beschikkingssoort());
    }

    private void schuldregeling(Schuldregeling regeling) {
        v.datum(Veld.DATUM, regeling.datum());
        v.datum(Veld.TOEGEKEND, regeling.toegekend());
        v.datum(Veld.AFGEWEZEN, regeling.afgewezen());
        v.datum(Veld.INGETROKKEN, regeling.ingetrokken());
        v.jaNee(Veld.DWANGAKKOORD, regeling.dwangakkoord());
        v.datum(Veld.DATUM_VERZOEK_DWANGAKKOORD, regeling.datumVerzoekDwangakkoord());
    }

    private void oplossing(Oplossing oplossing) {
        periode(oplossing.periode());
        v.getal(Veld.VTLB, oplossing.vtlb());
        v.keuze(Veld.SOORT, oplossing.soort());
    }

    private void begeleiding(Begeleiding begeleiding) {
        periode(begeleiding.periode());
        v.keuze(Veld.SOORT, begeleiding.soort());
    }

    private void moratorium(Moratorium moratorium) {
        v.datum(Veld.DATUM_AANVRAAG, moratorium.datumAanvraag());
        v.datum(Veld.DATUM_GOEDKEURING, moratorium.datumGoedkeuring());
        periode(moratorium.periode());
    }

    private void schuld(Schuld schuld) {
        v.getal(Veld.BEDRAG, schuld.bedrag());
        v.datum(Veld.PEILDATUM, schuld.peildatum());
        v.jaNee(Veld.ZAKELIJKE_SCHULD, schuld.zakelijkeSchuld());
        v.keuze(Veld.SCHULDSOORT, schuld.schuldsoort());
        v.object(Veld.SCHULDEISER, schuld.schuldeiser(), this::schuldeiser);
    }

    private void schuldeiser(Schuldeiser schuldeiser) {
        v.tekst(Veld.NAAM, schuldeiser.naam());
        v.tekst(Veld.NAAM_VAN_SUBJECT, schuldeiser.naamVanSubject());
        v.tekst(Veld.KVKNUMMER, schuldeiser.kvknummer());
        v.tekst(Veld.POSTCODE, schuldeiser.postcode());
        v.jaNee(Veld.PRIVEPERSOON, schuldeiser.privepersoon());
    }

    private void uitstroom(Uitstroom uitstroom) {
        v.datum(Veld.DATUM, uitstroom.datum());
        v.datum(Veld.DATUM_BEEINDIGINGSBESCHIKKING, uitstroom.datumBeeindigingsbeschikking());
        v.tekst(Veld.OMSCHRIJVING, uitstroom.omschrijving());
        v.keuze(Veld.REDEN, uitstroom.reden());
    }
}
