// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import static nl.ddas.logboek.register.Proefregister.EEN;
import static nl.ddas.logboek.register.Proefregister.FEB;
import static nl.ddas.logboek.register.Proefregister.JAN;
import static nl.ddas.logboek.register.Proefregister.MRT;
import static nl.ddas.logboek.register.Proefregister.TWEE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The register over real sockets; today is halfway February 2026.
class RegisterApiTest {

    private static final String LIJST = "/v1/processing-activities";
    private static final String ACTIVITEIT = LIJST + "/" + EEN;
    private static final Instant NU = FEB.plus(Duration.ofDays(14));
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Activiteiten store = new GeheugenActiviteiten();
    private final Network network = Network.open();
    private final HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.empty(), LONG, LONG));
    /// What who sends no header may see.
    private volatile Optional<Set<Recht>> standing = Optional.empty();

    private HttpServer server;

    private record Antwoord(int status, Headers headers, String text) {
        JsonObject json() {
            return (JsonObject) ((JsonReading.Read)
                            JsonReading.of(text.getBytes(StandardCharsets.UTF_8), new JsonReading.Limits(30, 40, true)))
                    .value();
        }
    }

    @BeforeEach
    void begin() {
        RegisterApi api = new RegisterApi(
                "/v1", new Opslagbron(store, Proefregister.kop()), request -> rights(request.headers()), clock());
        server = HttpServer.start(network, new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1 << 20, LONG), api);
        Proefregister.document().entiteiten().forEach(store::store);
        assertThat(store.store(Activiteit.unstored(EEN)
                        .with(JAN, Proefregister.vertrouwelijk("Een", Optional.of(MRT)))
                        .with(FEB, Proefregister.persoonlijk("Een anders"))
                        .with(MRT, Proefregister.zaak("Een straks"))))
                .isPresent();
        assertThat(store.store(Activiteit.unstored(TWEE).withConcept(Proefregister.zaak("Geheim plan"))))
                .isPresent();
    }

    private static Clock clock() {
        return Clock.fixed(NU, ZoneOffset.UTC);
    }

    /// As a test has it: a header in the place of a certificate.
    private Optional<Set<Recht>> rights(Headers headers) {
        return headers.first("X-Proef")
                .<Set<Recht>>map(text -> text.isEmpty() ? Set.of() : Set.of(Recht.valueOf(text)))
                .or(() -> standing);
    }

    @AfterEach
    void end() {
        server.close();
        client.close();
        network.close();
    }

    private Antwoord get(String path, String... headers) {
        return send("GET", path, headers);
    }

    private Antwoord send(String method, String path, String... headers) {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        try (HttpClient.Answer answer =
                client.send(new HttpClient.Call(method, uri, Headers.of(headers), new byte[0]))) {
            return new Antwoord(
                    answer.status(),
                    answer.headers(),
                    new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"processing-activities", "processing_activities"})
    @Requirement({"LDV-R4", "LDV-R11"})
    void anActivityIsReadInBothSpellings(String spelling) {
        Antwoord antwoord = get("/v1/" + spelling + "/" + EEN);

        assertThat(antwoord.status()).isEqualTo(200);
        assertThat(antwoord.headers().first("API-Version")).contains("1.0.0");
        assertThat(antwoord.json().text("id")).contains(EEN.toString());
        assertThat(antwoord.json().bool("active")).contains(true);
        assertThat(antwoord.json().whole("latestVersion")).contains(2L);
        assertThat(antwoord.json().text("uri"))
                .contains(Proefregister.document().uri(EEN).toString());
    }

    @Test
    @Requirement("LDV-R2")
    void eachMomentGivesExactlyOneVersion() {
        assertThat(get(ACTIVITEIT + "?at=2026-01-31T23:59:59.999Z")
                        .json()
                        .object("version")
                        .orElseThrow()
                        .whole("version"))
                .contains(1L);
        assertThat(get(ACTIVITEIT + "?at=2026-02-01T01:00:00%2B01:00")
                        .json()
                        .object("version")
                        .orElseThrow()
                        .whole("version"))
                .contains(2L);
        assertThat(get(ACTIVITEIT + "/versions?validAt=2026-03-01T00:00:00Z")
                        .json()
                        .array("versions")
                        .orElseThrow())
                .hasSize(1);
        assertThat(get(ACTIVITEIT + "/versions").json().array("versions").orElseThrow())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?at=2025-12-31T23:59:59.999Z", "/versions?validAt=2025-12-31T23:59:59.999Z"})
    @Requirement("LDV-R2")
    void beforeTheFirstVersionThereIsNoneAndThatHasATypeOfItsOwn(String query) {
        Antwoord antwoord = get(ACTIVITEIT + query);

        assertThat(antwoord.status()).isEqualTo(404);
        assertThat(antwoord.headers().first("Content-Type")).contains("application/problem+json");
        assertThat(antwoord.json().text("type")).contains(RegisterApi.GEEN_VERSIE);
    }

    @Test
    @Requirement("LDV-R3")
    void aVersionCanBeReadForEverAndChangedByNobody() {
        Antwoord before = get(ACTIVITEIT + "/versions/1");
        for (String method : List.of("PUT", "DELETE", "PATCH", "POST")) {
            Antwoord refused = send(method, ACTIVITEIT + "/versions/1", "X-Proef", "VERTROUWELIJK");
            assertThat(refused.status()).isEqualTo(405);
            assertThat(refused.headers().first("Allow")).contains("GET, HEAD");
        }
        assertThat(get(ACTIVITEIT + "/versions/1").text()).isEqualTo(before.text());
    }

    @Test
    @Requirement("LDV-R7")
    void confidentialityIsOnlyToldToWhoMayKnow() {
        for (String path :
                List.of(ACTIVITEIT + "/versions/1", ACTIVITEIT + "?at=2026-01-15T00:00:00Z", "/v1/register")) {
            assertThat(get(path).text()).doesNotContain("onfidential");
            assertThat(get(path, "X-Proef", "").text()).doesNotContain("onfidential");
            assertThat(get(path, "X-Proef", "PARTIJEN").text()).doesNotContain("onfidential");
            assertThat(get(path, "X-Proef", "VERTROUWELIJK").text())
                    .contains("\"confidential\":true", "\"confidentialUntil\":\"2026-03-01T00:00:00Z\"");
        }
    }

    @Test
    @Requirement("LDV-R9")
    void aPersonIsOnlyShownToWhoMaySeePeople() {
        String person = "/v1/entities/" + Proefregister.persoon().id();
        assertThat(get(person).status()).isEqualTo(401);
        assertThat(get(person, "X-Proef", "").status()).isEqualTo(403);
        assertThat(get(person, "X-Proef", "VERTROUWELIJK").status()).isEqualTo(403);
        assertThat(get(person, "X-Proef", "PARTIJEN").json().text("email")).contains("a@voorbeeld.nl");

        String club = "/v1/entities/" + Proefregister.club().id();
        assertThat(get(club).text()).contains("Voorbeeldstad").doesNotContain("Markt", "info@");
        assertThat(get(club, "X-Proef", "PARTIJEN").text()).contains("Markt 2", "info@voorbeeld.nl");
        assertThat(get("/v1/register").text()).doesNotContain("A. Voorbeeld", "0612345678", "info@");
    }

    @Test
    @Requirement("LDV-R10")
    void aDraftIsSeenByNobody() {
        assertThat(get(LIJST + "/" + TWEE).status()).isEqualTo(404);
        for (String path : List.of(LIJST, "/v1/register")) {
            assertThat(get(path, "X-Proef", "VERTROUWELIJK").text()).doesNotContain("Geheim plan", TWEE.toString());
        }
    }

    @Test
    void whoHasItAlreadyHears304() {
        for (String path : List.of(LIJST, ACTIVITEIT, ACTIVITEIT + "/versions/1", "/v1/register")) {
            String etag = get(path).headers().first("ETag").orElseThrow();
            for (String mark : List.of(etag, "\"x\", W/" + etag, "*")) {
                Antwoord same = get(path, "If-None-Match", mark);
                assertThat(same.status()).isEqualTo(304);
                assertThat(same.text()).isEmpty();
            }
            assertThat(get(path, "If-None-Match", "\"x\"").status()).isEqualTo(200);
        }
        String etag = get("/v1/register").headers().first("ETag").orElseThrow();
        assertThat(get("/v1/register", "If-None-Match", etag, "X-Proef", "VERTROUWELIJK")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Requirement("LDV-R11")
    void theListIsSearchedAndComesInPagesWithoutGaps() {
        List<String> ids = new ArrayList<>(List.of(EEN.toString()));
        for (int i = 10; i < 35; i++) {
            UUID id = new UUID(0x4000, i);
            ids.add(id.toString());
            assertThat(store.store(Activiteit.unstored(id).with(JAN, Proefregister.zaak("Zaak " + i))))
                    .isPresent();
        }
        List<String> seen = new ArrayList<>();
        String query = "?pageSize=7";
        for (int page = 0; page < 4; page++) {
            JsonObject json = get(LIJST + query).json();
            ids(json).forEach(seen::add);
            query = json.text("nextPageToken")
                    .map(token -> "?pageSize=7&pageToken=" + token)
                    .orElse("");
        }
        assertThat(query).isEmpty();
        assertThat(seen).containsExactlyElementsOf(ids.stream().sorted().toList());

        assertThat(ids(get(LIJST + "?name=zaak%201").json())).hasSize(10);
        assertThat(ids(get(LIJST + "?active=false").json())).isEmpty();
        assertThat(ids(get(LIJST + "?parentId=" + TWEE).json())).isEmpty();
    }

    private static List<String> ids(JsonObject json) {
        return json.array("processingActivities").orElseThrow().stream()
                .map(JsonObject.class::cast)
                .map(one -> one.text("id").orElseThrow())
                .toList();
    }

    @Test
    void allThatIsWrongInAQuestionIsToldAtOnce() {
        Antwoord antwoord = get(LIJST + "?pageSize=0&active=ja&parentId=1&onbekend=1&pageToken=x&pageSize=2&name=%20");

        assertThat(antwoord.status()).isEqualTo(400);
        assertThat(antwoord.json().array("errors").orElseThrow()).hasSize(6);
        assertThat(antwoord.text()).doesNotContain("onbekend\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/processing-activities/",
                "/v1/processing-activities/x",
                "/v1/processing-activities/0-0-0-0-1",
                "/v1/processing-activities/00000000-0000-4000-8000-000000000001/versions/0",
                "/v1/processing-activities/00000000-0000-4000-8000-000000000001/versions/4",
                "/v1/processing-activities/00000000-0000-4000-8000-000000000001/versions/99999999999",
                "/v1/processing-activities/00000000-0000-4000-8000-000000000001/elders",
                "/v1/processing-activities/00000000-0000-4000-8000-000000000001/versions/1/x",
                "/v1/entities",
                "/v1/entities/x",
                "/v1/register/",
                "/v1",
                "/"
            })
    void whatIsNotThereIs404(String path) {
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(get(path).headers().first("Content-Type")).contains("application/problem+json");
    }

    @Test
    void theDescriptionSaysWhereTheApiIs() throws IOException {
        RegisterApi elsewhere =
                new RegisterApi("/register/v1", new Opslagbron(store, Proefregister.kop()), Toegang.OPENBAAR, clock());
        try (HttpServer other = HttpServer.start(
                network, new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1 << 20, LONG), elsewhere)) {
            URI uri = URI.create("http://127.0.0.1:" + other.port() + "/register/v1/openapi.json");
            try (HttpClient.Answer answer = client.send(new HttpClient.Call("GET", uri, Headers.NONE, new byte[0]))) {
                assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                        .contains("\"url\": \"/register/v1\"");
            }
        }
        assertThat(elsewhere.knows("/register/v1/processing_activities/x?at=1")).isTrue();
        assertThat(elsewhere.knows("/register/v1/traces")).isFalse();
        assertThat(elsewhere.knows("/v1/entities/x")).isFalse();
    }

    @Test
    void theDescriptionIsForEveryone() {
        Antwoord antwoord = get("/v1/openapi.json");

        assertThat(antwoord.json().text("openapi")).contains("3.1.0");
        assertThat(antwoord.headers().first("Access-Control-Allow-Origin")).contains("*");
        assertThat(antwoord.json().object("paths").orElseThrow().members().keySet())
                .allSatisfy(path -> assertThat(path).matches("(/[a-z.-]+|/\\{[a-zA-Z]+})+"));
    }

    /// A log in another process: asks once whole, and then only for news.
    @Test
    @Requirement({"LDV-R6", "LDV-R7"})
    void aLogKeepsTheRegisterInMemoryOverTheNetwork() {
        standing = Optional.of(Set.of(Recht.VERTROUWELIJK));
        URI base = URI.create("http://127.0.0.1:" + server.port() + "/v1");
        Registercache cache = new Registercache(new Webbron(client, base, clock()), clock());
        String uri = Proefregister.document().uri(EEN).toString();

        assertThat(cache.refresh()).isTrue();
        assertThat(cache.find(uri, NU.toEpochMilli())).isPresent();
        assertThat(cache.isVertrouwelijk(uri, JAN, NU)).isTrue();
        assertThat(new Webbron(client, base, clock())
                        .fetch(get("/v1/register").headers().first("ETag").orElseThrow()))
                .isEqualTo(new Registerbron.Antwoord.Zelfde());
        server.close();
        assertThat(cache.refresh()).isFalse();
        assertThat(cache.find(uri, NU.toEpochMilli())).isPresent();
        server = answering(_ -> {
            throw new IOException("nobody asks");
        });
    }

    /// Such a log would show what may not be seen.
    @Test
    @Requirement("LDV-R7")
    void aLogTakesNoRegisterThatHidesWhatIsConfidential() {
        URI base = URI.create("http://127.0.0.1:" + server.port() + "/v1");
        for (Optional<Set<Recht>> rechten :
                List.of(Optional.<Set<Recht>>empty(), Optional.of(Set.of(Recht.PARTIJEN)))) {
            standing = rechten;
            assertThat(new Webbron(client, base, clock()).fetch(""))
                    .isInstanceOfSatisfying(Registerbron.Antwoord.Weg.class, away -> assertThat(away.reden())
                            .contains("ldv.read.confidential"));
        }
    }

    @Test
    @Requirement("LDV-R6")
    void aRegisterThatIsTooLargeOrTricklesIsNotTaken() {
        Headers whole = Headers.of("Register-Rights", "ldv.read.confidential", "ETag", "\"x\"");
        TestClock time = TestClock.at(NU.toString());
        server.close();
        server = answering(request -> switch (request.path()) {
            case "/groot/register" -> Response.of(200, whole, new byte[Documentlezer.MAX_BYTES + 2]);
            case "/traag/register" ->
                new Response(200, whole, new Response.Body.Stream(1_000, out -> {
                    for (int i = 0; i < 1_000; i++) {
                        time.advance(Duration.ofSeconds(10));
                        out.write(' ');
                        out.flush();
                    }
                }));
            default -> Response.of(500, Headers.NONE, new byte[0]);
        });
        for (String path : List.of("groot", "traag", "elders")) {
            URI base = URI.create("http://127.0.0.1:" + server.port() + "/" + path);
            assertThat(new Webbron(client, base, time).fetch("")).isInstanceOf(Registerbron.Antwoord.Weg.class);
        }
    }

    private HttpServer answering(Handler handler) {
        return HttpServer.start(network, new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1, LONG), handler);
    }
}
