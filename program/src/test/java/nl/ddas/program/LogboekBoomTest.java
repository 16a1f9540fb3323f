// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.ddas.basis.Database;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.logboek.boom.Checkpoint;
import nl.ddas.logboek.boom.SignedNote;
import nl.ddas.logboek.boom.VerifierKey;
import nl.ddas.logboek.dienst.LogboekDienst;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two logs that witness each other's trees, from the first line to the check of an export.
class LogboekBoomTest {

    private static final String OIN = "00000099000000001000";
    private static final String ANDER = "00000099000000002000";

    @TempDir
    private Path map;

    private Network network;
    private HttpClient client;

    @BeforeEach
    void open() {
        network = Network.open();
        client = HttpClient.open(
                network, new HttpClient.Config(Optional.empty(), Duration.ofSeconds(5), Duration.ofSeconds(30)));
    }

    @AfterEach
    void close() {
        client.close();
        network.close();
    }

    /// A log that runs.
    private record Logboek(Database database, Boomdeel bomen, LogboekDienst dienst) implements AutoCloseable {
        @Override
        public void close() {
            dienst.close();
            bomen.close();
            database.close();
        }
    }

    private Path instellingen(String naam, String oin, String... regels) throws IOException {
        Path eigen = Files.createDirectories(map.resolve(naam));
        return Files.writeString(
                eigen.resolve("logboek.yaml"),
                "tls: uit\nhouder-zonder-tls: \"" + oin + "\"\npoort: 0\nbeheer-poort: 0\ndatabase-map: "
                        + eigen.resolve("database") + "\nboom-adres: " + naam + ".voorbeeld.nl/boom\nboom-sleutels: "
                        + eigen.resolve("sleutels") + "\n" + String.join("\n", regels) + "\n");
    }

    private Loop loop(String... opdracht) {
        return Loop.van(Clock.systemUTC(), map, opdracht);
    }

    private List<VerifierKey> sleutels(Path config) {
        Loop loop = loop("logboek", "sleutels", "--config", config.toString());
        assertThat(loop.uitgang()).as(loop.alles()).isZero();
        return loop.uit().lines().flatMap(een -> VerifierKey.read(een).stream()).toList();
    }

    private Logboek start(Path config) throws IOException {
        Omgeving omgeving = new Omgeving(System.out, System.err, Clock.systemUTC(), Map.of(), map);
        LogboekInstellingen gelezen = LogboekInstellingen.lees(config, omgeving);
        Database database = gelezen.config().databank().open(new SecureRandom());
        Boomdeel bomen =
                gelezen.boomdeel(network, omgeving.klok(), new SecureRandom()).orElseThrow();
        LogboekDienst dienst = gelezen.inrichting(
                        network,
                        database,
                        List.of(),
                        gelezen.register(omgeving.klok()),
                        List.of(bomen),
                        omgeving.klok())
                .start(omgeving.klok(), new SecureRandom());
        return new Logboek(database, bomen, dienst);
    }

    private void stuur(Logboek logboek, int van, int tot) throws IOException {
        for (int i = van; i < tot; i++) {
            URI uri = URI.create("http://127.0.0.1:" + logboek.dienst().poort() + "/v1/traces");
            byte[] body = span(i).getBytes(UTF_8);
            try (HttpClient.Answer answer = client.send(
                    new HttpClient.Call("POST", uri, Headers.of("Content-Type", "application/json"), body))) {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(new String(answer.body().readAllBytes(), UTF_8)).doesNotContain("rejected");
            }
        }
    }

    private static String boom(Logboek logboek, String oin) {
        return "http://127.0.0.1:" + logboek.dienst().poort() + "/boom/" + oin;
    }

    /// Asks until it is so, at most half a minute.
    private SignedNote totdat(String adres, Predicate<SignedNote> goed) throws IOException {
        Instant einde = Clock.systemUTC().instant().plusSeconds(30);
        Optional<SignedNote> note = Optional.empty();
        while (note.filter(goed).isEmpty()) {
            assertThat(Clock.systemUTC().instant()).as(adres).isBefore(einde);
            try (HttpClient.Answer answer =
                    client.send(new HttpClient.Call("GET", URI.create(adres), Headers.NONE, new byte[0]))) {
                note = SignedNote.read(answer.body().readAllBytes());
            }
        }
        return note.orElseThrow();
    }

    private static long size(SignedNote note) {
        return Checkpoint.read(note.text()).orElseThrow().size();
    }

    @Test
    @Requirement("LDV-L21")
    void aLineIsInASignedTreeThatTheOtherWitnessesAndItsExportIsChecked() throws IOException {
        Path eigen = instellingen("leverancier", OIN);
        VerifierKey sleutel = sleutels(eigen).getFirst();
        Path cbs = instellingen(
                "cbs", ANDER, "getuige-naam: cbs.voorbeeld.nl/getuige", "getuige-van: [\"" + sleutel + "\"]");
        VerifierKey getuige = sleutels(cbs).getLast();
        try (Logboek ander = start(cbs)) {
            Path met = instellingen(
                    "leverancier",
                    OIN,
                    "getuigen:",
                    "  - sleutel: \"" + getuige + "\"",
                    "    adres: http://127.0.0.1:" + ander.dienst().poort() + "/getuige");
            SignedNote eerste;
            String adres;
            try (Logboek logboek = start(met)) {
                adres = boom(logboek, OIN);
                stuur(logboek, 0, 3);
                eerste = totdat(adres + "/getuigd", note -> note.isSignedBy(getuige));
                stuur(logboek, 3, 9);
                totdat(adres + "/checkpoint", note -> size(note) == 9);
                Path vorige = Files.writeString(map.resolve("vorige"), eerste.tekst());
                Loop web = loop(
                        "logboek",
                        "controleer",
                        adres,
                        "--sleutel",
                        sleutel.toString(),
                        "--getuige",
                        getuige.toString(),
                        "--vorige",
                        vorige.toString());
                assertThat(web.uitgang()).as(web.alles()).isZero();
                assertThat(web.uit()).contains("9 bladeren", "medeondertekend");
            }
            export(met, sleutel, getuige);
        }
    }

    private void export(Path config, VerifierKey sleutel, VerifierKey getuige) throws IOException {
        Path bestand = map.resolve("export.jsonl");
        Loop export = loop("logboek", "exporteer", bestand.toString(), "--config", config.toString());
        assertThat(export.uitgang()).as(export.alles()).isZero();
        assertThat(export.fout()).contains("9 bladeren", OIN);
        String[] opdracht = {
            "logboek",
            "controleer",
            bestand.toString(),
            "--sleutel",
            sleutel.toString(),
            "--getuige",
            getuige.toString()
        };
        Loop goed = loop(opdracht);
        assertThat(goed.uitgang()).as(goed.alles()).isZero();
        assertThat(goed.uit()).contains("9 regels met inhoud", "dat is alles.");

        List<String> lines = Files.readAllLines(bestand);
        int at = lines.size() - 4;
        String line = lines.get(at);
        lines.set(
                at,
                line.replace("SW56aWVu", "SW56aWVo").equals(line)
                        ? line.replaceFirst("\"zout\":\"..", "\"zout\":\"AA")
                        : line.replace("SW56aWVu", "SW56aWVo"));
        Files.write(bestand, lines);
        Loop fout = loop(opdracht);
        assertThat(fout.uitgang()).isEqualTo(1);
        assertThat(fout.uit().replaceAll("\\s+", " "))
                .contains("Regel 6 (trace 00112233445566778899aabbccddee", "is gewijzigd");

        exportOfAPeriod(config);
    }

    private void exportOfAPeriod(Path config) {
        Path deel = map.resolve("deel.jsonl");
        Loop periode = loop(
                "logboek",
                "exporteer",
                deel.toString(),
                "--config",
                config.toString(),
                "--van",
                "2026-01-01",
                "--tot",
                "2026-01-02");
        assertThat(periode.uitgang()).as(periode.alles()).isZero();
        assertThat(loop("logboek", "controleer", deel.toString()).uit()).contains("dat is een deel van het logboek");
    }

    /// A log gets another key: first it signs with both, and then with the new one only.
    @Test
    @Requirement("LDV-L21")
    void aLogGetsAnotherKeyInThreeSteps() throws IOException {
        Path config = instellingen("leverancier", OIN);
        VerifierKey oud = sleutels(config).getFirst();
        assertThat(wissel("afronden", OIN, config).fout()).contains("er is geen nieuwe sleutel voor " + OIN);
        assertThat(wissel("nieuw", ANDER, config).fout()).contains("heeft geen regels van " + ANDER, OIN);
        grow(config, 0);

        Loop nieuw = wissel("nieuw", OIN, config);
        assertThat(nieuw.uitgang()).as(nieuw.alles()).isZero();
        VerifierKey volgende = sleutels(config).getLast();
        assertThat(nieuw.uit()).contains(volgende.toString());
        Loop early = wissel("afronden", OIN, config);
        assertThat(early.uitgang()).isEqualTo(2);
        assertThat(early.fout()).contains("nog niet met de nieuwe sleutel ondertekend");

        SignedNote both = grow(config, 1);
        assertThat(both.isSignedBy(oud)).isTrue();
        assertThat(both.isSignedBy(volgende)).isTrue();
        assertThat(wissel("afronden", OIN, config).uitgang()).isZero();
        assertThat(sleutels(config)).containsExactly(volgende, oud);
        SignedNote after = grow(config, 2);
        assertThat(after.isSignedBy(oud)).isFalse();
        assertThat(after.isSignedBy(volgende)).isTrue();

        checkWithBoth(config, both, volgende, oud);
    }

    private void checkWithBoth(Path config, SignedNote both, VerifierKey volgende, VerifierKey oud) throws IOException {
        Path vorige = Files.writeString(map.resolve("vorige"), both.tekst());
        Path bestand = map.resolve("export.jsonl");
        assertThat(loop("logboek", "exporteer", bestand.toString(), "--config", config.toString())
                        .uitgang())
                .isZero();
        Loop goed = loop(
                "logboek",
                "controleer",
                bestand.toString(),
                "--sleutel",
                volgende.toString(),
                "--sleutel",
                oud.toString(),
                "--vorige",
                vorige.toString());
        assertThat(goed.uitgang()).as(goed.alles()).isZero();
    }

    private Loop wissel(String stap, String oin, Path config) {
        return loop("logboek", "sleutels", stap, oin, "--config", config.toString());
    }

    /// A run of the log in which one line comes.
    private SignedNote grow(Path config, int nummer) throws IOException {
        try (Logboek logboek = start(config)) {
            stuur(logboek, nummer, nummer + 1);
            return totdat(boom(logboek, OIN) + "/checkpoint", note -> size(note) == nummer + 1);
        }
    }

    @Test
    void anAddressWantsAKeyAndACertificate() {
        Loop zonder = loop("logboek", "controleer", "https://logboek.nl/boom/1");
        assertThat(zonder.uitgang()).isEqualTo(2);
        assertThat(zonder.fout()).contains("--sleutel");
        BadInputTest.assertCalm(zonder);
    }

    @Test
    void aLogWithoutATreeSaysWhatToDo() throws IOException {
        Path bestand = Files.writeString(
                map.resolve("kaal.yaml"),
                "tls: uit\nhouder-zonder-tls: \"" + OIN + "\"\ndatabase-map: " + map.resolve("database") + "\n");
        Loop loop = loop("logboek", "sleutels", "--config", bestand.toString());
        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).contains("boom-adres");
    }

    private static String span(int nummer) {
        return ("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":"
                        + "\"00112233445566778899aabbccddee%02x\",\"spanId\":\"0102030405060708\",\"name\":\"Inzien\","
                        + "\"startTimeUnixNano\":\"1764068470669000000\",\"endTimeUnixNano\":\"1764068470771000000\","
                        + "\"attributes\":[{\"key\":\"dpl.core.processing_activity_id\",\"value\":{\"stringValue\":"
                        + "\"https://a.nl/7\"}}]}]}]}]}")
                .formatted(nummer);
    }
}
