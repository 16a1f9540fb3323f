// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.ddas.basis.CertificateText;
import nl.ddas.basis.Handler;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.dienst.GeheugenInzagen;
import nl.ddas.logboek.dienst.GeheugenLogregels;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.Inboeking;
import nl.ddas.logboek.dienst.Vraagmerk;
import nl.ddas.logboek.lezen.LeesApi;
import nl.ddas.logboek.lezen.Leesrecht;
import nl.ddas.logboek.lezen.Lezer;
import nl.ddas.logboek.lezen.Pseudoniemen;
import nl.ddas.logboek.lezen.Tracelijn;
import nl.ddas.logboek.lezen.Vertrouwelijkheid;
import nl.ddas.logboek.model.Attributen;
import nl.ddas.logboek.model.Attribuut;
import nl.ddas.logboek.model.Herkomst;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Resource;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.logboek.model.Status;
import nl.ddas.logboek.model.Tijdspanne;
import nl.ddas.logboek.model.TraceId;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ddas logboek volg`, through logs of organisations on this machine.
class LogboekVolgTest {

    private static final TraceId TRACE = new TraceId(0xef4e77b9b03b585fL, 0xb6135fcf8d8555fbL);
    private static final long BEGIN = Instant.parse("2026-11-22T12:00:00.005Z").toEpochMilli();
    private static final String ACTIVITEIT = "https://register.voorbeeld.nl/v1/processing-activities/1";

    @TempDir
    private Path map;

    private final Authority authority =
            Authority.create(Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());
    private final Network network = Network.open();
    private final List<HttpServer> servers = new ArrayList<>();

    @BeforeEach
    void keys() throws IOException {
        Identity own = identity("Raadpleger", "00000099000000000009");
        Path key = Files.createFile(
                map.resolve("sleutel.pem"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        StringBuilder pem =
                new StringBuilder(CertificateText.block("PRIVATE KEY", own.key().getEncoded()));
        own.chain().forEach(one -> pem.append(CertificateText.pem(one)));
        Files.writeString(key, pem);
        Files.writeString(map.resolve("anker.pem"), CertificateText.pem(authority.root()));
    }

    @AfterEach
    void close() {
        servers.forEach(HttpServer::close);
        network.close();
    }

    private Identity identity(String name, String oin) {
        return authority.issue(Purpose.TLS, new Holder(name, new Oin(oin), List.of("localhost", "127.0.0.1")));
    }

    private String serve(String name, String oin, Handler handler) {
        Identity identity = identity(name, oin);
        Tls tls = new Tls(
                identity.key(),
                identity.chain(),
                List.of(authority.root()),
                new Revocation.Checked(authority.crls(), Clock.systemUTC()));
        HttpServer server = HttpServer.start(
                network,
                new HttpServer.Config("127.0.0.1", 0, Optional.of(tls), 1 << 20, Duration.ofSeconds(30)),
                handler);
        servers.add(server);
        return "https://localhost:" + server.port() + "/lezen/v1";
    }

    private String log(String name, String oin, Logregel... lines) {
        GeheugenLogregels regels = new GeheugenLogregels(new SecureRandom());
        Houder houder = new Houder(oin);
        regels.add(Stream.of(lines).map(line -> new Inboeking(houder, line)).toList());
        return serve(
                name,
                oin,
                new LeesApi(
                        "/lezen",
                        new LeesApi.Onderdelen(
                                regels,
                                _ -> Optional.of(new Lezer.Eigen(houder, "test", Set.of(Leesrecht.TRACE))),
                                Vertrouwelijkheid.GEEN,
                                new GeheugenInzagen(),
                                new Vraagmerk(new byte[32]),
                                Pseudoniemen.GEEN,
                                Clock.systemUTC()),
                        JsonObject.EMPTY));
    }

    private static Logregel line(long span, long parent, String name, Attribuut... attributes) {
        List<Attribuut> all = new ArrayList<>(List.of(attributes));
        all.add(Attribuut.of("dpl.core.processing_activity_id", ACTIVITEIT));
        return new Logregel(
                TRACE,
                new SpanId(span),
                parent == 0 ? Optional.empty() : Optional.of(new SpanId(parent)),
                span == 4 ? Status.ERROR : Status.OK,
                name,
                new Tijdspanne((BEGIN + span) * 1_000_000, (BEGIN + span + 12) * 1_000_000),
                Resource.ONBEKEND,
                Attributen.of(all),
                Herkomst.ONVERANDERD);
    }

    private static Attribuut next(String url) {
        return Attribuut.of(Tracelijn.LEESADRES, url);
    }

    private Loop volg(String begin, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "logboek",
                "volg",
                TRACE.hex(),
                "--begin",
                begin,
                "--certificaat",
                map.resolve("sleutel.pem").toString(),
                "--anker",
                map.resolve("anker.pem").toString(),
                "--omgeving",
                "test"));
        words.addAll(List.of(more));
        return Loop.van(Clock.systemUTC(), Map.of("COLUMNS", "80"), map, words.toArray(String[]::new));
    }

    private static String place(String url) {
        return url.substring("https://".length(), url.indexOf("/lezen"));
    }

    private String threeLogs() {
        String cbs = log("CBS", "00000099000000000003", line(4, 3, "Schuldhulpgegevens inlezen"));
        String bank = log(
                "Kredietbank Voorbeeldstreek",
                "00000099000000000002",
                line(
                        3,
                        2,
                        "Levering ondertekenen en verstrekken aan het Centraal Bureau voor de Statistiek per pagina",
                        next(cbs),
                        Attribuut.of("dpl.ddas.schema_versie", "1.0")));
        return log(
                "Gemeente Voorbeeld",
                "00000099000000000001",
                line(1, 0, "Aanvraag beoordelen"),
                line(2, 1, "Gegevens opvragen", next(bank)));
    }

    private String[] allowed() {
        return Stream.concat(
                        Stream.of("--intern"),
                        servers.stream().flatMap(one -> Stream.of("--ook", "localhost:" + one.port())))
                .toArray(String[]::new);
    }

    @Test
    @Requirement("READ-17")
    void showsATraceAsATreeByOrganisationWithinEightyColumns() {
        String begin = threeLogs();

        Loop loop = volg(begin, allowed());
        assertThat(loop.fout()).isEmpty();
        assertThat(loop.uitgang()).isZero();
        assertThat(loop.uit().lines().map(String::stripTrailing))
                .containsSubsequence(
                        "Trace ef4e77b9-b03b-585f-b613-5fcf8d8555fb",
                        "4 regels uit 3 logboeken; alles wat genoemd wordt, is gevonden.",
                        "  1. Gemeente Voorbeeld: 2 regels",
                        "  2. Kredietbank Voorbeeldstreek: 1 regel",
                        "Gemeente Voorbeeld",
                        "  - Aanvraag beoordelen",
                        "    13:00:00,006, gelukt, 12 ms",
                        "    - Gegevens opvragen",
                        "    Kredietbank Voorbeeldstreek",
                        "      - Levering ondertekenen en verstrekken aan het Centraal Bureau voor de",
                        "      CBS",
                        "        - Schuldhulpgegevens inlezen",
                        "          13:00:00,009, FOUT, 12 ms");
        assertThat(loop.uit().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void showsAttributesGroupedPerExtension() {
        Loop loop = volg(
                threeLogs(),
                Stream.concat(Stream.of("--alles"), Stream.of(allowed())).toArray(String[]::new));

        assertThat(loop.uit()).contains("\n    Kern\n", "Onbekende extensie ddas", "schema_versie: 1.0");
    }

    @Test
    @Requirement("READ-17")
    void tellsWhatIsMissing() {
        String contact =
                serve("Stichting", "00000099000000000004", _ -> Response.text(200, "text/html", "<p>Bel ons</p>"));
        String begin = log(
                "Gemeente Voorbeeld",
                "00000099000000000001",
                line(1, 77, "Aanvraag beoordelen", next(contact)),
                line(2, 1, "Gegevens opvragen", next("https://logboek.elders.example/v1")));

        Loop loop = volg(begin, "--intern", "--ook", place(contact));
        assertThat(loop.uitgang()).isEqualTo(1);
        assertThat(loop.uit().replaceAll("\\s+", " "))
                .contains(
                        "Wat ontbreekt of niet klopt",
                        "pagina voor mensen",
                        "staat niet op de lijst",
                        "door een actie die niet gevonden is");
    }

    @Test
    void writesJsonAndAPage() throws IOException {
        Path page = map.resolve("trace.html");
        Loop loop = volg(
                threeLogs(),
                Stream.concat(Stream.of("--json", "--html", page.toString()), Stream.of(allowed()))
                        .toArray(String[]::new));

        assertThat(loop.uitgang()).isZero();
        JsonObject json =
                JsonReading.of(loop.uit().getBytes(StandardCharsets.UTF_8)) instanceof JsonReading.Read(JsonObject read)
                        ? read
                        : JsonObject.EMPTY;
        assertThat(json.bool("compleet")).contains(true);
        assertThat(json.array("regels").orElseThrow()).hasSize(4);
        assertThat(json.array("logboeken").orElseThrow()).hasSize(3);
        assertThat(Files.readString(page))
                .contains("Kredietbank Voorbeeldstreek", "Aangeroepen door", "<details>", "schema_versie")
                .contains("22 november 2026, 13:00:00,007", "dd-badge--bad");
        assertThat(Files.readString(page).split("<ul class=\"utrecht-unordered-list\"", -1))
                .as("each action below the one that called it")
                .hasSize(1 + 4);
    }

    /// A log of somebody else may say anything.
    @Test
    void namesOfOthersDoNothingToATerminal() {
        String begin = log("Gemeente Voorbeeld", "00000099000000000001", line(1, 0, "rood\u001b[31m\u202eom\r\nweg"));

        assertThat(volg(begin).uit()).doesNotContain("\u001b", "\u202e", "\r");
    }

    @Test
    void aLogThatCannotBeReachedIsTold() {
        Loop loop = volg("https://localhost:1/lezen/v1");

        assertThat(loop.uitgang()).isEqualTo(3);
        assertThat(loop.uit()).contains("is niet te bereiken");
    }

    @Test
    void wrongUseIsTold() {
        assertThat(Loop.van(
                                map,
                                "logboek",
                                "volg",
                                "ef4e",
                                "--begin",
                                "https://a.nl",
                                "--certificaat",
                                "x",
                                "--anker",
                                "y")
                        .fout())
                .contains("32 hexadecimale cijfers");
        assertThat(volg("http://logboek.nl").fout()).contains("--begin hoort een adres als https://");
        assertThat(volg("https://logboek.nl", "--ook", "https://x").fout()).contains("zonder https://");
    }
}
