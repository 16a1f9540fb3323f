// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Oin;
import nl.ddas.trust.PayloadSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A HAR holds many messages, requests and answers: each that is signed is judged, and named.
class InspecteerHarTest {

    private static final Clock KLOK = new TestClock(Instant.parse("2026-08-03T09:00:00Z"));

    @TempDir
    private static Path map;

    private static PayloadSigner ondertekenaar;

    @BeforeAll
    static void maak() throws IOException {
        ondertekenaar = new PayloadSigner(
                AuthorityFolder.open(map.resolve("vertrouwen"), KLOK, new SecureRandom())
                        .party("Gemeente Voorbeeld", new Oin("00000099000000002000"), List.of())
                        .signing(),
                KLOK);
    }

    /// The refusal is signed well: it says nothing of the request that was refused.
    @Test
    void aRefusalThatIsSignedWellDoesNotHideTheRequest() throws IOException {
        Path har = har(ingang("POST", kant("{\"a\": 1}", "{\"a\":1}", "postData"), 400, kant("{}", "{}", "content")));

        Loop mens = inspecteer(har);
        assertThat(mens.uitgang()).isEqualTo(Uitgang.BEVINDINGEN);
        assertThat(mens.uit())
                .startsWith("""
                        Te beoordelen zijn 2 berichten: 1 met een handtekening die niet geldig is.

                        == verzoek POST https://bron.example/v1/iets
                        De handtekening is niet geldig.
                        """)
                .contains("\n\n== antwoord 400 op POST https://bron.example/v1/iets\nDe handtekening is geldig.\n")
                .doesNotContain("persoon", "geheim");

        Loop json = inspecteer(har, "--json");
        assertThat(json.uitgang()).isEqualTo(Uitgang.BEVINDINGEN);
        assertThat(json.uit())
                .startsWith("{\"geldig\":false,\"vorm\":\"A\",")
                .contains(
                        "\"code\":\"handtekening-ongeldig\"",
                        "\"pastBij\":\"json-gesorteerd-compact\"",
                        "Beoordeeld is: verzoek POST https://bron.example/v1/iets. Te beoordelen zijn 2 berichten")
                .doesNotContain("persoon");
        assertThat(json.uit().lines()).hasSize(1);
    }

    /// A question without a body is signed over nothing.
    @Test
    void everySideThatIsGoodIsGood() throws IOException {
        JsonObject vraag = kant("", "", "postData");
        Path har = har(
                ingang("GET", vraag, 200, kant("{}", "{}", "content")),
                ingang("GET", JsonObject.EMPTY, 200, kant("[]", "[]", "content")));

        Loop mens = inspecteer(har);
        assertThat(mens.uit()).startsWith("Te beoordelen zijn 3 berichten: alle handtekeningen zijn geldig.");
        assertThat(mens.uitgang()).isZero();
        assertThat(inspecteer(har, "--json").uit()).startsWith("{\"geldig\":true,");
    }

    @Test
    void aMessageWithoutItsContentDoesNotStopTheOthers() throws IOException {
        Path har = har(
                ingang("GET", JsonObject.EMPTY, 200, weg("content")),
                ingang("GET", JsonObject.EMPTY, 200, kant("{}", "{}", "content")),
                ingang("GET", JsonObject.EMPTY, 200, kant("{}", "[]", "content")));

        Loop mens = inspecteer(har);
        assertThat(mens.uit())
                .startsWith("""
                        Niet beoordeeld: antwoord 200 op GET https://bron.example/v1/iets. De inhoud staat niet in de \
                        HAR; bewaar de HAR met inhoud.
                        Te beoordelen zijn 2 berichten: 1 met een handtekening die niet geldig is.

                        == antwoord 200 op GET https://bron.example/v1/iets
                        De handtekening is geldig.
                        """)
                .contains("\n\n== antwoord 200 op GET https://bron.example/v1/iets\nDe handtekening is niet geldig.\n");
        assertThat(inspecteer(har, "--json").uit())
                .contains("\"redenen\":[{\"code\":\"niet-beoordeeld\",", "{\"code\":\"handtekening-ongeldig\",");
    }

    /// What is left to judge may be the refusal alone, and that is signed well.
    @Test
    void whatIsSignedAndCannotBeJudgedIsNotValid() throws IOException {
        Path har = har(ingang("POST", weg("postData"), 400, kant("{}", "{}", "content")));

        Loop mens = inspecteer(har);
        assertThat(mens.uitgang()).isEqualTo(Uitgang.BEVINDINGEN);
        assertThat(mens.uit()).startsWith("""
                        Niet beoordeeld: verzoek POST https://bron.example/v1/iets. De inhoud staat niet in de HAR; \
                        bewaar de HAR met inhoud.

                        == antwoord 400 op POST https://bron.example/v1/iets
                        De handtekening is geldig.
                        """);

        Loop json = inspecteer(har, "--json");
        assertThat(json.uitgang()).isEqualTo(Uitgang.BEVINDINGEN);
        assertThat(json.uit())
                .startsWith("{\"geldig\":false,\"vorm\":\"A\",")
                .contains(
                        "\"redenen\":[{\"code\":\"niet-beoordeeld\","
                                + "\"melding\":\"Niet beoordeeld: verzoek POST https://bron.example/v1/iets. De inhoud",
                        "Beoordeeld is: antwoord 400 op POST https://bron.example/v1/iets. Het is het enige bericht");
    }

    /// Signed, and kept without its content.
    private static JsonObject weg(String waar) {
        return JsonObject.EMPTY
                .with("headers", kant("x", "x", waar).get("headers").orElseThrow())
                .with(waar, JsonObject.EMPTY.with("size", 5));
    }

    private static Loop inspecteer(Path har, String... rest) {
        List<String> woorden = new ArrayList<>(List.of(
                "vertrouwen",
                "inspecteer",
                har.toString(),
                "--map",
                map.resolve("vertrouwen").toString()));
        woorden.addAll(List.of(rest));
        return Loop.van(KLOK, map, woorden.toArray(String[]::new));
    }

    private static Path har(JsonObject... ingangen) throws IOException {
        return Files.write(
                Files.createTempFile(map, "opname", ".har"),
                JsonObject.EMPTY
                        .with("log", JsonObject.EMPTY.with("entries", new JsonArray(List.<JsonValue>of(ingangen))))
                        .toBytes());
    }

    private static JsonObject ingang(String methode, JsonObject verzoek, int status, JsonObject antwoord) {
        return JsonObject.EMPTY
                .with(
                        "request",
                        verzoek.with("method", methode)
                                .with("url", "https://wie:geheim@bron.example/v1/iets?bsn=persoon"))
                .with("response", antwoord.with("status", status));
    }

    /// Signed over the one and sent with the other.
    private static JsonObject kant(String verstuurd, String ondertekend, String waar) {
        List<JsonValue> koppen =
                ondertekenaar.sign(ondertekend.getBytes(StandardCharsets.UTF_8)).addTo(Headers.NONE).lines().stream()
                        .<JsonValue>map(
                                kop -> JsonObject.EMPTY.with("name", kop.name()).with("value", kop.value()))
                        .toList();
        JsonObject bericht = JsonObject.EMPTY.with("headers", new JsonArray(koppen));
        return verstuurd.isEmpty() ? bericht : bericht.with(waar, JsonObject.EMPTY.with("text", verstuurd));
    }
}
