// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Omzetting.Soort;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each rule that turns a traject of an older version into one of v1.0.
@Requirement("S60")
class OmzetregelsTest {

    private final Vormschemas schemas = Vormschemas.laad();

    private Trajectomzetter.Uitkomst zetOm(Versie van, String traject) throws IOException {
        byte[] bytes = traject.getBytes(StandardCharsets.UTF_8);
        return new Trajectomzetter(van, Voorkennis.ONBEKEND, schemas).zetOm(bytes, 0, bytes.length);
    }

    private static List<Omzetting> gemeld(Trajectomzetter.Uitkomst uitkomst) {
        return uitkomst.omzettingen().stream()
                .map(Omzetlijst.Regel::omzetting)
                .filter(omzetting -> omzetting.soort() != Soort.GEMEENTECODE)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // from | traject | traject of v1.0 | what was done
                "V0_8 | {'naam':'n'} | {'gemeentecode':'Onbekend','omschrijving':'n'} | NAAM_TRAJECT",
                "V0_8 | {'naam':'n','omschrijving':'o'} | {'gemeentecode':'Onbekend','omschrijving':'o'} | NAAM_TRAJECT_WEG",
                "V0_8 | {'gemeentecode':'0518'} | {'gemeentecode':'0518'} | ``",
                "V0_8 | {'client':[{'bsn':'1','postcode':'2611AB','geboortedatum':'1990-01-01','geslacht':'Man'}]}"
                        + " | {'gemeentecode':'Onbekend','client':[{'Burgerservicenummer':'1','Geboortedatum':'1990-01-01',"
                        + "'Geslachtsaanduiding':'Man','Postcode':'2611AB'}]} | HERNOEMD HERNOEMD HERNOEMD HERNOEMD",
                "V0_8 | {'client':[{'bsn':'1','gezagsdragerbekend':true,'ondernemer':false}]}"
                        + " | {'gemeentecode':'Onbekend','client':[{'Burgerservicenummer':'1'}]}"
                        + " | HERNOEMD GEZAGSDRAGER ONDERNEMER",
                "V0_8 | {'schuldregeling':{'toegekend':'Regeling A','datum':'2023-01-02'}}"
                        + " | {'gemeentecode':'Onbekend','schuldregeling':{'datum':'2023-01-02'}} | TOEGEKEND_ONZEKER",
                "V0_8 | {'schuldregeling':{'toegekend':'2023-01-02'}}"
                        + " | {'gemeentecode':'Onbekend','schuldregeling':{'toegekend':'2023-01-02'}} | ``",
                "V0_8 | {'oplossing':{'oplossingssoort':{'soort':'Herfinanciering'}}}"
                        + " | {'gemeentecode':'Onbekend','oplossing':{'soort':'Herfinanciering'}} | TWEEDE_PLEK",
                "V0_8 | {'oplossing':{'soort':'Saneringskrediet','oplossingssoort':{'soort':'Herfinanciering'}}}"
                        + " | {'gemeentecode':'Onbekend','oplossing':{'soort':'Saneringskrediet'}} | TWEEDE_PLEK_WEG",
                "V0_8 | {'begeleiding':[{'begeleidingssoort':{'soort':'Budgetbeheer'}}]}"
                        + " | {'gemeentecode':'Onbekend','begeleiding':[{'soort':'Budgetbeheer'}]} | TWEEDE_PLEK",
                "V0_8 | {'uitstroom':{'uitstroomredensoort':{'naam':'Klant voldoet niet aan X','omschrijving':'x'}}}"
                        + " | {'gemeentecode':'Onbekend','uitstroom':{'reden':'Voldoet niet'}} | TWEEDE_PLEK WAARDE",
                "V0_9 | {'intake':{'toelatingsbeschikking':'2023-01-18'}} | {'intake':{'beschikkingsdatum':'2023-01-18',"
                        + "'beschikkingssoort':'Toelatingsbeschikking'}} | TOELATING",
                "V0_9 | {'client':[{'Huisnummer':'1','leefsituatie':[{'schulden':[{'bedrag':5,'soort':'Zorg'}]}]}]}"
                        + " | {'client':[{'Huisnummer':'1'}],'schulden':[{'bedrag':5,'schuldsoort':'Zorg'}]}"
                        + " | HERNOEMD SCHULD",
                "V0_10 | {'intake':{'beschikkingsdatum':'2023-01-18','beschikkingssoort':'Beeindigingsbeschikking',"
                        + "'startdatum':'2023-01-01'},'uitstroom':{'reden':'Zelf'}} | {'intake':{'startdatum':'2023-01-01'},"
                        + "'uitstroom':{'datumBeeindigingsbeschikking':'2023-01-18','reden':'Zelf'}} | BEEINDIGING",
                "V0_10 | {'intake':{'beschikkingsdatum':'2023-01-18','beschikkingssoort':'Beëindigingsbeschikking',"
                        + "'einddatum':'2023-01-19'}} | {'intake':{'einddatum':'2023-01-19'},"
                        + "'uitstroom':{'datumBeeindigingsbeschikking':'2023-01-18'}} | SCHRIJFWIJZE BEEINDIGING",
                "V0_10 | {'intake':{'beschikkingssoort':'Beeindigingsbeschikking','einddatum':'2023-01-19'}}"
                        + " | {'intake':{'einddatum':'2023-01-19'}} | BEEINDIGING_ONZEKER",
                "V0_10 | {'startdatum':'23-05-2023'} | {'startdatum':'2023-05-23'} | DATUM",
                "V0_10 | {'client':[{'Geboortedatum':'00-05-1980'}]} | {'client':[{'Geboortedatum':'1980-05-00'}]} | DATUM",
                "V0_10 | {'client':[{'Postcode':'2611 tv'}]} | {'client':[{'Postcode':'2611TV'}]} | SCHRIJFWIJZE",
                "V0_10 | {'client':[{'Huisnummer':'12A'}]}"
                        + " | {'client':[{'Huisnummer':'12','Huisnummertoevoeging':'A'}]} | HUISNUMMER",
                "V0_10 | {'client':[{'Huisnummer':'12A','Huisnummertoevoeging':'bis'}]}"
                        + " | {'client':[{'Huisnummer':'12A','Huisnummertoevoeging':'bis'}]} | ``",
            })
    void rewritesATraject(Versie van, String oud, String nieuw, String soorten) throws IOException {
        Trajectomzetter.Uitkomst uitkomst = zetOm(van, oud.replace('\'', '"'));

        assertThat(new String(BerichtSchrijver.bytes(uitkomst.traject()), StandardCharsets.UTF_8))
                .isEqualTo(volgorde(nieuw.replace('\'', '"')));
        assertThat(uitkomst.traject().afwijkingen()).isEmpty();
        assertThat(String.join(
                        " ",
                        gemeld(uitkomst).stream().map(om -> om.soort().name()).toList()))
                .isEqualTo(soorten);
    }

    /// The same traject with its fields in the order in which we write them.
    private static String volgorde(String traject) throws IOException {
        Schuldhulptraject gelezen =
                Opvanger.lees(TestBerichten.met(traject)).trajecten.getFirst();
        return new String(BerichtSchrijver.bytes(gelezen), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    uitstroom.reden          | Succesvolle uitstroom/traject doorlopen      | Afgerond | WAARDE
                    uitstroom.reden          | Klant voldoet niet aan wettelijke verplichtingen | Voldoet niet | WAARDE
                    uitstroom.reden          | Schuldhulpverlening is niet (meer) passend   | Niet passend | WAARDE
                    uitstroom.reden          | Klant kan zelfstandig verder/schulden zelf geregeld | Zelf | WAARDE
                    uitstroom.reden          | Klant heeft zelf aanvraag ingetrokken        | Ingetrokken | WAARDE
                    uitstroom.reden          | BRP-redenen: Klant is verhuisd/overleden     | Overig | REDEN_ONZEKER
                    uitstroom.reden          | Zelfstandig verder                           | Zelf | SCHRIJFWIJZE
                    uitstroom.reden          | Niet verschenen                              | Nietverschenen | SCHRIJFWIJZE
                    uitstroom.reden          | AFGEROND                                     | Afgerond | SCHRIJFWIJZE
                    schulden.schuldsoort     | Publiek (Belastingdienst, CJIB etc)          | Publiek | WAARDE
                    schulden.schuldsoort     | Energie, water, gemeentelijke belastingen en telecom | Nuts | SCHULDSOORT_ONZEKER
                    intake.beschikkingssoort | Toewijzingsbeschikking                       | Toelatingsbeschikking | SCHRIJFWIJZE
                    oplossing.soort          | Schuldregeling zonder afloscapaciteit        | 0%-aanbod | SCHRIJFWIJZE
                    oplossing.soort          | SA                                           | 0%-aanbod | SCHRIJFWIJZE
                    oplossing.soort          | 0%-regeling                                  | 0%-aanbod | SCHRIJFWIJZE
                    oplossing.soort          | nulaanbod                                    | 0%-aanbod | SCHRIJFWIJZE
                    begeleiding.soort        | DFD                                          | Lange Termijn Begeleiding (DFD) | SCHRIJFWIJZE
                    begeleiding.soort        | Lange termijn begeleiding                    | Lange Termijn Begeleiding (DFD) | SCHRIJFWIJZE
                    begeleiding.soort        | BBR                                          | Budgetbeheer | SCHRIJFWIJZE
                    client.Geslachtsaanduiding | M                                          | Man | SCHRIJFWIJZE
                    client.Geslachtsaanduiding | 2                                          | Vrouw | SCHRIJFWIJZE
                    client.Geslachtsaanduiding | O                                          | Onbekend | SCHRIJFWIJZE
                    """)
    void translatesAValue(String veld, String oud, String nieuw, Soort soort) throws IOException {
        String object = veld.substring(0, veld.indexOf('.'));
        String inhoud = "{\"" + veld.substring(object.length() + 1) + "\":\"%s\"}";
        boolean lijst = List.of("schulden", "begeleiding", "client").contains(object);
        String traject = "{\"" + object + "\":" + (lijst ? "[" + inhoud + "]" : inhoud) + "}";
        Trajectomzetter.Uitkomst uitkomst = zetOm(Versie.V0_10, traject.formatted(oud));

        assertThat(new String(BerichtSchrijver.bytes(uitkomst.traject()), StandardCharsets.UTF_8))
                .isEqualTo(traject.formatted(nieuw));
        assertThat(gemeld(uitkomst)).extracting(Omzetting::soort).containsExactly(soort);
    }

    @Test
    void leavesAValueThatItDoesNotKnow() throws IOException {
        Trajectomzetter.Uitkomst uitkomst = zetOm(Versie.V0_8, "{\"uitstroom\":{\"reden\":\"Iets anders\"}}");

        assertThat(gemeld(uitkomst)).isEmpty();
        assertThat(uitkomst.traject().afwijkingen())
                .containsExactly(new Afwijking(Afwijking.Soort.ONBEKENDE_WAARDE, "/uitstroom/reden", "Iets anders"));
    }

    @Test
    void liftsTheSameListOfTwoClientsOnlyOnce() throws IOException {
        String lijst = "[{\"schulden\":[{\"bedrag\":5},{\"bedrag\":6}]}]";
        String omgekeerd = "[{\"schulden\":[{\"bedrag\":6},{\"bedrag\":5}]}]";
        String ander = "[{\"schulden\":[{\"bedrag\":5}]}]";
        Trajectomzetter.Uitkomst zelfde = zetOm(Versie.V0_9, clienten(lijst, omgekeerd));
        Trajectomzetter.Uitkomst verschillend = zetOm(Versie.V0_9, clienten(lijst, ander));

        assertThat(zelfde.traject().schulden())
                .extracting(Schuld::bedrag)
                .containsExactly(Optional.of(5L), Optional.of(6L));
        assertThat(gemeld(zelfde))
                .extracting(Omzetting::soort)
                .containsExactly(Soort.SCHULD, Soort.SCHULD, Soort.DUBBELE_SCHULD, Soort.DUBBELE_SCHULD);
        assertThat(verschillend.traject().schulden()).hasSize(3);
    }

    private static String clienten(String een, String twee) {
        return "{\"client\":[{\"Huisnummer\":\"1\",\"leefsituatie\":" + een
                + "},{\"Huisnummer\":\"2\",\"leefsituatie\":" + twee + "}]}";
    }

    @Test
    @Requirement("S9")
    void dropsWhatCbsDoesNotNeedAndSaysSo() throws IOException {
        Trajectomzetter.Uitkomst uitkomst = zetOm(Versie.V0_8, """
                {"client":[{"bsn":"999990019","leefsituatie":[{"datumGeldigTot":"2023-12-31",\
                "inkomen":[{"nettoBedrag":77777}],"koopwoning":[{"waarde":88888}],"partner":[{"samenwonend":true}],\
                "ondernemer":{"startdatum":"2011-11-11"},"schulden":[{"bedrag":1,"schuldeiser":{"naam":"Bank",\
                "peildatum":"2012-12-12"}}]}]}]}""");

        assertThat(gemeld(uitkomst))
                .extracting(Omzetting::soort)
                .contains(
                        Soort.INKOMEN,
                        Soort.KOOPWONING,
                        Soort.PARTNER,
                        Soort.ONDERNEMER,
                        Soort.LEEFSITUATIE,
                        Soort.PEILDATUM_SCHULDEISER);
        String alles = new String(BerichtSchrijver.bytes(uitkomst.traject()), StandardCharsets.UTF_8)
                + uitkomst.traject().afwijkingen()
                + uitkomst.omzettingen();
        assertThat(alles).doesNotContain("77777", "88888", "samenwonend", "2011-11-11", "2012-12-12", "2023-12-31");
        assertThat(uitkomst.omzettingen().toString()).doesNotContain("999990019", "Bank");
        assertThat(uitkomst.traject()
                        .schulden()
                        .getFirst()
                        .schuldeiser()
                        .orElseThrow()
                        .naamVanSubject())
                .contains("Bank");
    }

    @Test
    void remembersWhereEachValueWasDelivered() throws IOException {
        Trajectomzetter.Uitkomst uitkomst = zetOm(Versie.V0_8, """
                {"naam":"n","client":[{"bsn":"1","leefsituatie":[{},{"schulden":[{"soort":"Zorg","bedrag":3}]}]}],\
                "intake":{"toelatingsbeschikking":"2023-01-02"}}""");
        TrajectPlek plek = new TrajectPlek(0, 0, "/t", 1, 0, new byte[0], 0, 0, uitkomst.oudePaden());

        assertThat(List.of(
                        "/omschrijving",
                        "/client/0/Burgerservicenummer",
                        "/client/0/Postcode",
                        "/schulden/0/bedrag",
                        "/schulden/0/schuldsoort",
                        "/intake/beschikkingsdatum",
                        "/startdatum"))
                .extracting(plek::geleverdPad)
                .containsExactly(
                        "/naam",
                        "/client/0/bsn",
                        "/client/0/Postcode",
                        "/client/0/leefsituatie/1/schulden/0/bedrag",
                        "/client/0/leefsituatie/1/schulden/0/soort",
                        "/intake/toelatingsbeschikking",
                        "/startdatum");
    }

    @ParameterizedTest
    @CsvSource({"V0_8", "V0_9", "V0_10"})
    void changesNothingInATrajectOfTheNewestVersion(Versie van) throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        uit.write(BerichtSchrijver.bytes(Voorbeelden.vol()));
        Trajectomzetter.Uitkomst uitkomst = zetOm(van, uit.toString(StandardCharsets.UTF_8));

        assertThat(uitkomst.traject()).isEqualTo(Voorbeelden.vol());
        assertThat(uitkomst.omzettingen()).isEmpty();
        assertThat(uitkomst.oudePaden()).isEmpty();
    }

    @Test
    void explainsEveryKindInDutchWithoutAFullStop() {
        assertThat(Soort.values())
                .extracting(Soort::uitleg)
                .doesNotHaveDuplicates()
                .allMatch(uitleg -> uitleg.length() > 10 && !uitleg.endsWith("."));
        assertThat(new Omzetting(Soort.REDEN_ONZEKER, "", "a", "b"))
                .extracting(Omzetting::isOnzeker, Omzetting::uitleg)
                .isEqualTo(tuple(true, Soort.REDEN_ONZEKER.uitleg()).toList());
    }
}
