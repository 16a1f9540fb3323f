// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.PERIODE;
import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Response;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Suppliers that are reached through a gateway on this machine, which speaks plain HTTP to us.
class TussenpostTest {

    private static final Headers WEG = Headers.of("X-Weg", "naar-een");

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    private static HttpServer tussenpost(Handler handler) {
        return HttpServer.start(
                op.stelsel.network,
                new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1_000_000, Duration.ofSeconds(20)),
                handler);
    }

    private static Leveranciers via(HttpServer tussenpost) {
        Leverancier een = op.een.leverancier();
        Leverancier anders = een.met(
                new Leverancier.Verbinding(URI.create("http://127.0.0.1:" + tussenpost.port()), WEG, Optional.empty()));
        return new Leveranciers() {
            @Override
            public List<Leverancier> lijst() {
                return List.of(anders);
            }

            @Override
            public Optional<String> weigeringOnderweg(Headers antwoord) {
                return antwoord.first("X-Geen-Weg");
            }
        };
    }

    @Test
    void aDeliveryComesThroughAGateway() throws Exception {
        try (HttpClient verder = op.client(op.stelsel.cbs);
                HttpServer tussenpost = tussenpost(verzoek -> {
                    assertThat(verzoek.headers().first("X-Weg")).contains("naar-een");
                    URI adres = URI.create(op.een.leverancier().verbinding().url() + verzoek.path());
                    HttpClient.Answer antwoord = verder.send(new HttpClient.Call(
                            verzoek.method(), adres, verzoek.headers(), HttpClient.Body.of(verzoek)));
                    return antwoord.onward(antwoord.headers());
                });
                Verzamelaar verzamelaar = op.start(
                        op.config(new Goedkeuring.Direct()), via(tussenpost), Clock.systemUTC(), Onderbreker.GEEN)) {
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");
            assertThat(op.een.verslagen).hasSize(1);
        }
    }

    @Test
    void aRefusalOfTheGatewayIsNotTakenForOneOfTheSupplier() throws Exception {
        Handler weigert = verzoek -> Response.of(403, Headers.of("X-Geen-Weg", "contract-ingetrokken"), new byte[0]);
        try (HttpServer tussenpost = tussenpost(weigert);
                Verzamelaar verzamelaar = op.start(
                        op.config(new Goedkeuring.Direct()), via(tussenpost), Clock.systemUTC(), Onderbreker.GEEN)) {
            assertThat(verzamel(verzamelaar, op.een).reden()).contains("contract-ingetrokken");
            assertThat(verzamelaar.verzamel(PERIODE, Voortgang.STIL).leveranciers())
                    .hasSize(1);
            assertThat(op.tel("ophaling WHERE toestand = 'GEPLAND' AND reden = 'contract-ingetrokken'"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://gemeente.example:8080", "http://128.0.0.1", "ftp://127.0.0.1", "http://127.0.0.1.example"
            })
    void nothingGoesOverTheNetworkInTheClear(String adres) {
        assertThatThrownBy(() -> Leverancier.van("Gemeente", URI.create(adres), op.een.partij.oin()))
                .hasMessageContaining("expected https, or http to this machine");
    }
}
