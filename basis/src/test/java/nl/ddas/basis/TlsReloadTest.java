// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.SSLEngineOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocket;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(NoBlockedLoop.class)
@Timeout(60)
class TlsReloadTest {

    enum Engine {
        FASTEST,
        JDK;

        SSLEngineOptions options() {
            return switch (this) {
                case FASTEST -> TlsSetup.fastestEngine();
                case JDK -> new JdkTls();
            };
        }
    }

    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Handler OK = request -> Response.text(200, "text/plain", "ok");

    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
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

    @ParameterizedTest
    @EnumSource(Engine.class)
    @Requirement("S37")
    void aCallerThatIsRevokedWhileTheServerRunsIsRefused(Engine engine) throws Exception {
        Tls caller = authority.issue("caller", "EC");
        Tls other = authority.issue("other", "EC");
        var source = new AtomicReference<>(authority.issue("server", "EC", authority.revoke()));
        TlsReload reload = reload(source);
        try (HttpServer server = serve(reload.now(), engine);
                HttpClient kept = client(caller, engine)) {
            reload.attach(server);
            assertThat(certificateSeen(kept, server))
                    .isEqualTo(reload.now().chain().getFirst());

            source.set(with(source.get(), authority.revoke(caller)));
            assertThat(reload.reload()).isEqualTo(new TlsReload.Outcome.Renewed());

            assertThatThrownBy(() -> certificateSeen(kept, server)).isInstanceOf(IOException.class);
            try (HttpClient fresh = client(caller, engine)) {
                assertThatThrownBy(() -> certificateSeen(fresh, server)).isInstanceOf(IOException.class);
            }
            try (HttpClient trusted = client(other, engine)) {
                assertThat(certificateSeen(trusted, server))
                        .isEqualTo(source.get().chain().getFirst());
            }
        }
    }

    @Test
    void anOpenConnectionOfARevokedCallerIsClosedAndThatOfAnotherIsNot() throws Exception {
        Tls caller = authority.issue("caller", "EC");
        Tls other = authority.issue("other", "EC");
        Tls end = authority.issue("server", "EC", authority.revoke());
        try (HttpServer server = serve(end, Engine.FASTEST);
                SSLSocket cutOff = connect(server, caller);
                SSLSocket stays = connect(server, other)) {
            server.renew(with(end, authority.revoke(caller)));
            assertThat(cutOff.getInputStream().read()).isEqualTo(-1);
            assertThat(ask(stays)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    @Requirement("S37")
    void anOpenConnectionDoesNotOutliveTheRevocationListsWhenNothingNewComes() throws Exception {
        outlivesNoList(end -> end, TlsReload.Outcome.Same.class);
    }

    @Test
    @Requirement("S37")
    void anOpenConnectionDoesNotOutliveTheRevocationListsWhenNothingUsableComes() throws Exception {
        outlivesNoList(
                end -> new Tls(end.key(), List.of(), List.of(), end.revocation()), TlsReload.Outcome.Failed.class);
    }

    /// @param found by the source from now on, instead of what was in use
    /// @param outcome of reading it
    private void outlivesNoList(UnaryOperator<Tls> found, Class<? extends TlsReload.Outcome> outcome) throws Exception {
        Tls caller = authority.issue("caller", "EC");
        TestClock now = new TestClock(Clock.systemUTC().instant());
        X509CRL list = authority.revoke();
        Tls end = judging(authority.issue("server", "EC"), list, now);
        var source = new AtomicReference<>(end);
        TlsReload reload = reload(source);
        try (HttpServer server = serve(end, Engine.FASTEST);
                SSLSocket open = connect(server, caller)) {
            // Before the server hangs up on silence.
            open.setSoTimeout(Math.toIntExact(IDLE.dividedBy(2).toMillis()));
            reload.attach(server);
            source.set(found.apply(end));
            assertThat(reload.reload()).isInstanceOf(outcome);
            assertThat(ask(open)).startsWith("HTTP/1.1 200");

            now.advance(Duration.between(now.instant(), list.getNextUpdate().toInstant())
                    .plusSeconds(1));
            assertThat(reload.reload()).isInstanceOf(outcome);
            assertThat(open.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aClientDoesNotKeepAServerLongerThanTheRevocationLists() throws Exception {
        TestClock now = new TestClock(Clock.systemUTC().instant());
        X509CRL list = authority.revoke();
        TlsReload reload = reload(new AtomicReference<>(judging(authority.issue("caller", "EC"), list, now)));
        try (HttpServer server = serve(authority.issue("server", "EC"), Engine.FASTEST);
                HttpClient client = client(reload.now(), Engine.FASTEST)) {
            reload.attach(client);
            certificateSeen(client, server);
            now.advance(Duration.between(now.instant(), list.getNextUpdate().toInstant())
                    .plusSeconds(1));
            assertThat(reload.reload()).isEqualTo(new TlsReload.Outcome.Same());
            assertThatThrownBy(() -> certificateSeen(client, server)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aServerThatIsRevokedWhileTheClientRunsIsRefused(Engine engine) throws Exception {
        Tls end = authority.issue("server", "EC");
        var source = new AtomicReference<>(authority.issue("caller", "EC", authority.revoke()));
        TlsReload reload = reload(source);
        try (HttpServer server = serve(end, engine);
                HttpClient client = client(reload.now(), engine)) {
            reload.attach(client);
            assertThat(certificateSeen(client, server)).isEqualTo(end.chain().getFirst());

            source.set(with(source.get(), authority.revoke(end)));
            reload.reload();

            assertThatThrownBy(() -> certificateSeen(client, server)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bothEndsShowARenewedCertificateWithoutRestart(Engine engine) throws Exception {
        var ofServer = new AtomicReference<>(authority.issue("server", "EC"));
        var ofClient = new AtomicReference<>(authority.issue("client", "EC"));
        TlsReload serverSide = reload(ofServer);
        TlsReload clientSide = reload(ofClient);
        AtomicReference<X509Certificate> caller = new AtomicReference<>();
        Handler look = request -> {
            caller.set(request.peer().getFirst());
            return Response.text(200, "text/plain", "ok");
        };
        try (HttpServer server = HttpServer.start(network, config(serverSide.now()), engine.options(), look);
                HttpClient client = client(clientSide.now(), engine)) {
            serverSide.attach(server);
            clientSide.attach(client);
            certificateSeen(client, server);

            ofServer.set(authority.issue("server", "EC"));
            ofClient.set(authority.issue("client", "EC"));
            serverSide.reload();
            clientSide.reload();

            assertThat(certificateSeen(client, server))
                    .isEqualTo(ofServer.get().chain().getFirst());
            assertThat(caller.get()).isEqualTo(ofClient.get().chain().getFirst());
        }
    }

    @Test
    void afterARenewalTheNameOfTheServerStillCounts() throws Exception {
        Tls elsewhere = authority.issue("server", "EC", "127.0.0.2");
        try (HttpServer server = serve(elsewhere, Engine.FASTEST);
                HttpClient client = client(authority.issue("client", "EC"), Engine.FASTEST)) {
            client.renew(authority.issue("client", "EC"));
            assertThatThrownBy(() -> certificateSeen(client, server)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theSourceIsReadOnceInAWhileByTheClock() throws Exception {
        var source = new AtomicReference<>(authority.issue("server", "EC"));
        TlsReload reload = reload(source);
        clock.advance(EVERY.minusMillis(1));
        assertThat(reload.tick()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(reload.tick()).contains(new TlsReload.Outcome.Same());
        source.set(authority.issue("server", "EC"));
        assertThat(reload.tick()).isEmpty();
        clock.advance(EVERY);
        assertThat(reload.tick()).contains(new TlsReload.Outcome.Renewed());
        assertThat(reload.now()).isEqualTo(source.get());
    }

    /// As health does, and the figures: a source that hangs must not keep them waiting.
    @Test
    void whatIsInUseCanBeSeenWhileTheSourceIsRead() throws Exception {
        var source = new AtomicReference<>(authority.issue("server", "EC"));
        AtomicReference<Supplier<Tls>> reading = new AtomicReference<>(source::get);
        TlsReload reload = new TlsReload(() -> reading.get().get(), clock, EVERY);
        Tls before = reload.now();
        source.set(authority.issue("server", "EC", authority.revoke()));
        reading.set(() -> {
            // From another thread: this one has every lock that it may want.
            CompletableFuture.runAsync(() -> {
                        assertThat(reload.now()).isEqualTo(before);
                        assertThat(reload.last()).isEqualTo(new TlsReload.Outcome.Same());
                        assertThat(reload.remark()).isPresent();
                    })
                    .join();
            return source.get();
        });
        assertThat(reload.reload()).isEqualTo(new TlsReload.Outcome.Renewed());
        assertThat(reload.now()).isEqualTo(source.get());
        assertThat(reload.remark()).isEmpty();
    }

    @Test
    void aSourceThatFailsLeavesWhatWasInUse() throws Exception {
        Tls good = authority.issue("server", "EC");
        Tls empty = new Tls(good.key(), List.of(), List.of(), good.revocation());
        var source = new AtomicReference<>(good);
        TlsReload reload = reload(source);
        try (HttpServer server = serve(good, Engine.FASTEST);
                HttpClient client = client(authority.issue("client", "EC"), Engine.FASTEST)) {
            reload.attach(server);
            source.set(empty);
            assertThat(reload.reload()).isInstanceOf(TlsReload.Outcome.Failed.class);
            assertThat(reload.last()).isInstanceOf(TlsReload.Outcome.Failed.class);
            assertThat(certificateSeen(client, server)).isEqualTo(good.chain().getFirst());
            source.set(good);
            assertThat(reload.reload()).isEqualTo(new TlsReload.Outcome.Renewed());
        }
    }

    @Test
    void plainHttpHasNothingToRenew() throws Exception {
        Tls tls = authority.issue("x", "EC");
        try (HttpServer server = HttpServer.start(
                        network, new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1, IDLE), OK);
                HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.empty(), IDLE, IDLE))) {
            assertThatThrownBy(() -> server.renew(tls)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> client.renew(tls)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> server.closeUntrusted(tls)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> client.closeUntrusted(tls)).isInstanceOf(IllegalStateException.class);
        }
    }

    private TlsReload reload(AtomicReference<Tls> source) {
        return new TlsReload(source::get, clock, EVERY);
    }

    private static Tls with(Tls tls, X509CRL list) {
        return judging(tls, list, Clock.systemUTC());
    }

    private static Tls judging(Tls tls, X509CRL list, InstantSource clock) {
        return new Tls(tls.key(), tls.chain(), tls.anchors(), new Revocation.Checked(List.of(list), clock));
    }

    private HttpServer serve(Tls tls, Engine engine) {
        return HttpServer.start(network, config(tls), engine.options(), OK);
    }

    private static HttpServer.Config config(Tls tls) {
        return new HttpServer.Config("127.0.0.1", 0, Optional.of(tls), 1000, IDLE);
    }

    private HttpClient client(Tls tls, Engine engine) {
        return HttpClient.open(network, new HttpClient.Config(Optional.of(tls), IDLE, IDLE), engine.options());
    }

    private static X509Certificate certificateSeen(HttpClient client, HttpServer server) throws IOException {
        URI uri = URI.create("https://127.0.0.1:" + server.port() + "/");
        try (var answer = client.send(new HttpClient.Call("GET", uri, Headers.NONE, new byte[0]))) {
            answer.body().readAllBytes();
            return answer.peer().getFirst();
        }
    }

    /// A connection of the JDK's own sockets, with one request behind it.
    private static SSLSocket connect(HttpServer server, Tls tls) throws Exception {
        SSLSocket socket =
                (SSLSocket) TlsTest.jdkContext(tls).getSocketFactory().createSocket("127.0.0.1", server.port());
        assertThat(ask(socket)).startsWith("HTTP/1.1 200");
        return socket;
    }

    private static String ask(SSLSocket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\nok")) {
            answer.append((char) socket.getInputStream().read());
        }
        return answer.toString();
    }
}
