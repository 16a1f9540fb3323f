// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.bron.Proefstelsel.Partij;
import nl.ddas.levering.bron.VerslagReactie.Antwoord;
import nl.ddas.levering.verkeer.Antwoordkeuring;
import nl.ddas.levering.verkeer.Besluit;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.PayloadVerifier.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The supplier decides about a report, against a collector that answers what a test wants.
class VerslagReactieTest {

    private static final Proefstelsel STELSEL = Proefstelsel.gedeeld();
    private static final String GOED = "{\"id\":\"a1\",\"besluit\":\"goedgekeurd\",\"status\":\"goedgekeurd\"}";

    private final PayloadVerifier vanLeverancier =
            new PayloadVerifier(STELSEL.ca.trust(), new Freshness.Request(), Clock.systemUTC());
    private final AtomicReference<String> gekregen = new AtomicReference<>("");
    private final AtomicReference<Headers> koppen = new AtomicReference<>(Headers.NONE);
    private final AtomicReference<Response> antwoord = new AtomicReference<>(getekend(STELSEL.cbs, GOED));
    private HttpServer verzamelaar;
    private HttpClient client;
    private VerslagReactie reactie;

    @BeforeEach
    void begin() {
        HttpServer.Config luisteren = new HttpServer.Config(
                "127.0.0.1", 0, Optional.of(STELSEL.tls(STELSEL.cbs.tls())), 10_000, Duration.ofSeconds(30));
        verzamelaar = HttpServer.start(STELSEL.network, luisteren, this::handel);
        client = STELSEL.client(STELSEL.leverancier);
        reactie = new VerslagReactie(
                client,
                new PayloadSigner(STELSEL.leverancier.signing(), Clock.systemUTC()),
                new Antwoordkeuring(
                        new PayloadVerifier(STELSEL.ca.trust(), new Freshness.Answer(), Clock.systemUTC()),
                        STELSEL.cbs.oin()::equals),
                URI.create("https://127.0.0.1:" + verzamelaar.port() + "/v1"));
    }

    @AfterEach
    void einde() {
        client.close();
        verzamelaar.close();
    }

    private Response handel(Request verzoek) throws IOException {
        byte[] inhoud = verzoek.body().readAllBytes();
        boolean echt = vanLeverancier.verify(verzoek.headers(), inhoud) instanceof Verdict.Verified;
        gekregen.set(verzoek.method() + " " + verzoek.path() + " " + new String(inhoud, StandardCharsets.UTF_8) + " "
                + echt);
        koppen.set(verzoek.headers());
        return antwoord.get();
    }

    private static Response getekend(Partij wie, String inhoud) {
        return Response.of(200, Proefstelsel.getekend(wie, inhoud), inhoud.getBytes(StandardCharsets.UTF_8));
    }

    private Antwoord stuur(Response ander) throws IOException {
        antwoord.set(ander);
        return reactie.stuur("a1", Besluit.GOEDGEKEURD);
    }

    @Test
    @Requirement("S79")
    void theSupplierApprovesByASignedMessage() throws IOException {
        assertThat(reactie.stuur("a1", Besluit.GOEDGEKEURD)).isEqualTo(new Antwoord.Aangenomen());
        assertThat(gekregen.get()).isEqualTo("POST /v1/verwerkingsverslagen/a1 {\"besluit\":\"goedgekeurd\"} true");
        assertThat(koppen.get().all("Accept-Encoding")).containsExactly("identity");
    }

    @Test
    void aPageOfAProxyIsNoRefusalInWords() throws IOException {
        assertThat(stuur(Response.text(404, "text/html", "<h1>Bad Gateway</h1>")))
                .isEqualTo(new Antwoord.Geweigerd(404, ""));
        assertThat(stuur(new Problem("urn:x", "Titel", 409, "Dit kan niet meer.", "urn:y", List.of()).toResponse()))
                .isEqualTo(new Antwoord.Geweigerd(409, "Dit kan niet meer."));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void whatMayPassIsForLater(int status) throws IOException {
        assertThat(stuur(Response.text(status, "text/html", "<h1>Bad Gateway</h1>")))
                .isEqualTo(new Antwoord.NuNiet(status, ""));
    }

    @Test
    void aYesThatIsNotSignedIsNotCertain() throws IOException {
        assertThat(stuur(Response.text(200, "application/json", GOED)))
                .isEqualTo(new Antwoord.Onzeker("handtekening-ontbreekt"));
        assertThat(stuur(Response.text(200, "text/html", "<h1>Welkom</h1>")))
                .isEqualTo(new Antwoord.Onzeker("handtekening-ontbreekt"));
    }

    @Test
    void aYesOfSomebodyElseIsNotCertain() throws IOException {
        assertThat(stuur(getekend(STELSEL.vreemde, GOED))).isEqualTo(new Antwoord.Onzeker("identiteit-afwijking"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id":"b2","besluit":"goedgekeurd"}
            {"id":"a1","besluit":"ingetrokken"}
            {}
            """)
    void aYesToAnotherDecisionIsNotCertain(String inhoud) throws IOException {
        assertThat(stuur(getekend(STELSEL.cbs, inhoud))).isEqualTo(new Antwoord.Onzeker("antwoord-op-ander-verzoek"));
    }

    @Test
    void aYesThatIsPackedIsNotRead() throws IOException {
        Response goed = getekend(STELSEL.cbs, GOED);
        assertThat(stuur(new Response(200, goed.headers().with("Content-Encoding", "gzip"), goed.body())))
                .isEqualTo(new Antwoord.Onzeker("antwoord-gecomprimeerd"));
    }
}
