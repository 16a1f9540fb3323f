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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Database;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.logboek.dienst.PostgresLogregels;
import nl.ddas.logboek.model.Attribuut;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Invoer;
import nl.ddas.logboek.model.Invoervorm;
import nl.ddas.logboek.model.Kernsleutel;
import nl.ddas.logboek.model.Waarde;
import nl.ddas.logboek.register.Documentlezer;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ddas logboek register`: as who keeps a register uses it.
class RegisterOpdrachtTest {

    private static final String VERZAMELEN = "16233f12-b8c4-5b98-8464-2777adcb9c33";
    private static final String BEHEER =
            "https://register.ddas.example/v1/processing-activities/f8e0172b-4ed1-5883-9f94-e9f7dbf28948";

    @TempDir
    private Path map;

    private Path register = Path.of("");

    @BeforeEach
    void ourOwnRegister() throws IOException {
        register = map.resolve("register.yaml");
        Files.write(register, Bundled.bytes(Documentlezer.class, "ddas-register.yaml"));
    }

    private Loop register(String... woorden) {
        return Loop.van(
                map,
                Stream.concat(Stream.of("logboek", "register"), Stream.of(woorden))
                        .toArray(String[]::new));
    }

    /// The example of the settings, with all it makes in the folder of the test.
    /// Without a log to look in for lines.
    private String settings(String logboek) {
        return example(logboek).replace("logboek-database-map: " + map + "/logboek", "logboek-database: geen");
    }

    private String example(String logboek) {
        return register("config")
                .uit()
                .replace("# logboek-spoel", "logboek-spoel")
                .replace("var/", map + "/")
                .replace("http://127.0.0.1:4318/v1/traces", logboek);
    }

    private Path bedorven(String wat, String erVoor) throws IOException {
        return Files.writeString(
                map.resolve("fout.yaml"), Files.readString(register).replace(wat, erVoor));
    }

    @Test
    void ourOwnRegisterIsGood() {
        Loop loop = register("controleer", register.toString());

        assertThat(loop.uitgang()).isZero();
        assertThat(loop.uit()).contains("goed", "17 activiteiten", "5 partijen");
    }

    @Test
    void allFaultsAreToldWithLineAndAdvice() throws IOException {
        Loop loop = register(
                "controleer",
                bedorven(
                                "detailLevel: 1\n        subjectLogging:\n          mode: none",
                                "detailLevel: 7\n        subjectLogging:\n          mode: geen")
                        .toString());

        assertThat(loop.uitgang()).isEqualTo(1);
        assertThat(loop.uit())
                .contains("dingen kloppen niet", "regel ", "[REG-9]", "Verwacht is 1", "'geen'", "aggregate");
    }

    @Test
    void theReportIsJsonToo() throws IOException {
        Path fout = bedorven("P400D", "400 dagen");
        Loop loop = register("controleer", "--json", register.toString(), fout.toString());

        assertThat(loop.uitgang()).isEqualTo(1);
        JsonObject json =
                (JsonObject) ((JsonReading.Read) JsonReading.of(loop.uit().getBytes(UTF_8))).value();
        List<JsonObject> bestanden = json.array("bestanden").orElseThrow().stream()
                .map(JsonObject.class::cast)
                .toList();
        assertThat(bestanden)
                .extracting(one -> one.text("status").orElseThrow())
                .containsExactly("GOED", "FOUT");
        JsonObject bevinding = (JsonObject)
                bestanden.getLast().array("bevindingen").orElseThrow().getFirst();
        assertThat(bevinding.text("regel")).contains("REG-3");
        assertThat(bevinding.text("niveau")).contains("fout");
        assertThat(bevinding.text("plaats").orElseThrow()).startsWith("/");
        assertThat(bevinding.text("melding").orElseThrow()).containsPattern("\\(regel \\d+\\)$");
    }

    @Test
    void theActivitiesAreShownAndOneWithAllThatIsKnown() {
        assertThat(register("toon").uit()).contains("Wat DDAS met gegevens doet", VERZAMELEN);
        assertThat(register("toon", "--register", register.toString(), VERZAMELEN.substring(0, 8))
                        .uit())
                .contains(
                        "Statistiek schuldhulp: gegevens verzamelen",
                        "400 dagen",
                        "5 jaar",
                        "zonder betrokkenen, met motivering",
                        "Centraal Bureau voor de Statistiek");
        assertThat(register("toon", "--op", "2025-06-01", VERZAMELEN).uitgang()).isEqualTo(1);
        assertThat(register("toon", "--op", "2025-06-01").uit())
                .contains("Op 1 juni 2025, 00:00 had dit register geen");
        assertThat(register("toon", "ffff").fout()).contains("staat niet in dit register");
        assertThat(register("toon", "--op", "gisteren").fout()).contains("--op is een dag");
        assertThat(register("toon", "--register", map.resolve("weg.yaml").toString())
                        .uitgang())
                .isEqualTo(2);
    }

    @Test
    @Requirement("LDV-R11")
    void theRegisterOfArticle30IsCsvAndAPage() throws IOException {
        Loop csv = register("exporteer");
        assertThat(csv.uitgang()).isZero();
        List<String> regels = csv.uit().lines().toList();
        assertThat(regels).hasSize(18);
        assertThat(csv.uit()).contains(";2026-01-01T00:00:00+01:00;");
        assertThat(regels.getFirst()).startsWith("\uFEFFVerantwoordelijke;Contact;Activiteit;URI;");
        assertThat(regels).allSatisfy(regel -> assertThat(cells(regel)).isEqualTo(cells(regels.getFirst())));

        Path pagina = map.resolve("register.html");
        assertThat(register("exporteer", "--als", "html", "--naar", pagina.toString())
                        .uitgang())
                .isZero();
        assertThat(Files.readString(pagina))
                .contains(
                        "<h1", "Statistiek schuldhulp maken", "wettelijke verplichting", "zonder betrokkenen", "DPIA");
    }

    /// Cells of a line of CSV.
    private static int cells(String line) {
        return line.replaceAll("\"([^\"]|\"\")*\"", "").split(";", -1).length;
    }

    @Test
    @Requirement("LDV-R6")
    void whatIsExportedIsARegisterAgain() throws IOException {
        Path json = map.resolve("register.json");
        assertThat(register("exporteer", "--als", "json", "--naar", json.toString())
                        .uitgang())
                .isZero();
        assertThat(register("controleer", json.toString()).uitgang()).isZero();
        assertThat(register("exporteer", "--als", "voorbeeld").uit()).isEqualTo(Files.readString(register));
        assertThat(register("exporteer", "--als", "schema").uit()).contains("ldv-register-v1.schema.json");
    }

    @Test
    void theSettingsThatAreShownCanBeUsed() throws IOException {
        Path config = map.resolve("logboek-register.yaml");
        Files.writeString(config, settings("geen"));

        Loop first = register("laad", "--config", config.toString(), register.toString());
        assertThat(first.fout()).contains("niet in een logboek");
        assertThat(first.uit()).contains("17 nieuwe versies", "5 nieuwe of gewijzigde partijen");
        assertThat(first.uitgang()).isZero();

        Loop again = register("laad", "--config", config.toString(), register.toString());
        assertThat(again.uit()).contains("0 nieuwe versies, 0 concepten, 0 nieuwe of gewijzigde partijen");

        Path anders = bedorven("name: Inzage geven in verwerkingen", "name: Iets anders");
        Loop refused = register("laad", "--config", config.toString(), anders.toString());
        assertThat(refused.uitgang()).isEqualTo(1);
        assertThat(refused.fout()).contains("ander verleden");

        assertThat(register("toon", "--config", config.toString()).uit()).contains("Inzage geven in verwerkingen");
        Path vreemd = bedorven("base: https://register.ddas.example/v1", "base: https://elders.example/v1");
        assertThat(register("laad", "--config", config.toString(), vreemd.toString())
                        .fout())
                .contains("https://elders.example/v1");
    }

    /// The log is asked in its own database, in whatever way its lines name the activity.
    @Test
    @Requirement("LDV-R10")
    void aVersionBehindALineIsRefused() throws IOException {
        Path config = map.resolve("logboek-register.yaml");
        Files.writeString(config, example("geen"));
        Loop first = register("laad", "--config", config.toString(), register.toString());
        assertThat(first.fout()).contains("nog geen logboek");
        assertThat(first.uitgang()).isZero();
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        try (Database database = Database.embedded(map.resolve("logboek"), new SecureRandom());
                PostgresLogregels regels = PostgresLogregels.open(database, clock, new SecureRandom())) {
            regels.add(List.of(LogboekBewaarTest.line(1, BEHEER.replace("https://r", "HTTPS://R"))));
        }

        Loop late = laad(config, "2026-11-22T12:00:00Z");
        assertThat(late.uitgang()).isEqualTo(1);
        assertThat(late.fout()).contains("Niet geladen: activiteit f8e0172b", "al regels gelogd", "vanaf nu");
        assertThat(laad(config, "2026-11-22T12:00:00.001Z").uit()).contains("1 nieuwe versie,");
    }

    /// Loads one version more of the activity that keeps the register, from this moment on.
    private Loop laad(Path config, String validFrom) throws IOException {
        String text = Files.readString(register);
        int id = text.indexOf("f8e0172b-4ed1-5883-9f94-e9f7dbf28948");
        int begin = text.indexOf("      - validFrom:", id);
        Matcher end = Pattern.compile("\n  - id:|\\z").matcher(text);
        assertThat(end.find(begin)).isTrue();
        String version = text.substring(begin, end.start()).stripTrailing() + "\n";
        Path more = Files.writeString(
                map.resolve("meer.yaml"),
                text.substring(0, end.start()).stripTrailing() + "\n"
                        + version.replaceFirst("validFrom: .*", "validFrom: " + validFrom)
                        + text.substring(end.start()));
        Clock later = Clock.fixed(Instant.parse("2026-11-22T13:00:00Z"), ZoneOffset.UTC);
        return Loop.van(later, map, "logboek", "register", "laad", "--config", config.toString(), more.toString());
    }

    @Test
    void linesGoOverTlsUnlessTheLogIsHere() throws IOException {
        Path config = map.resolve("logboek-register.yaml");
        for (String adres : List.of("http://logboek.example/v1/traces", "https://logboek.example/v1/traces")) {
            Files.writeString(config, settings(adres));

            Loop loop = register("laad", "--config", config.toString(), register.toString());
            assertThat(loop.uitgang()).isEqualTo(2);
            assertThat(loop.fout()).contains("'logboek'", "https-adres");
        }
    }

    /// As a log hears it: through the client, over HTTP.
    @Test
    @Requirement("LDV-R5")
    void eachChangeIsALineInTheLog() throws IOException {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        try (Network network = Network.open();
                HttpServer log = HttpServer.start(
                        network,
                        new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1 << 20, Duration.ofSeconds(20)),
                        request -> {
                            Invoer invoer = Invoervorm.OTLP_PROTOBUF.read(request.body(), Grenzen.STANDAARD);
                            lines.addAll(names(invoer));
                            return Response.of(200, Headers.of("Content-Type", "application/x-protobuf"), new byte[0]);
                        })) {
            Path config = map.resolve("logboek-register.yaml");
            URI adres = URI.create("http://127.0.0.1:" + log.port() + "/v1/traces");
            Files.writeString(config, settings(adres.toString()));

            assertThat(register("laad", "--config", config.toString(), register.toString())
                            .uitgang())
                    .isZero();
        }

        assertThat(lines).hasSize(17 + 5);
        assertThat(lines).contains("Verwerkingsactiviteit opnemen " + BEHEER);
        assertThat(lines).contains("Partij in het register bijwerken " + BEHEER);
    }

    private static List<String> names(Invoer invoer) {
        return ((Invoer.Gelezen) invoer)
                .groepen().stream()
                        .flatMap(groep -> groep.regels().stream())
                        .map(one -> one.name() + " " + activity(one.attributen()))
                        .toList();
    }

    private static String activity(List<Attribuut> attributen) {
        return attributen.stream()
                .filter(one -> one.sleutel().equals(Kernsleutel.PROCESSING_ACTIVITY_ID.sleutel()))
                .map(one -> ((Waarde.Tekst) one.waarde()).tekst())
                .findFirst()
                .orElse("");
    }
}
