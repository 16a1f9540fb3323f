// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nl.ddas.basis.Headers;
import nl.ddas.levering.generator.Foutkeuze;
import nl.ddas.levering.generator.Genereer;
import nl.ddas.levering.generator.GenereerConfig;
import nl.ddas.levering.generator.Leverancierssoort;
import nl.ddas.levering.generator.Meelezer;
import nl.ddas.levering.generator.Plannen;
import nl.ddas.levering.generator.Tijdvak;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.Pagina;
import nl.ddas.levering.toets.ToetsOntvanger;
import nl.ddas.levering.toets.Verwachting;
import nl.ddas.systemtest.Proefopstelling.Antwoord;
import nl.ddas.trust.Party;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/// Every entrance that reads bytes of others, fed with bytes that are wrong: it refuses them clearly, and never breaks
/// or hangs. How many is `-Dddas.test.fuzz` (more with `-Pzwaar`); which follows from `-Dddas.fuzz.zaad`.
/// A failure names the seed of its input.
@Timeout(value = 1, unit = TimeUnit.HOURS, threadMode = ThreadMode.SEPARATE_THREAD)
class FuzzTest {

    private static final int INPUTS = Integer.getInteger("ddas.fuzz", 50);
    private static final long FIRST = Long.getLong("ddas.fuzz.zaad", 20_261_121L);
    private static final byte[] REQUEST = text("""
            {"aanleverperiodeStartdatum":"2026-01-01","aanleverperiodeEinddatum":"2026-06-30",\
            "aanleverende_organisatie":"12345678","page":1,"pageSize":100}""");
    private static final byte[] REPORT =
            text("{\"id\":\"verslag-1\",\"oordeel\":{\"status\":\"GOEDGEKEURD\"},\"n\":[1,2]}");
    private static final byte[] DECISION = text("{\"besluit\":\"goedgekeurd\"}");

    @TempDir
    static Path map;

    private static Proefopstelling opstelling;
    private static byte[] delivery = new byte[0];

    @BeforeAll
    static void begin() throws IOException {
        System.out.printf("fuzz: %d inputs for each entrance, seeds from %d%n", INPUTS, FIRST);
        GenereerConfig config = new GenereerConfig(
                Plannen.enkel(5, Leverancierssoort.GEMEENTE, 6, Foutkeuze.GEEN),
                Tijdvak.halfjaar(2026, 1),
                0,
                map.resolve("bron"));
        String file = Genereer.naarMap(config, Meelezer.NIEMAND).bestanden().getFirst();
        delivery = Files.readAllBytes(map.resolve("bron").resolve(file));
        Path stelsel = map.resolve("stelsel");
        Files.write(Files.createDirectories(stelsel.resolve("leveringen")).resolve("levering.json"), delivery);
        opstelling = new Proefopstelling(stelsel);
        opstelling.bron.ververs();
    }

    @AfterAll
    static void end() {
        opstelling.close();
    }

    @Test
    void theReaderOfDeliveriesAndTheRulesJudgeAnything() {
        each("delivery", (random, seed) -> {
            byte[] spoilt = Mutations.of(delivery, random);
            Pagina page = new Pagina(OptionalInt.empty(), () -> new ByteArrayInputStream(spoilt));

            Oordeel verdict = Leveringcontrole.toetser()
                    .toets(List.of(page), Verwachting.geen(Leveringcontrole.ONTVANGEN), new ToetsOntvanger() {});

            assertThat(verdict.status()).isNotNull();
        });
    }

    @Test
    void theRequestForGegevensIsAnsweredOrRefused() {
        each("request", (random, seed) -> {
            byte[] body = Mutations.of(REQUEST, random);
            expectClear(ask(opstelling.cbs, opstelling.bron.poort(), "/v1/gegevens", body), 200, 400, 413, 422);
        });
    }

    @Test
    void aSpoiltSignatureIsRefused() {
        String name = "nlgov-adr-payload-sig";
        each("signature", (random, seed) -> {
            byte[] body = text("{\"page\":" + (1 + seed % 1000) + "}");
            Headers good = Proefopstelling.ondertekend(opstelling.cbs, body);
            String signature = good.first(name).orElseThrow();
            String spoilt = visible(Mutations.of(text(signature), random));
            if (spoilt.strip().equals(signature)) {
                return;
            }
            Headers headers = Headers.of("Content-Type", "application/json", name, spoilt);
            Antwoord answer =
                    opstelling.stuur(opstelling.cbs, opstelling.bron.poort(), "POST", "/v1/gegevens", headers, body);

            expectClear(answer, 400, 401, 403, 431);
        });
    }

    @Test
    void aReportIsKeptOrRefused() {
        each("report", (random, seed) -> {
            byte[] body = Mutations.of(REPORT, random);
            expectClear(
                    ask(opstelling.cbs, opstelling.bron.poort(), "/v1/verwerkingsverslagen", body),
                    200,
                    201,
                    400,
                    409,
                    413,
                    422);
        });
    }

    @Test
    void aDecisionIsTakenOrRefused() {
        each("decision", (random, seed) -> {
            byte[] body = Mutations.of(DECISION, random);
            String path = "/v1/verwerkingsverslagen/9d1fd9b0-0000-4000-8000-000000000001";
            expectClear(ask(opstelling.leverancier, opstelling.verzamelaar.poort(), path, body), 400, 404, 413, 422);
        });
    }

    private static Antwoord ask(Party as, int port, String path, byte[] body) throws IOException {
        return opstelling.stuur(as, port, "POST", path, Proefopstelling.ondertekend(as, body), body);
    }

    private static void expectClear(Antwoord answer, Integer... statuses) {
        String body = new String(answer.inhoud(), StandardCharsets.UTF_8);
        assertThat(answer.status()).as(body).isIn((Object[]) statuses);
        if (answer.status() >= 400) {
            assertThat(answer.headers().first("Content-Type")).hasValue("application/problem+json");
            assertThat(body).contains("\"detail\"").doesNotContain("Exception", "nl.ddas", "java.");
        }
    }

    /// One input after the other, each with a seed of its own.
    private static void each(String entrance, Round round) {
        for (long seed = FIRST; seed < FIRST + INPUTS; seed++) {
            try {
                round.run(RandomGeneratorFactory.of("L64X128MixRandom").create(seed), seed);
            } catch (Exception | AssertionError broken) {
                throw new AssertionError(
                        "%s: repeat with -Dddas.test.fuzz=1 -Dddas.fuzz.zaad=%d".formatted(entrance, seed), broken);
            }
        }
    }

    /// Tries one input.
    private interface Round {
        void run(RandomGenerator random, long seed) throws Exception;
    }

    /// What can stand in a header: other bytes never leave the client.
    private static String visible(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) {
            text.append((char) (' ' + Math.floorMod(one - ' ', 95)));
        }
        return text.toString();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
