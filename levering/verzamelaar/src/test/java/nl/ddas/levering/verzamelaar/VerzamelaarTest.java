// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.PERIODE;
import static nl.ddas.levering.verzamelaar.Proefopstelling.lever;
import static nl.ddas.levering.verzamelaar.Proefopstelling.nu;
import static nl.ddas.levering.verzamelaar.Proefopstelling.records;
import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Response;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.statistiek.Bijdrage;
import nl.ddas.levering.statistiek.Bronrecord;
import nl.ddas.levering.statistiek.BsnModus;
import nl.ddas.levering.statistiek.Gemeenteregel;
import nl.ddas.levering.statistiek.Instellingen;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.levering.verkeer.Logboekaansluiting;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VerzamelaarTest {

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    @Test
    @Requirement({"S75", "S76", "S77", "S78", "S79"})
    void collectsChecksReportsAndReadsIn() throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            Verzamelresultaat resultaat = verzamelaar.verzamel(PERIODE, Voortgang.STIL);

            PerLeverancier eerste = resultaat.van("Gemeente Een").orElseThrow();
            assertThat(eerste.status()).isEqualTo("ingelezen");
            assertThat(eerste.paginas()).isEqualTo(3);
            assertThat(eerste.trajecten()).isEqualTo(5);
            assertThat(eerste.geweigerd()).isEqualTo(1);
            assertThat(eerste.ingelezen()).isEqualTo(4);
            assertThat(eerste.bevindingen()).isNotEmpty();
            assertThat(records(verzamelaar)).hasSize(4 + 2);
            assertThat(op.een.verslagen).hasSize(1);
            assertThat(op.een.verslagen.values().iterator().next().object("oordeel"))
                    .hasValueSatisfying(aantallen ->
                            assertThat(aantallen.whole("trajecten")).contains(5L));
        }
    }

    @Test
    void tellsOnceWhoIsNotInTheListAnyMore() throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            assertThat(verzamelaar.verzamel(PERIODE, Voortgang.STIL).ontbreken())
                    .isEmpty();
        }
        try (Verzamelaar zonderTwee =
                op.start(op.config(new Goedkeuring.Direct()), op.alleenEen(), Clock.systemUTC(), Onderbreker.GEEN)) {
            Verzamelresultaat resultaat = zonderTwee.verzamel(PERIODE, Voortgang.STIL);
            assertThat(resultaat.ontbreken()).containsExactly("Gemeente Twee");
            assertThat(resultaat.vraagtAandacht()).isTrue();

            assertThat(zonderTwee.verzamel(PERIODE, Voortgang.STIL).ontbreken()).isEmpty();
        }
    }

    @Test
    void keepsOfPersonsOnlyKeysTheYearOfBirthAndTheSex() throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            verzamel(verzamelaar, op.een);
            List<Bijdrage> bijdragen = new ArrayList<>();
            verzamelaar.bronrecords().bijdragen(PERIODE, bijdragen::add);

            assertThat(bijdragen).hasSize(6);
            Bijdrage eerste = bijdragen.getFirst();
            assertThat(eerste.bron().personen()).hasSize(1);
            assertThat(eerste.bron().personen().getFirst().bsn().isBekend()).isTrue();
            assertThat(eerste.traject().totaalSchuldbedragBijAanvangSchuld()).contains(1000L);
            assertThat(eerste.traject().client().getFirst().geboortedatum()).contains("1980-00-00");
            assertThat(eerste.traject().client().getFirst().geslachtsaanduiding())
                    .contains("Man");
            String alles = op.database.jdbi("verzamelaar").withHandle(db -> db.createQuery(
                            "SELECT string_agg(b::text, ' ') FROM bronrecord b")
                    .mapTo(String.class)
                    .one());
            assertThat(alles)
                    .doesNotContain(Proefbericht.bsn(0))
                    .doesNotContain("2511CA")
                    .doesNotContain("vrije tekst");
        }
    }

    @Test
    void theReportKnowsByWhichNumbersPersonsWereRecognised() throws Exception {
        VerzamelaarConfig ruim = Proefstelsel.config(
                op.map(), new Goedkeuring.Direct(), Proefstelsel.ophalen(4, Duration.ofSeconds(20)), BsnModus.RUIM);
        Aanleverperiode eerder = Aanleverperiode.laatstAfgeslotenHalfjaar(PERIODE.start());
        try (Verzamelaar verzamelaar = op.start(ruim, op.beide(), Clock.systemUTC(), Onderbreker.GEEN)) {
            verzamel(verzamelaar, op.een);
        }
        // Another setting afterwards does not change what was done.
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            verzamelaar.verzamel(eerder, Voortgang.STIL);
            assertThat(verzamelaar.bronrecords().instellingen(PERIODE, Gemeenteregel.NEGEREN, 3))
                    .isEqualTo(new Instellingen(Gemeenteregel.NEGEREN, BsnModus.RUIM, 3));
            assertThat(verzamelaar.bronrecords().bsnmodus(eerder)).isEqualTo(BsnModus.STRIKT);
        }
    }

    @Test
    void theSameDeliveryAgainChangesNothingAndANewerOneReplaces() throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            verzamel(verzamelaar, op.een);
            List<Bronrecord> eerst = records(verzamelaar);
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");
            assertThat(records(verzamelaar)).isEqualTo(eerst);
            assertThat(op.tel("inlezing")).isEqualTo(2);

            lever(op.een, 0, 7);
            assertThat(verzamel(verzamelaar, op.een).ingelezen()).isEqualTo(5);
            assertThat(records(verzamelaar)).hasSize(5 + 2);
            assertThat(op.tel("inlezing")).isEqualTo(3);
            assertThat(op.tel("inlezing WHERE einde_reden = 'vervangen'")).isEqualTo(1);
        }
    }

    @Test
    @Requirement({"S72", "S73"})
    void countsRequestsAndAnswersByDateSupplierAndKind() throws Exception {
        op.een.gril =
                (pagina, keer) -> keer == 1 ? Optional.of(Response.text(500, "text/plain", "stuk")) : Optional.empty();
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            verzamel(verzamelaar, op.een);
            assertThat(verzamelaar.tellingen().regels())
                    .extracting(r -> r.leverancier() + " " + r.soort() + " " + r.uitkomst() + " " + r.aantal())
                    .contains(
                            "Gemeente Een gegevens geleverd 3",
                            "Gemeente Een gegevens http-500 1",
                            "Gemeente Een verslag bezorgd 1");
        }
    }

    @Test
    void aRefusedMessageIsReportedAndNotReadIn() throws Exception {
        op.een.paginas = List.of("{\"gegevens\":{\"leveringen\":[".getBytes(StandardCharsets.UTF_8));
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            PerLeverancier resultaat = verzamel(verzamelaar, op.een);
            assertThat(resultaat.status()).isEqualTo("afgekeurd");
            assertThat(resultaat.bevindingen()).containsKey("A-02");
            assertThat(resultaat.ingelezen()).isZero();
            assertThat(op.een.verslagen).hasSize(1);
        }
    }

    @Test
    void everyReasonOfOneCodeIsReportedAndTheyAreCountedTogether() throws Exception {
        op.een.paginas = List.of(
                "{\"gegevens\":{\"codeGegevensleverancier\":\"x 1.0\",\"leveringen\":[{\"teller\":1},{\"teller\":null}]}}"
                        .getBytes(StandardCharsets.UTF_8));
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            PerLeverancier resultaat = verzamel(verzamelaar, op.een);

            assertThat(resultaat.status()).isEqualTo("afgekeurd");
            assertThat(resultaat.bevindingen())
                    .hasEntrySatisfying("A-03", aantal -> assertThat(aantal).isGreaterThan(3L));
            assertThat(new String(op.een.verslagen.values().iterator().next().toBytes(), StandardCharsets.UTF_8))
                    .contains("startdatumLevering", "aanleverdatumEnTijd", "null (leeg)");
        }
    }

    @Test
    @Requirement("S64")
    void asksOnlyInTheAgreedHours() throws Exception {
        Leverancier gewoon = op.een.leverancier();
        LocalDate vandaag = LocalDate.ofInstant(nu(), Tijdzone.NEDERLAND);
        // Tomorrow too: shortly before midnight a run waits for the new day.
        Beschikbaarheid dicht =
                new Beschikbaarheid(List.of(), Map.of(vandaag, List.of(), vandaag.plusDays(1), List.of()));
        Leverancier vandaagDicht = gewoon.met(dicht);
        try (Verzamelaar verzamelaar = op.start(
                op.config(new Goedkeuring.Direct()),
                () -> List.of(vandaagDicht),
                Clock.systemUTC(),
                Onderbreker.GEEN)) {
            assertThat(verzamel(verzamelaar, op.een).reden()).contains("buiten-venster");
            assertThat(op.een.vragen).hasValue(0);
        }
    }

    @Test
    void describesItselfAndItsHealth() throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Handmatig());
                HttpClient client = op.client(op.een.partij)) {
            assertThat(vraag(verzamelaar, client, "GET", "/v1/openapi.json")).startsWith("200 {");
            assertThat(vraag(verzamelaar, client, "GET", "/health"))
                    .as("the inside is for the administrator")
                    .isEqualTo("200 {\"status\":\"goed\"}");
            assertThat(vraag(verzamelaar, client, "GET", "/v1/verwerkingsverslagen/x"))
                    .startsWith("405 ");
            assertThat(vraag(verzamelaar, client, "POST", "/v1/iets"))
                    .startsWith("404 ")
                    .contains("instance");
        }
    }

    private static String vraag(Verzamelaar verzamelaar, HttpClient client, String methode, String pad)
            throws IOException {
        URI adres = URI.create("https://127.0.0.1:" + verzamelaar.poort() + pad);
        try (HttpClient.Answer antwoord = client.send(new HttpClient.Call(methode, adres, Headers.NONE, new byte[0]))) {
            assertThat(antwoord.headers().first("API-Version")).contains("1.0.0");
            return antwoord.status() + " " + new String(antwoord.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theMachineItselfCanSeeHealthAndMetrics() throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct());
                HttpClient client = HttpClient.open(
                        op.stelsel.network,
                        new HttpClient.Config(Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(20)))) {
            verzamel(verzamelaar, op.een);
            int poort = verzamelaar.beheerPoort().orElseThrow();
            assertThat(beheer(client, poort, "/metrics"))
                    .startsWith("200 ")
                    .contains("ddas_verzamelaar_verzoeken_total", "leverancier=\"Gemeente Een\"")
                    .contains("ddas_verzamelaar_certificaat_zwakke_sleutel_eigen 2.0")
                    // Both suppliers sign with 2048 bits, and so does the authority above their connections.
                    .contains("ddas_verzamelaar_certificaat_zwakke_sleutel_total 3.0");
            assertThat(beheer(client, poort, "/health"))
                    .isEqualTo("200 {\"status\":\"goed\",\"logboek\":\"" + Logboekaansluiting.GEEN + "\"}");
            assertThat(beheer(client, poort, "/v1/openapi.json")).startsWith("404 ");
        }
    }

    private static String beheer(HttpClient client, int poort, String pad) throws IOException {
        URI adres = URI.create("http://127.0.0.1:" + poort + pad);
        try (HttpClient.Answer antwoord = client.send(new HttpClient.Call("GET", adres, Headers.NONE, new byte[0]))) {
            return antwoord.status() + " " + new String(antwoord.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyStateHasItsPlaceInTheDatabase() throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            verzamel(verzamelaar, op.een);
            for (Toestand toestand : Toestand.values()) {
                op.database
                        .jdbi("verzamelaar")
                        .useHandle(db -> db.execute("UPDATE ophaling SET toestand = ?", toestand.name()));
                assertThat(op.tel("ophaling WHERE toestand IN (" + Toestand.sql(Toestand::isEind) + ")"))
                        .isEqualTo(toestand.isEind() ? 2 : 0);
            }
        }
    }
}
