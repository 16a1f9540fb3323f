// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import nl.ddas.testkit.JdkCaller;
import nl.ddas.testkit.Trickle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Our own clients may come to the Outway with TLS, and show who they are. The authority of the Group plays
/// that of our own organisation too.
class OutwayClientsTest extends OutwayStage {

    /// Who knows the server, and shows nothing.
    private static SSLContext nobody() {
        return JdkCaller.withoutKey(World.ONE.tls(World.A).anchors());
    }

    private HttpResponse<String> ask(SSLContext as, HttpClient.Version version, Outway outway)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + outway.port() + "/pad?x"))
                .POST(BodyPublishers.ofString("lichaam"))
                .build();
        try (HttpClient secure =
                HttpClient.newBuilder().sslContext(as).version(version).build()) {
            return secure.send(request, BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aClientThatShowsWhoItIsGetsThrough(HttpClient.Version version) throws Exception {
        try (Outway secured = outway(OutwayConfig.Clients.MUTUAL)) {
            HttpResponse<String> answer = ask(World.ONE.context(World.C), version, secured);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.body()).isEqualTo("lichaam");
            assertThat(backend.seen.getFirst().head()).startsWith("POST /pad?x HTTP/1.1\r\n");
        }
    }

    @Test
    void whoShowsNothingOrSomethingStrangeHasNoConnection() throws Exception {
        try (Outway secured = outway(OutwayConfig.Clients.MUTUAL)) {
            for (SSLContext stranger : new SSLContext[] {nobody(), World.OTHER_CA.context(World.C)}) {
                assertThatThrownBy(() -> ask(stranger, HttpClient.Version.HTTP_1_1, secured))
                        .isInstanceOf(IOException.class);
            }
            assertThat(backend.seen).isEmpty();
        }
    }

    @Test
    void withoutMutualTheServerOnlyShowsWhoItIs() throws Exception {
        try (Outway secured = outway(OutwayConfig.Clients.TLS)) {
            assertThat(ask(nobody(), HttpClient.Version.HTTP_1_1, secured).statusCode())
                    .isEqualTo(200);
            assertThatThrownBy(() -> ask(SSLContext.getDefault(), HttpClient.Version.HTTP_1_1, secured))
                    .isInstanceOf(SSLException.class);
        }
    }

    /// Between parts of one organisation nothing older is needed.
    @Test
    void anOlderTlsIsNotSpoken() throws Exception {
        try (Outway secured = outway(OutwayConfig.Clients.TLS)) {
            for (String version : new String[] {"TLSv1.3", "TLSv1.2"}) {
                try (SSLSocket socket = (SSLSocket)
                        nobody().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), secured.port())) {
                    socket.setEnabledProtocols(new String[] {version});
                    if (version.equals("TLSv1.3")) {
                        socket.startHandshake();
                        assertThat(socket.getSession().getProtocol()).isEqualTo(version);
                    } else {
                        assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
                    }
                }
            }
        }
    }

    /// The certificates of now: whoever is trusted no more, or not yet, is not let in.
    @Test
    void followsTheCertificatesOfItsOrganisation() throws Exception {
        try (Outway secured = outway(OutwayConfig.Clients.MUTUAL)) {
            assertThat(ask(World.ONE.context(World.C), HttpClient.Version.HTTP_1_1, secured)
                            .statusCode())
                    .isEqualTo(200);
            secured.clients().orElseThrow().renew(World.OTHER_CA.tls(World.B));
            assertThatThrownBy(() -> ask(World.ONE.context(World.C), HttpClient.Version.HTTP_1_1, secured))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,     PLAIN,  false, true",
        "127.0.0.1,     TLS,    false, true",
        "192.0.2.1,     PLAIN,  false, false",
        "192.0.2.1,     TLS,    false, false",
        "192.0.2.1,     MUTUAL, false, true",
        "192.0.2.1,     TLS,    true,  true",
        "192.0.2.1,     PLAIN,  true,  true"
    })
    void overTheNetworkClientsShowWhoTheyAreUnlessAskedOtherwise(
            String host, OutwayConfig.Clients clients, boolean plainOutside, boolean good) {
        if (good) {
            assertThat(config(host, clients, plainOutside).host()).isEqualTo(host);
        } else {
            assertThatThrownBy(() -> config(host, clients, plainOutside))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("clients: mutual");
        }
    }

    private static OutwayConfig config(String host, OutwayConfig.Clients clients, boolean plainOutside) {
        Duration wait = Duration.ofSeconds(20);
        return new OutwayConfig(
                host,
                0,
                clients,
                plainOutside,
                Map.of("localhost", new Grants.Wanted.ByHash(World.GRANT)),
                false,
                true,
                true,
                wait,
                wait,
                wait);
    }

    private Outway outway(OutwayConfig.Clients clients) {
        return outway(config("127.0.0.1", clients, false), World.ONE.tls(World.B));
    }

    /// A byte now and then keeps a connection from being silent.
    @Test
    void whoTakesTooLongOverAHeadIsHungUpOn() throws IOException {
        OutwayConfig usual = config("127.0.0.1", OutwayConfig.Clients.PLAIN, false);
        OutwayConfig hasty = new OutwayConfig(
                usual.host(),
                0,
                usual.clients(),
                false,
                usual.names(),
                false,
                true,
                true,
                usual.connect(),
                Duration.ofSeconds(1),
                usual.logWait());
        try (Outway ours = outway(hasty, World.ONE.tls(World.B));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), ours.port())) {
            Trickle slow = Trickle.begin(
                    socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            assertThat(slow.isHungUpOn()).isTrue();
        }
    }
}
