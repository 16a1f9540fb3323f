// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import nl.ddas.basis.Tls;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// Commands that ask a register over TLS leave nothing going on when they end.
@Isolated("listens to the log of the revocation lists")
class LogboekSluitTest {

    private static final Clock NU = Clock.systemUTC();

    @TempDir
    private Path map;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /// The address of the revocation lists answers once; after that not before this opens.
    private final CountDownLatch einde = new CountDownLatch(1);
    private HttpServer lijsten;

    @BeforeEach
    void begin() throws IOException {
        KeyMaker snel = new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom());
        AuthorityFolder oefen = AuthorityFolder.open(map.resolve("oefen"), Environment.TEST, snel, NU);
        Tls _ = oefen.tls(new Holder("Wij", new Oin("00000099000000001000"), List.of("localhost")));
        byte[] lijst = Files.readAllBytes(map.resolve("oefen/ca/intrekking.pem"));
        CountDownLatch eerste = new CountDownLatch(1);
        lijsten = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lijsten.createContext("/", vraag -> {
            try (vraag) {
                if (eerste.getCount() == 0) {
                    einde.await();
                }
                eerste.countDown();
                vraag.sendResponseHeaders(200, lijst.length);
                vraag.getResponseBody().write(lijst);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        lijsten.start();
        log.start();
        ((Logger) LoggerFactory.getLogger(Webintrekkingen.class)).addAppender(log);
    }

    @AfterEach
    void stop() {
        einde.countDown();
        lijsten.stop(0);
        ((Logger) LoggerFactory.getLogger(Webintrekkingen.class)).detachAppender(log);
    }

    private Path instellingen() throws IOException {
        return Files.writeString(map.resolve("logboek.yaml"), """
                poort: 0
                beheer-poort: 0
                database-map: %1$s/database
                schrijvers: [{naam: Wij, oin: "00000099000000001000"}]
                tls-sleutel: %1$s/oefen/partijen/wij-00000099000000001000/tls.pem
                ankers: [%1$s/oefen/ca/ankers.pem]
                intrekkingen: [%2$s]
                intrekkingen-map: %1$s/lijsten
                certificaten-omgeving: test
                register-adres: https://localhost:1/register/v1
                """.formatted(map, adres()));
    }

    private String adres() {
        return "http://127.0.0.1:" + lijsten.getAddress().getPort() + "/lijst.crl";
    }

    @ParameterizedTest
    @ValueSource(strings = {"bewaar", "quarantaine opnieuw"})
    void noRevocationListIsFetchedAnyMore(String opdracht) throws IOException {
        String config = instellingen().toString();
        Omgeving omgeving = new Omgeving(System.out, System.err, NU, Map.of(), map);
        try (LogboekInstellingen eerst = LogboekInstellingen.lees(Path.of(config), omgeving)) {
            Tls _ = eerst.tls().orElseThrow().tls().get();
        }

        // The list that was kept is used, and asked for again beside the work.
        Loop loop = Loop.van(NU, map, ("logboek " + opdracht + " --config " + config).split(" "));

        assertThat(loop.uitgang()).as(loop.alles()).isEqualTo(2);
        assertThat(loop.fout()).contains("het register op https://localhost:1/register/v1 kan niet worden gebruikt");
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
                .contains("revocation lists of " + adres() + " not fetched, the old stay in use until they end");
    }
}
