// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.OpenSSLEngineOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import nl.ddas.testkit.JdkCaller;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NoBlockedLoop.class)
@Timeout(60)
class TlsTest {

    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Handler TELL_PEER = request -> Response.text(
            200,
            "text/plain",
            request.peer().stream()
                    .map(certificate -> certificate.getSubjectX500Principal().getName())
                    .toList()
                    .toString());

    private TestAuthority authority;
    private Network network;

    @BeforeEach
    void open() throws Exception {
        authority = new TestAuthority("authority");
        network = Network.open();
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void boringSslIsThere() {
        assertThat(TlsSetup.fastestEngine()).isInstanceOf(OpenSSLEngineOptions.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    @Requirement("S32")
    void bothEndsKnowWhoIsAtTheOtherEnd(String algorithm) throws Exception {
        try (HttpServer server = serve(authority.issue("server", algorithm), TELL_PEER);
                HttpClient client = client(authority.issue("client", algorithm));
                var answer = client.send(get(server))) {
            assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("[CN=client]");
            assertThat(answer.peer()).singleElement().satisfies(certificate -> assertThat(
                            certificate.getSubjectX500Principal().getName())
                    .isEqualTo("CN=server"));
        }
    }

    @Test
    void theTlsOfTheJdkDoesTheSame() throws Exception {
        var config =
                new HttpServer.Config("127.0.0.1", 0, Optional.of(authority.issue("server", "EC")), 1_000_000, IDLE);
        var jdk = new JdkTls();
        Tls end = authority.issue("client", "EC", authority.revoke());
        try (HttpServer server = HttpServer.start(network, config, jdk, TELL_PEER);
                HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.of(end), IDLE, IDLE), jdk);
                var answer = client.send(get(server))) {
            assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("[CN=client]");
        }
    }

    @Test
    void carriesThirtyMegabytesEachWay() throws Exception {
        byte[] sent = new byte[30_000_000];
        new Random(7).nextBytes(sent);
        Handler echo = request -> Response.of(200, Headers.NONE, request.body().readAllBytes());
        try (HttpServer server = serve(authority.issue("server", "EC"), echo);
                HttpClient client = client(authority.issue("client", "EC"));
                var answer = client.send(new HttpClient.Call("POST", uri(server), Headers.NONE, sent))) {
            assertThat(Arrays.equals(answer.body().readAllBytes(), sent)).isTrue();
        }
    }

    @Test
    void anEarlyAnswerDuringAnUploadHangsNobody() throws Exception {
        Handler refuse = request -> Response.text(403, "text/plain", "no");
        try (HttpServer server = serve(authority.issue("server", "EC"), refuse);
                HttpClient client = client(authority.issue("client", "EC"))) {
            for (int i = 0; i < 3; i++) {
                var call = new HttpClient.Call("POST", uri(server), Headers.NONE, new byte[20_000_000]);
                try (var answer = client.send(call)) {
                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(answer.body().readAllBytes()).hasSize(2);
                }
            }
        }
    }

    @Test
    @Requirement({"S32", "S37"})
    void refusesACallerOfAnotherAuthority() throws Exception {
        Tls stranger = new TestAuthority("stranger").issue("client", "EC");
        Tls pretender = new Tls(stranger.key(), stranger.chain(), List.of(authority.root()), stranger.revocation());
        refusesCaller(authority.issue("server", "EC"), pretender);
    }

    @Test
    void refusesARevokedCaller() throws Exception {
        Tls good = authority.issue("client", "EC");
        Tls bad = authority.issue("client", "EC");
        Tls end = authority.issue("server", "EC", authority.revoke(bad));
        refusesCaller(end, bad);
        try (HttpServer server = serve(end, TELL_PEER);
                HttpClient client = client(good);
                var answer = client.send(get(server))) {
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void refusesACallerWhenTheListOfItsIssuerIsMissing() throws Exception {
        Tls end = authority.issue("server", "EC", new TestAuthority("other").revoke());
        refusesCaller(end, authority.issue("client", "EC"));
    }

    @Test
    void aClientRefusesARevokedServer() throws Exception {
        Tls end = authority.issue("server", "EC");
        try (HttpServer server = serve(end, TELL_PEER);
                HttpClient client = client(authority.issue("client", "EC", authority.revoke(end)))) {
            assertThatThrownBy(() -> client.send(get(server))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aClientRefusesAServerWithTheNameOfAnother() throws Exception {
        try (HttpServer server = serve(authority.issue("server", "EC", "127.0.0.2"), TELL_PEER);
                HttpClient client = client(authority.issue("client", "EC"))) {
            assertThatThrownBy(() -> client.send(get(server))).isInstanceOf(IOException.class);
        }
    }

    @Test
    @Requirement("S32")
    void refusesACallerWithoutCertificate() throws Exception {
        Tls end = authority.issue("server", "EC");
        try (HttpServer server = serve(end, TELL_PEER)) {
            assertThatThrownBy(() ->
                            speak(server, JdkCaller.withoutKey(end.anchors()), "TLSv1.3", "TLS_AES_128_GCM_SHA256"))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, TLSv1.3, TLS_AES_256_GCM_SHA384",
        "RSA, TLSv1.3, TLS_CHACHA20_POLY1305_SHA256",
        "RSA, TLSv1.2, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "RSA, TLSv1.2, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        "RSA, TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "EC, TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"
    })
    void speaksTheSuitesOfTheProfile(String algorithm, String protocol, String suite) throws Exception {
        Tls end = authority.issue("server", algorithm);
        try (HttpServer server = serve(end, TELL_PEER)) {
            assertThat(speak(server, jdkContext(end), protocol, suite)).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
                "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"
            })
    void refusesOtherSuites(String suite) throws Exception {
        Tls end = authority.issue("server", "RSA");
        try (HttpServer server = serve(end, TELL_PEER)) {
            assertThatThrownBy(() -> speak(server, jdkContext(end), "TLSv1.2", suite))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void theToStringOfKeyMaterialShowsNoKey() throws Exception {
        assertThat(authority.issue("server", "EC")).hasToString("Tls[CN=server]");
    }

    private void refusesCaller(Tls serverEnd, Tls clientEnd) {
        try (HttpServer server = serve(serverEnd, TELL_PEER);
                HttpClient client = client(clientEnd)) {
            assertThatThrownBy(() -> client.send(get(server)).close()).isInstanceOf(IOException.class);
        }
    }

    private HttpServer serve(Tls tls, Handler handler) {
        var config = new HttpServer.Config("127.0.0.1", 0, Optional.of(tls), 100_000_000, IDLE);
        return HttpServer.start(network, config, handler);
    }

    private HttpClient client(Tls tls) {
        return HttpClient.open(network, new HttpClient.Config(Optional.of(tls), IDLE, IDLE));
    }

    private static URI uri(HttpServer server) {
        return URI.create("https://127.0.0.1:" + server.port() + "/");
    }

    private static HttpClient.Call get(HttpServer server) {
        return new HttpClient.Call("GET", uri(server), Headers.NONE, new byte[0]);
    }

    /// Another implementation at the other end: the JDK's sockets.
    private static String speak(HttpServer server, SSLContext context, String protocol, String suite)
            throws IOException {
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(new String[] {suite});
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(socket.getSession().getCipherSuite()).isEqualTo(suite);
            return answer;
        }
    }

    static SSLContext jdkContext(Tls tls) {
        return JdkCaller.of(tls.key(), tls.chain(), tls.anchors());
    }
}
