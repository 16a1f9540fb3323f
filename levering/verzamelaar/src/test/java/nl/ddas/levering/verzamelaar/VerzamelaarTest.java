// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import nl.ddas.basis.Database;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Response;
import nl.ddas.levering.statistiek.Bijdrage;
import nl.ddas.levering.statistiek.Bronrecord;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerzamelaarTest {

    private static final Verzamelperiode PERIODE = Proefstelsel.halfjaar();

    @TempDir
    static Path gedeeld;

    @TempDir
    Path map;

    private static Proefstelsel stelsel;
    private static Database database;
    private static Proefleverancier een;
    private static Proefleverancier twee;

    private final List<Duration> gewacht = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void begin() throws IOException {
        stelsel = new Proefstelsel(gedeeld.resolve("ca"));
        database = Database.embedded(gedeeld.resolve("database"), new SecureRandom());
        een = new Proefleverancier(stelsel, stelsel.partij("Gemeente Een", "00000099000000002000"));
        twee = new Proefleverancier(stelsel, stelsel.partij("Gemeente Twee", "00000099000000003000"));
    }

    @AfterAll
    static void eind() {
        een.close();
        twee.close();
        database.close();
        stelsel.close();
    }

    @BeforeEach
    void schoon() {
        for (Proefleverancier leverancier : List.of(een, twee)) {
            leverancier.gril = (pagina, keer) -> Optional.empty();
            leverancier.verslagAntwoord = Optional.empty();
            leverancier.vragen.set(0);
            leverancier.bezorgd.set(0);
            leverancier.verslagen.clear();
            leverancier.ontvangenHeaders.clear();
        }
        lever(een, 0, 5);
        lever(twee, 100, 3);
    }

    @AfterEach
    void leeg() {
        database.jdbi("verzamelaar")
                .useHandle(
                        db -> db.execute(
                                "TRUNCATE verzameling, ophaling, pagina, bewijs, bevinding, besluit, inlezing, bronrecord, telling"));
    }

    private static Instant nu() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void lever(Proefleverancier leverancier, int eerste, int aantal) {
        leverancier.paginas = Proefbericht.paginas(PERIODE, nu(), eerste, aantal, 2);
    }

    private Verzamelaar start(Goedkeuring goedkeuring) throws IOException {
        return start(goedkeuring, () -> List.of(een.leverancier(), twee.leverancier()));
    }

    private Verzamelaar start(Goedkeuring goedkeuring, Leveranciers leveranciers) throws IOException {
        return Verzamelaar.start(
                Proefstelsel.config(map, goedkeuring),
                stelsel.onderdelen(database, leveranciers, Clock.systemUTC(), gewacht::add, Onderbreker.GEEN));
    }

    private static PerLeverancier verzamel(Verzamelaar verzamelaar, Proefleverancier wie) throws Exception {
        return verzamelaar
                .verzamel(PERIODE, Voortgang.STIL)
                .van(wie.partij.name())
                .orElseThrow();
    }

    private static List<Bronrecord> records(Verzamelaar verzamelaar) {
        List<Bronrecord> records = new ArrayList<>();
        verzamelaar.bronrecords().records(PERIODE, records::add);
        return records;
    }

    @Test
    @Requirement({"S75", "S76", "S77", "S78", "S79"})
    void collectsChecksReportsAndReadsIn() throws Exception {
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Direct())) {
            Verzamelresultaat resultaat = verzamelaar.verzamel(PERIODE, Voortgang.STIL);

            PerLeverancier eerste = resultaat.van("Gemeente Een").orElseThrow();
            assertThat(eerste.status()).isEqualTo("ingelezen");
            assertThat(eerste.paginas()).isEqualTo(3);
            assertThat(eerste.trajecten()).isEqualTo(5);
            assertThat(eerste.geweigerd()).isEqualTo(1);
            assertThat(eerste.ingelezen()).isEqualTo(4);
            assertThat(eerste.bevindingen()).isNotEmpty();
            assertThat(records(verzamelaar)).hasSize(4 + 2);
            assertThat(een.verslagen).hasSize(1);
            assertThat(een.verslagen.values().iterator().next().object("oordeel"))
                    .hasValueSatisfying(aantallen ->
                            assertThat(aantallen.whole("trajecten")).contains(5L));
        }
    }

    @Test
    void keepsOfPersonsOnlyKeysTheYearOfBirthAndTheSex() throws Exception {
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Direct())) {
            verzamel(verzamelaar, een);
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
            String alles = database.jdbi("verzamelaar")
                    .withHandle(db -> db.createQuery("SELECT string_agg(b::text, ' ') FROM bronrecord b")
                            .mapTo(String.class)
                            .one());
            assertThat(alles)
                    .doesNotContain(Proefbericht.bsn(0))
                    .doesNotContain("2511CA")
                    .doesNotContain("vrije tekst");
        }
    }

    @Test
    void theSameDeliveryAgainChangesNothingAndANewerOneReplaces() throws Exception {
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Direct())) {
            verzamel(verzamelaar, een);
            List<Bronrecord> eerst = records(verzamelaar);
            assertThat(verzamel(verzamelaar, een).status()).isEqualTo("ingelezen");
            assertThat(records(verzamelaar)).isEqualTo(eerst);
            assertThat(tel("inlezing")).isEqualTo(2);

            lever(een, 0, 7);
            assertThat(verzamel(verzamelaar, een).ingelezen()).isEqualTo(5);
            assertThat(records(verzamelaar)).hasSize(5 + 2);
            assertThat(tel("inlezing")).isEqualTo(3);
            assertThat(tel("inlezing WHERE einde_reden = 'vervangen'")).isEqualTo(1);
        }
    }

    private static long tel(String tabel) {
        return database.jdbi("verzamelaar").withHandle(db -> db.createQuery("SELECT count(*) FROM " + tabel)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void aSupplierThatIsDownDoesNotHoldUpAnotherAndGoesOnLater() throws Exception {
        een.gril = (pagina, keer) -> Optional.of(Response.text(503, "text/plain", "later"));
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Direct())) {
            Verzamelresultaat resultaat = verzamelaar.verzamel(PERIODE, Voortgang.STIL);
            assertThat(resultaat.van("Gemeente Een").orElseThrow().reden()).contains("http-503");
            assertThat(resultaat.van("Gemeente Twee").orElseThrow().status()).isEqualTo("ingelezen");
            assertThat(gewacht).hasSize(2).allMatch(duur -> duur.toMillis() >= 500);
            assertThat(tel("ophaling WHERE pogingen = 3 AND volgende > gewijzigd"))
                    .isEqualTo(1);

            een.gril = (pagina, keer) -> Optional.empty();
            assertThat(verzamel(verzamelaar, een).status()).isEqualTo("ingelezen");
            assertThat(twee.vragen).hasValue(2);
        }
    }

    @Test
    @Requirement("S76")
    void anAnswerThatIsNotSignedByTheSupplierIsNeverReadIn() throws Exception {
        een.gril = (pagina, keer) -> Optional.of(twee.getekend(een.paginas.getFirst()));
        twee.gril = (pagina, keer) -> {
            byte[] anders = twee.paginas.getFirst().clone();
            Response echt = twee.getekend(twee.paginas.getFirst());
            anders[anders.length - 1] = ' ';
            return Optional.of(Response.of(200, echt.headers(), anders));
        };
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Direct())) {
            Verzamelresultaat resultaat = verzamelaar.verzamel(PERIODE, Voortgang.STIL);
            assertThat(resultaat.van("Gemeente Een").orElseThrow().reden()).contains("identiteit-afwijking");
            assertThat(resultaat.van("Gemeente Twee").orElseThrow().reden()).contains("digest-afwijking");
            assertThat(records(verzamelaar)).isEmpty();
            assertThat(tel("bewijs WHERE soort = 'quarantaine'")).isEqualTo(2);
            assertThat(tel("pagina")).isZero();
        }
    }

    @Test
    void startsOverWhenTheSnapshotChangesBetweenPages() throws Exception {
        List<byte[]> oud = een.paginas;
        List<byte[]> nieuw = Proefbericht.paginas(PERIODE, nu().plusMillis(5), 0, 5, 2);
        een.gril = (pagina, keer) -> Optional.of(een.getekend((keer == 1 ? oud : nieuw).get(pagina - 1)));
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Direct())) {
            assertThat(verzamel(verzamelaar, een).status()).isEqualTo("ingelezen");
            assertThat(een.vragen).hasValue(2 + 3);
            assertThat(tel("ophaling WHERE momentopname = 2")).isEqualTo(1);
        }
    }

    @Test
    @Requirement({"S72", "S73"})
    void countsRequestsAndAnswersByDateSupplierAndKind() throws Exception {
        een.gril =
                (pagina, keer) -> keer == 1 ? Optional.of(Response.text(500, "text/plain", "stuk")) : Optional.empty();
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Direct())) {
            verzamel(verzamelaar, een);
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
        een.paginas = List.of("{\"gegevens\":{\"leveringen\":[".getBytes(StandardCharsets.UTF_8));
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Direct())) {
            PerLeverancier resultaat = verzamel(verzamelaar, een);
            assertThat(resultaat.status()).isEqualTo("afgekeurd");
            assertThat(resultaat.bevindingen()).containsKey("A-02");
            assertThat(resultaat.ingelezen()).isZero();
            assertThat(een.verslagen).hasSize(1);
        }
    }

    @Test
    void aReportThatCannotBeDeliveredWaitsAndGoesOn() throws Exception {
        een.verslagAntwoord = Optional.of(Response.text(503, "text/plain", "vol"));
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Direct())) {
            assertThat(verzamel(verzamelaar, een).reden()).contains("verslag-http-503");
            assertThat(records(verzamelaar)).hasSize(2);
            een.verslagAntwoord = Optional.empty();
            assertThat(verzamel(verzamelaar, een).status()).isEqualTo("ingelezen");
            assertThat(een.vragen).hasValue(3);
        }
    }

    @Test
    @Requirement("S79")
    void isReadInOnlyAfterApprovalAndTakenOutAfterWithdrawal() throws Exception {
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Handmatig());
                HttpClient client = client(een.partij)) {
            assertThat(verzamel(verzamelaar, een).status()).isEqualTo("verstuurd");
            assertThat(records(verzamelaar)).isEmpty();
            String id = een.verslagen.keySet().iterator().next();

            assertThat(besluit(verzamelaar, client, een.partij, id, "goedgekeurd"))
                    .isEqualTo(200);
            assertThat(besluit(verzamelaar, client, een.partij, id, "goedgekeurd"))
                    .isEqualTo(200);
            verzamelaar.werkBij(Voortgang.STIL);
            assertThat(records(verzamelaar)).hasSize(4);

            assertThat(besluit(verzamelaar, client, een.partij, id, "ingetrokken"))
                    .isEqualTo(200);
            assertThat(records(verzamelaar)).isEmpty();
            assertThat(tel("inlezing WHERE einde_reden = 'ingetrokken'")).isEqualTo(1);
            assertThat(tel("bronrecord")).isEqualTo(4);
            assertThat(besluit(verzamelaar, client, een.partij, id, "goedgekeurd"))
                    .isEqualTo(409);
        }
    }

    @Test
    void onlyTheSupplierOfADeliveryDecides() throws Exception {
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Handmatig());
                HttpClient vreemd = client(twee.partij)) {
            verzamel(verzamelaar, een);
            String id = een.verslagen.keySet().iterator().next();
            assertThat(besluit(verzamelaar, vreemd, twee.partij, id, "goedgekeurd"))
                    .isEqualTo(403);
            assertThat(besluit(verzamelaar, vreemd, een.partij, id, "goedgekeurd"))
                    .isEqualTo(403);
            assertThat(besluit(verzamelaar, vreemd, twee.partij, "bestaat-niet", "goedgekeurd"))
                    .isEqualTo(404);
            String eigen = twee.verslagen.keySet().iterator().next();
            assertThat(besluit(verzamelaar, vreemd, twee.partij, eigen, "misschien"))
                    .isEqualTo(400);
            assertThat(tel("besluit")).isZero();
        }
    }

    private static HttpClient client(Party partij) {
        return HttpClient.open(
                stelsel.network,
                new HttpClient.Config(
                        Optional.of(stelsel.ca.tls(partij)), Duration.ofSeconds(10), Duration.ofSeconds(20)));
    }

    private static int besluit(Verzamelaar verzamelaar, HttpClient client, Party wie, String id, String besluit)
            throws IOException {
        byte[] inhoud = ("{\"besluit\":\"" + besluit + "\"}").getBytes(StandardCharsets.UTF_8);
        Headers headers = new PayloadSigner(wie.signing(), Clock.systemUTC())
                .sign(inhoud)
                .addTo(Headers.of("Content-Type", "application/json"));
        URI adres = URI.create("https://127.0.0.1:" + verzamelaar.poort() + "/v1/verwerkingsverslagen/" + id);
        try (HttpClient.Answer antwoord = client.send(new HttpClient.Call("POST", adres, headers, inhoud))) {
            antwoord.body().readAllBytes();
            return antwoord.status();
        }
    }

    @Test
    @Requirement("S64")
    void asksOnlyInTheAgreedHours() throws Exception {
        Leverancier gewoon = een.leverancier();
        Vensters dicht = new Vensters(
                List.of(), java.util.Map.of(java.time.LocalDate.ofInstant(nu(), Verzamelperiode.ZONE), List.of()));
        Leverancier vandaagDicht = new Leverancier(
                gewoon.naam(),
                gewoon.url(),
                gewoon.headers(),
                gewoon.oin(),
                dicht,
                gewoon.profiel(),
                gewoon.versie(),
                gewoon.software());
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Direct(), () -> List.of(vandaagDicht))) {
            assertThat(verzamel(verzamelaar, een).reden()).contains("buiten-venster");
            assertThat(een.vragen).hasValue(0);
        }
    }

    @Test
    void aLostDatabaseIsSaidAndTheRunGoesOnAfterwards() throws Exception {
        Consumer<String> verbreek = plek -> database.jdbi()
                .useHandle(db -> db.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                                + " AND backend_type = 'client backend' AND state = 'idle in transaction'"));
        List<String> plekken = new CopyOnWriteArrayList<>();
        Onderbreker onderbreker = (wie, plek) -> {
            if (plek.equals("bezig-met-inlezen") && plekken.isEmpty()) {
                plekken.add(plek);
                verbreek.accept(plek);
            }
        };
        Leveranciers alleenEen = () -> List.of(een.leverancier());
        try (Verzamelaar verzamelaar = Verzamelaar.start(
                Proefstelsel.config(map, new Goedkeuring.Direct()),
                stelsel.onderdelen(database, alleenEen, Clock.systemUTC(), gewacht::add, onderbreker))) {
            assertThat(verzamel(verzamelaar, een).reden()).contains("database-weg");
            assertThat(tel("bronrecord")).isZero();
            assertThat(verzamel(verzamelaar, een).status()).isEqualTo("ingelezen");
            assertThat(een.vragen).hasValue(3);
            assertThat(een.bezorgd).hasValue(1);
        }
    }

    @Test
    void aSupplierThatHangsInsideAnAnswerIsLeftAndTriedAgain() throws Exception {
        java.util.concurrent.CountDownLatch klaar = new java.util.concurrent.CountDownLatch(1);
        // Says more than it sends, and then nothing.
        een.gril = (pagina, keer) -> keer > 1
                ? Optional.empty()
                : Optional.of(new Response(
                        200,
                        een.getekend(een.paginas.getFirst()).headers(),
                        new Response.Body.Stream(1_000_000, uit -> {
                            uit.write(een.paginas.getFirst());
                            uit.flush();
                            wacht(klaar);
                        })));
        VerzamelaarConfig ongeduldig = Proefstelsel.config(map, new Goedkeuring.Direct(), Duration.ofSeconds(1));
        Leveranciers alleenEen = () -> List.of(een.leverancier());
        try (Verzamelaar verzamelaar = Verzamelaar.start(
                ongeduldig,
                stelsel.onderdelen(database, alleenEen, Clock.systemUTC(), gewacht::add, Onderbreker.GEEN))) {
            assertThat(verzamel(verzamelaar, een).status()).isEqualTo("ingelezen");
            assertThat(verzamelaar.tellingen().regels())
                    .anyMatch(regel -> regel.uitkomst().equals("geen-verbinding"));
        } finally {
            klaar.countDown();
        }
    }

    private static void wacht(java.util.concurrent.CountDownLatch klaar) throws IOException {
        try {
            klaar.await();
            throw new IOException("the supplier falls over");
        } catch (InterruptedException gestopt) {
            throw new IOException("the test is over", gestopt);
        }
    }

    @Test
    void evidenceGoesAwayAfterItsRetention() throws Exception {
        nl.ddas.testkit.TestClock klok =
                new nl.ddas.testkit.TestClock(Clock.systemUTC().instant());
        Leveranciers alleenEen = () -> List.of(een.leverancier());
        try (Verzamelaar verzamelaar = Verzamelaar.start(
                Proefstelsel.config(map, new Goedkeuring.Direct()),
                stelsel.onderdelen(database, alleenEen, klok, gewacht::add, Onderbreker.GEEN))) {
            verzamel(verzamelaar, een);
            verzamelaar.ruimOp();
            assertThat(tel("bewijs")).isEqualTo(3 + 4);
            klok.advance(Duration.ofDays(401));
            verzamelaar.ruimOp();
            assertThat(tel("bewijs")).isZero();
            try (java.util.stream.Stream<Path> over = java.nio.file.Files.list(map.resolve("bewijs"))) {
                assertThat(over.map(bestand -> String.valueOf(bestand.getFileName())))
                        .containsExactly("persoonssleutel");
            }
        }
    }

    @Test
    void anEvidenceFolderThatCannotBeWrittenIsSaidAndTheRunGoesOnAfterwards() throws Exception {
        assertThat(opslagstuk()).contains("opslag-stuk");
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Direct())) {
            assertThat(verzamel(verzamelaar, een).status()).isEqualTo("ingelezen");
        }
    }

    private Optional<String> opslagstuk() throws Exception {
        Path bewijs = map.resolve("bewijs");
        Path weg = map.resolve("weg");
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Direct())) {
            java.nio.file.Files.move(bewijs, weg);
            Optional<String> reden = verzamel(verzamelaar, een).reden();
            java.nio.file.Files.move(weg, bewijs);
            return reden;
        }
    }

    @Test
    void evidenceThatWasChangedIsCollectedAnew() throws Exception {
        List<String> kapot = new CopyOnWriteArrayList<>();
        Onderbreker sloper = (wie, plek) -> {
            if (plek.equals("opgehaald") && kapot.isEmpty()) {
                kapot.add(plek);
                beschadig();
            }
        };
        Leveranciers alleenEen = () -> List.of(een.leverancier());
        try (Verzamelaar verzamelaar = Verzamelaar.start(
                Proefstelsel.config(map, new Goedkeuring.Direct()),
                stelsel.onderdelen(database, alleenEen, Clock.systemUTC(), gewacht::add, sloper))) {
            assertThat(verzamel(verzamelaar, een).status()).isEqualTo("ingelezen");
            assertThat(een.vragen).hasValue(6);
        }
    }

    private void beschadig() {
        try (java.util.stream.Stream<Path> bestanden = java.nio.file.Files.list(map.resolve("bewijs"))) {
            for (Path bestand : bestanden.toList()) {
                if (String.valueOf(bestand.getFileName()).contains("-pagina-2-")) {
                    byte[] bytes = java.nio.file.Files.readAllBytes(bestand);
                    bytes[bytes.length / 2] ^= 1;
                    java.nio.file.Files.write(bestand, bytes);
                }
            }
        } catch (IOException stuk) {
            throw new java.io.UncheckedIOException(stuk);
        }
    }

    @Test
    void withoutAnAnswerTheTermApproves() throws Exception {
        nl.ddas.testkit.TestClock klok =
                new nl.ddas.testkit.TestClock(Clock.systemUTC().instant());
        Leveranciers alleenEen = () -> List.of(een.leverancier());
        try (Verzamelaar verzamelaar = Verzamelaar.start(
                Proefstelsel.config(map, new Goedkeuring.NaTermijn(Duration.ofDays(14))),
                stelsel.onderdelen(database, alleenEen, klok, gewacht::add, Onderbreker.GEEN))) {
            assertThat(verzamel(verzamelaar, een).status()).isEqualTo("verstuurd");
            klok.advance(Duration.ofDays(14).minusSeconds(1));
            assertThat(verzamelaar.werkBij(Voortgang.STIL).getFirst().status()).isEqualTo("verstuurd");
            klok.advance(Duration.ofSeconds(1));
            assertThat(verzamelaar.werkBij(Voortgang.STIL).getFirst().status()).isEqualTo("ingelezen");
        }
    }

    @Test
    void describesItselfAndItsHealth() throws Exception {
        try (Verzamelaar verzamelaar = start(new Goedkeuring.Handmatig());
                HttpClient client = client(een.partij)) {
            assertThat(vraag(verzamelaar, client, "GET", "/v1/openapi.json")).startsWith("200 {");
            assertThat(vraag(verzamelaar, client, "GET", "/health")).isEqualTo("200 {\"status\":\"goed\"}");
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
}
