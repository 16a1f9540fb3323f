// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("listens to the log of the whole process")
@Timeout(60)
class RevocationTest {

    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Handler OK = request -> Response.text(200, "text/plain", "ok");

    private final TestAuthority authority = new TestAuthority("authority");
    private Network network;

    RevocationTest() throws Exception {}

    @BeforeEach
    void open() {
        network = Network.open();
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void noListsIsNotTheSameAsNotChecking() {
        assertThatThrownBy(() -> new Revocation.Checked(List.of(), Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a choice of its own");
        assertThatThrownBy(() -> new Revocation.Unchecked(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEndThatDoesNotCheckSaysSoInLogAndHealth() throws Exception {
        Tls checked = authority.issue("careful", "EC", authority.revoke());
        Tls careless = new Tls(
                checked.key(), checked.chain(), checked.anchors(), new Revocation.Unchecked("lists arrive tomorrow"));
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        Logger log = (Logger) LoggerFactory.getLogger(TlsSetup.class);
        log.addAppender(said);
        try {
            serve(checked).close();
            serve(careless).close();
            assertThat(said.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly("Tls[CN=careful] lets revoked certificates in: lists arrive tomorrow");
        } finally {
            log.detachAppender(said);
        }
        assertThat(new TlsReload(() -> careless, Clock.systemUTC(), Duration.ZERO).remark())
                .contains("van certificaten wordt niet nagegaan of ze zijn ingetrokken");
        assertThat(new TlsReload(() -> checked, Clock.systemUTC(), Duration.ZERO).remark())
                .isEmpty();
    }

    @Test
    @Requirement("S37")
    void addressesInsideCertificatesAreNotFollowed() throws Exception {
        byte[] list = authority.revoke().getEncoded();
        AtomicInteger fetched = new AtomicInteger();
        Handler listHost = request -> {
            fetched.incrementAndGet();
            return Response.of(200, Headers.of("Content-Type", "application/pkix-crl"), list);
        };
        Tls end = authority.issue("server", "EC", new TestAuthority("other").revoke());
        // A network of its own: following happens on the event loop of the server, which then stands still.
        try (Network elsewhere = Network.open();
                HttpServer lists = HttpServer.start(
                        elsewhere, new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1, IDLE), listHost);
                HttpServer server = serve(end);
                HttpClient client =
                        HttpClient.open(network, new HttpClient.Config(Optional.of(caller(lists)), IDLE, IDLE))) {
            URI uri = URI.create("https://127.0.0.1:" + server.port() + "/");
            assertThatThrownBy(() -> client.send(new HttpClient.Call("GET", uri, Headers.NONE, new byte[0])))
                    .isInstanceOf(IOException.class);
            assertThat(fetched).hasValue(0);
        }
    }

    private Tls caller(HttpServer lists) throws Exception {
        return authority.issueWithListAt(URI.create("http://127.0.0.1:" + lists.port() + "/list.crl"), "caller");
    }

    private HttpServer serve(Tls tls) {
        return HttpServer.start(network, new HttpServer.Config("127.0.0.1", 0, Optional.of(tls), 1, IDLE), OK);
    }
}
