// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.basis.TimelyStream;
import nl.ddas.basis.Tls;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.jose.Jwks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The certificate of another party at an address of its own.
class VersleutelafspraakTest {

    private static final Duration WACHT = Duration.ofSeconds(20);

    @TempDir
    private Path map;

    private final TestClock klok = TestClock.at("2026-11-20T09:00:00Z");

    private Party partij;
    private Tls tls;
    private byte[] jwks;

    @BeforeEach
    void begin() throws IOException {
        AuthorityFolder uitgever =
                AuthorityFolder.open(map, Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());
        partij = uitgever.party("Leverancier", new Oin("00000099000000001000"), List.of("127.0.0.1"));
        tls = uitgever.tls(partij);
        jwks = new Jwks(List.of(new Jwks.Entry(Jwks.Use.ENC, partij.encryption().chain()))).write();
    }

    @Test
    void aJwksThatIsPackedIsRefusedBeforeItIsRead() throws IOException {
        List<String> gevraagd = new CopyOnWriteArrayList<>();
        try (Network network = Network.open();
                HttpServer server = HttpServer.start(
                        network, new HttpServer.Config("127.0.0.1", 0, Optional.of(tls), 1 << 20, WACHT), verzoek -> {
                            gevraagd.addAll(verzoek.headers().all("Accept-Encoding"));
                            return Response.of(200, Headers.of("Content-Encoding", "gzip"), jwks);
                        });
                HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.of(tls), WACHT, WACHT))) {
            assertThatThrownBy(() -> afspraak(server).bron(client, klok).chains())
                    .rootCause()
                    .hasMessageContaining("expected an answer without Content-Encoding, got gzip");
            assertThat(gevraagd).containsExactly("identity");
        }
    }

    @Test
    void aJwksMayNotDripInForLong() throws IOException {
        try (Network network = Network.open();
                HttpServer snel = dient(network, tls, jwks, Duration.ZERO);
                HttpServer traag = dient(network, tls, jwks, Duration.ofMinutes(2));
                HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.of(tls), WACHT, WACHT))) {
            assertThat(afspraak(snel).bron(client, klok).chains())
                    .containsExactly(partij.encryption().chain());
            assertThatThrownBy(() -> afspraak(traag).bron(client, klok).chains())
                    .hasRootCauseInstanceOf(TimelyStream.TooSlow.class);
        }
    }

    /// Nobody renews a file of ours but us.
    @Test
    void tellsThatACertificateInAFileEndsSoon() throws IOException {
        AuthorityFolder uitgever =
                AuthorityFolder.open(map, Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());
        Party partij = uitgever.party("CBS", new Oin("00000099000000001000"), List.of("127.0.0.1"));
        Path bestand = Files.write(
                map.resolve("cbs.json"),
                new Jwks(List.of(
                                new Jwks.Entry(Jwks.Use.ENC, partij.encryption().chain())))
                        .write());
        Instant einde = partij.encryption().leaf().getNotAfter().toInstant();
        Versleutelafspraak afspraak = new Versleutelafspraak(Versleutelmodus.VEREIST, "besluit 1", bestand.toString());
        assertThat(afspraak.opmerking("CBS", einde.minus(Duration.ofDays(61)))).isEmpty();
        assertThat(afspraak.opmerking("CBS", einde.minus(Duration.ofDays(5))))
                .hasValueSatisfying(tekst -> assertThat(tekst).contains("naar CBS versleutelt", "binnen 7 dagen"));
        Files.writeString(bestand, "{");
        assertThat(afspraak.opmerking("CBS", einde))
                .hasValueSatisfying(tekst -> assertThat(tekst).contains("niet te lezen"));
    }

    private static Versleutelafspraak afspraak(HttpServer server) {
        return new Versleutelafspraak(
                Versleutelmodus.VEREIST, "besluit 1", "https://127.0.0.1:" + server.port() + "/jwks");
    }

    /// Gives half, and the rest so much later by our clock.
    private HttpServer dient(Network network, Tls tls, byte[] inhoud, Duration pauze) {
        return HttpServer.start(
                network,
                new HttpServer.Config("127.0.0.1", 0, Optional.of(tls), 1 << 20, WACHT),
                _ -> new Response(200, Headers.NONE, new Response.Body.Stream(inhoud.length, out -> {
                    out.write(inhoud, 0, inhoud.length / 2);
                    out.flush();
                    klok.advance(pauze);
                    out.write(inhoud, inhoud.length / 2, inhoud.length - inhoud.length / 2);
                })));
    }
}
