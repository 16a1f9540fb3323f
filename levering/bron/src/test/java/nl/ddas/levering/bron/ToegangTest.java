// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.ddas.access.Decision;
import nl.ddas.access.DecisionLog;
import nl.ddas.access.DecisionPoint;
import nl.ddas.access.Evaluation;
import nl.ddas.access.Judge;
import nl.ddas.access.LoggedDecisions;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsEnd;
import nl.ddas.levering.bron.Proefstelsel.Antwoord;
import nl.ddas.levering.toegang.Reikwijdte;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of a page goes to whom is decided at the door, over a real connection; the decision changes while bron runs.
class ToegangTest {

    @TempDir
    private Path map;

    private final Proefstelsel stelsel = Proefstelsel.gedeeld();
    private Optional<Evaluation> gevraagd = Optional.empty();
    private DecisionPoint beslispunt = vraag -> Decision.permit(Reikwijdte.ALLES.toJson());
    private final List<Tls> gevolgd = new ArrayList<>();
    private final TlsEnd volger = new TlsEnd() {
        @Override
        public void renew(Tls tls) {
            gevolgd.add(tls);
        }

        @Override
        public void closeUntrusted(Tls tls) {}
    };
    private BronServer bron;
    private HttpClient cbs;

    @BeforeEach
    void start() throws IOException {
        Proefbron gegevens =
                new Proefbron().met("Gemeente Voorbeeldstad", "GM0518", 0, 3).met("Gemeente Elders", "0363", 3, 2);
        bron = BronServer.start(
                stelsel.config(map, Beschikbaarheid.ALTIJD, 100_000),
                gegevens,
                stelsel.onderdelen(TestClock.at("2026-11-21T09:00:00Z"))
                        .met(new BronOnderdelen.Beslissing(
                                vraag -> {
                                    gevraagd = Optional.of(vraag);
                                    return beslispunt.decide(vraag);
                                },
                                () -> {},
                                List.of(volger))));
        cbs = stelsel.client(stelsel.cbs);
    }

    @AfterEach
    void stop() {
        cbs.close();
        bron.close();
    }

    /// The connection to a decision point has our keys and lists by the regular work; asking waits for neither.
    @Test
    void theConnectionToADecisionPointFollowsOurKeys() throws IOException {
        assertThat(gevolgd).hasSize(1);
        assertThat(gevolgd.getFirst().chain())
                .isEqualTo(stelsel.leverancier.tls().chain());
        assertThat(vraag().status()).isEqualTo(200);
        assertThat(gevolgd).hasSize(1);
    }

    @Test
    @Requirement("S38")
    void asksWhetherTheSignerMayCollectThePeriod() throws IOException {
        assertThat(vraag().status()).isEqualTo(200);
        assertThat(gevraagd).hasValueSatisfying(vraag -> {
            assertThat(vraag.subject().id()).isEqualTo(Proefstelsel.CBS_OIN);
            assertThat(vraag.action().name()).isEqualTo("ophalen");
            assertThat(vraag.resource().properties().text("van")).hasValue("2026-01-01");
            assertThat(vraag.resource().properties().text("tot")).hasValue("2026-06-30");
            assertThat(vraag.context().text("time")).hasValue("2026-11-21T09:00:00Z");
        });
    }

    @Test
    @Requirement({"S39", "S40"})
    void givesOnlyTheGemeenteThatIsReleased() throws IOException {
        beslispunt = vraag -> Decision.permit(new Reikwijdte(false, Set.of("0363"), Set.of()).toJson());
        String tekst = vraag().tekst();
        assertThat(Antwoorden.trajecten(tekst)).containsExactly(3, 4);
        assertThat(Antwoorden.leveringen(tekst)).containsExactly("Gemeente Elders");
        beslispunt = vraag -> Decision.permit(Reikwijdte.ALLES.toJson());
        assertThat(Antwoorden.trajecten(vraag().tekst())).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    @Requirement({"S39", "S40"})
    void givesOnlyTheGroupsOfFieldsThatAreReleased() throws IOException {
        beslispunt = vraag -> Decision.permit(new Reikwijdte(false, Set.of("0518"), Set.of("intake")).toJson());
        String tekst = vraag().tekst();
        assertThat(Antwoorden.trajecten(tekst)).as("those that go whole").containsExactly(0, 1, 2);
        assertThat(tekst).contains("{\"gemeentecode\":\"0363\",\"startdatum\":\"2026-02-01\"}");
        assertThat(Antwoorden.leveringen(tekst)).hasSize(2);
    }

    @Test
    @Requirement("S39")
    void tellsWhyNothingGoes() throws IOException {
        beslispunt = vraag -> Decision.deny("de overeenkomst is nog niet ondertekend");
        Antwoord antwoord = vraag();
        assertThat(antwoord.status()).isEqualTo(403);
        assertThat(antwoord.tekst())
                .contains("problemen/toegang-geweigerd")
                .contains("de overeenkomst is nog niet ondertekend");
        assertThat(cijfers()).contains("ddas_bron_onverwachte_afzender_total 1.0");
    }

    @Test
    void refusesWhenNobodyDecides() throws IOException {
        beslispunt = vraag -> new Decision.Undecided("away");
        Antwoord antwoord = vraag();
        assertThat(antwoord.status()).isEqualTo(503);
        assertThat(antwoord.header("Retry-After")).isEqualTo("300");
        assertThat(antwoord.tekst()).contains("problemen/toegang-onbekend").doesNotContain("away");
    }

    @Test
    void refusesAPermissionThatItDoesNotUnderstand() throws IOException {
        beslispunt = vraag -> Decision.permit(JsonObject.EMPTY.with("gemeenten", "0363"));
        assertThat(vraag().status()).isEqualTo(403);
        beslispunt = vraag -> Decision.permit(JsonObject.EMPTY.with("gemeente", "0363"));
        assertThat(vraag().status()).isEqualTo(403);
    }

    @Test
    void ringsTheAlarmForASenderThatWasNotExpected() throws IOException {
        assertThat(cijfers()).doesNotContain("ddas_bron_onverwachte_afzender_total 1.0");
        try (HttpClient vreemde = stelsel.client(stelsel.vreemde)) {
            assertThat(Proefstelsel.stuur(vreemde, "POST", adres(), Proefstelsel.getekend(stelsel.vreemde, "{}"), "{}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(cijfers()).contains("ddas_bron_onverwachte_afzender_total 1.0");
        assertThat(gevraagd).isEmpty();
    }

    /// Between two collections nobody asks for months.
    @Test
    void removesOldDecisionsWhenNobodyAsks() throws IOException {
        Path oud =
                Files.createFile(Files.createDirectory(map.resolve("besluiten")).resolve("decisions-2026-11-19.jsonl"));
        TestClock klok = TestClock.at("2026-11-21T09:00:00Z");
        Judge wie = Judge.of(beslispunt, JsonObject.EMPTY);
        try (DecisionLog log = new DecisionLog(map.resolve("besluiten"), Period.ofDays(1), klok, new Random(1));
                BronServer ander = BronServer.start(
                        stelsel.config(map.resolve("ander"), Beschikbaarheid.ALTIJD, 100),
                        new Proefbron(),
                        stelsel.onderdelen(klok)
                                .met(new BronOnderdelen.Beslissing(
                                        new LoggedDecisions(wie, log), log::removeOld, List.of())))) {
            ander.tik();
            assertThat(oud).doesNotExist();
        }
    }

    @Test
    void letsOthersOnThisMachineAskTheSame() throws IOException {
        String vraag = "{\"subject\":{\"type\":\"Organisatie\",\"id\":\"1\"},\"action\":{\"name\":\"ophalen\"},"
                + "\"resource\":{\"type\":\"Gegevensset\",\"id\":\"shv\"}}";
        HttpClient.Config config =
                new HttpClient.Config(Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(30));
        try (HttpClient client = HttpClient.open(stelsel.network, config)) {
            Antwoord antwoord = Proefstelsel.stuur(
                    client,
                    "POST",
                    "http://127.0.0.1:" + bron.beheerPoort() + "/access/v1/evaluation",
                    Headers.of("Content-Type", "application/json"),
                    vraag);
            assertThat(antwoord.tekst()).isEqualTo("{\"decision\":true,\"context\":{\"alles\":true}}");
        }
        assertThat(gevraagd)
                .hasValueSatisfying(
                        gesteld -> assertThat(gesteld.subject().id()).isEqualTo("1"));
    }

    private Antwoord vraag() throws IOException {
        return Proefstelsel.stuur(cbs, "POST", adres(), Proefstelsel.getekend(stelsel.cbs, "{}"), "{}");
    }

    private String adres() {
        return "https://127.0.0.1:" + bron.poort() + "/v1/gegevens";
    }

    private String cijfers() throws IOException {
        return new String(
                Proefstelsel.beheer(bron, "GET", "/metrics", Headers.NONE).inhoud(), StandardCharsets.UTF_8);
    }
}
