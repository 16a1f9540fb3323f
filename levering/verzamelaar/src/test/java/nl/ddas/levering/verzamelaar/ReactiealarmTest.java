// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.besluit;
import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Response;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The alarm for who has nothing to tell the collector, or tells it what is not its own to tell.
class ReactiealarmTest {

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    @Test
    void ringsForADecisionAboutTheReportOfAnother() throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Handmatig());
                HttpClient een = op.client(op.een.partij);
                HttpClient twee = op.client(op.twee.partij)) {
            verzamel(verzamelaar, op.een);
            String id = op.een.verslagen.keySet().iterator().next();
            assertThat(besluit(verzamelaar, een, op.een.partij, id, "goedgekeurd"))
                    .isEqualTo(200);
            assertThat(besluit(verzamelaar, een, op.een.partij, "bestaat-niet", "goedgekeurd"))
                    .isEqualTo(404);
            assertThat(alarm(verzamelaar)).as("who is expected may be wrong").isEqualTo("0.0");

            assertThat(besluit(verzamelaar, twee, op.twee.partij, id, "ingetrokken"))
                    .isEqualTo(403);
            assertThat(alarm(verzamelaar)).isEqualTo("1.0");
            assertThat(besluit(verzamelaar, twee, op.een.partij, id, "ingetrokken"))
                    .as("signed by another than who calls")
                    .isEqualTo(403);
            assertThat(alarm(verzamelaar)).isEqualTo("2.0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /v1/verwerkingsverslagen/x, 405",
        "POST, /v1/iets,                   404",
    })
    void ringsForAStrangerWhateverStopsItFirst(String methode, String pad, int status) throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Handmatig());
                HttpClient vreemde = op.client(op.stelsel.cbs);
                HttpClient een = op.client(op.een.partij)) {
            assertThat(vraag(verzamelaar, een, methode, pad)).isEqualTo(status);
            assertThat(alarm(verzamelaar)).as("who is expected may be wrong").isEqualTo("0.0");
            assertThat(vraag(verzamelaar, vreemde, methode, pad)).isEqualTo(status);
            assertThat(alarm(verzamelaar)).isEqualTo("1.0");
            assertThat(besluit(verzamelaar, vreemde, op.stelsel.cbs, "x", "goedgekeurd"))
                    .isEqualTo(403);
            assertThat(alarm(verzamelaar)).isEqualTo("2.0");
        }
    }

    @Test
    void keepsSilentAboutWhatEverybodyMaySee() throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Handmatig());
                HttpClient vreemde = op.client(op.stelsel.cbs)) {
            for (String pad : List.of("/health", "/v1/openapi.json")) {
                assertThat(vraag(verzamelaar, vreemde, "GET", pad)).isEqualTo(200);
            }
            assertThat(alarm(verzamelaar)).isEqualTo("0.0");
        }
    }

    /// As long as our Manager never told with whom there are contracts, we cannot say who was not expected.
    @Test
    void keepsSilentWhileNobodyKnowsWhoTheSuppliersAre() throws Exception {
        Leveranciers weg = () -> {
            throw new LeveranciersOnbekend(new IOException("no manager"));
        };
        try (Verzamelaar verzamelaar =
                        op.start(op.config(new Goedkeuring.Handmatig()), weg, Clock.systemUTC(), Onderbreker.GEEN);
                HttpClient een = op.client(op.een.partij)) {
            assertThat(besluit(verzamelaar, een, op.een.partij, "x", "goedgekeurd"))
                    .isEqualTo(503);
            assertThat(alarm(verzamelaar)).isEqualTo("0.0");
        }
    }

    private static int vraag(Verzamelaar verzamelaar, HttpClient client, String methode, String pad)
            throws IOException {
        URI adres = URI.create("https://127.0.0.1:" + verzamelaar.poort() + pad);
        Headers headers = Headers.of("Content-Type", "application/json");
        try (HttpClient.Answer antwoord = client.send(new HttpClient.Call(methode, adres, headers, new byte[0]))) {
            antwoord.body().readAllBytes();
            return antwoord.status();
        }
    }

    private static String alarm(Verzamelaar verzamelaar) {
        String naam = "ddas_verzamelaar_onverwachte_afzender_total ";
        Response.Body.Bytes cijfers =
                (Response.Body.Bytes) verzamelaar.metrics().toResponse().body();
        return new String(cijfers.bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(regel -> regel.startsWith(naam))
                .map(regel -> regel.substring(naam.length()))
                .findFirst()
                .orElseThrow();
    }
}
