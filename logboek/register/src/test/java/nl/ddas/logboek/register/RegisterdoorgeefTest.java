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
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A log that serves the register it goes by, and another log that goes by that.
class RegisterdoorgeefTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Clock CLOCK = Clock.fixed(MRT, ZoneOffset.UTC);
    private static final String URI_EEN = Proefregister.document().uri(EEN).toString();
    private static final Activiteit EERST = Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Een"));
    private static final Activiteit ANDERS = Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Anders"));

    private final Network network = Network.open();
    private final HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.empty(), LONG, LONG));
    private Registerbron.Antwoord answer = new Registerbron.Antwoord.Nieuw(Proefregister.document(EERST), "1");
    private final Registercache one = new Registercache(_ -> answer, CLOCK);
    private final HttpServer server = HttpServer.start(
            network,
            new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1 << 20, LONG),
            new RegisterApi("/v1", one, _ -> Optional.of(Set.of(Recht.VERTROUWELIJK)), CLOCK));
    private final URI base = URI.create("http://127.0.0.1:" + server.port() + "/v1");
    private final Registercache other = new Registercache(new Webbron(client, base, CLOCK), CLOCK);

    @AfterEach
    void end() {
        server.close();
        client.close();
        network.close();
    }

    private String get(String path, int status, String... headers) throws IOException {
        URI uri = URI.create(base + path);
        try (HttpClient.Answer got = client.send(new HttpClient.Call("GET", uri, Headers.of(headers), new byte[0]))) {
            assertThat(got.status()).isEqualTo(status);
            assertThat(got.headers().first("Retry-After").isPresent()).isEqualTo(status == 503);
            return new String(got.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void isNotTakenForFresh() throws IOException {
        assertThat(one.refresh()).isFalse();

        assertThat(other.refresh()).isFalse();
        assertThat(other.klacht().orElseThrow()).contains("niet te lezen");
        assertThat(other.version(URI_EEN, FEB.toEpochMilli())
                        .orElseThrow()
                        .inhoud()
                        .name())
                .isEqualTo("Een");
        // Not "as you have it" either, and nothing of what may be confidential.
        assertThat(get("/register", 503, "If-None-Match", "*"))
                .contains("\"status\":503", "vraag het straks opnieuw")
                .doesNotContain(EEN.toString());
        // What this log itself goes by can be looked up as before.
        assertThat(get("/processing-activities/" + EEN, 200)).contains("Een");
    }

    @Test
    @Requirement("LDV-R3")
    void whatIsNotTheRegisterOfNowIsNotTakenForFreshByAnother() throws Exception {
        assertThat(one.refresh() && other.refresh()).isTrue();

        answer = new Registerbron.Antwoord.Nieuw(Proefregister.document(ANDERS), "2");
        isNotTakenForFresh();
        answer = new Registerbron.Antwoord.Weg("down");
        isNotTakenForFresh();

        Activiteit meer = Activiteit.unstored(TWEE).with(MRT, Proefregister.zaak("Twee"));
        answer = new Registerbron.Antwoord.Nieuw(Proefregister.document(EERST, meer), "3");
        assertThat(one.refresh() && other.refresh()).isTrue();
        assertThat(other.klacht()).isEmpty();
        assertThat(other.uris()).hasSize(2);
    }

    @Test
    void beforeItWasEverThereThereIsNothingToTake() throws Exception {
        answer = new Registerbron.Antwoord.Weg("not yet");
        assertThat(one.refresh()).isFalse();

        assertThat(other.refresh()).isFalse();
        assertThat(other.isBekend()).isFalse();
    }
}
