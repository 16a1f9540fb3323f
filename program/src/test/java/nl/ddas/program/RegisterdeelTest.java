// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Database;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.logboek.dienst.PostgresLogregels;
import nl.ddas.logboek.register.Documentlezer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a log begins with its register.
class RegisterdeelTest {

    private static final Clock KLOK = Clock.systemUTC();

    @TempDir
    private Path map;

    private final AtomicInteger gevraagd = new AtomicInteger();

    private Response register() {
        gevraagd.incrementAndGet();
        return Response.of(
                200,
                Headers.of(
                        "Content-Type", "application/json",
                        "ETag", "\"1\"",
                        "Register-Rights", "ldv.read.confidential"),
                Bundled.bytes(Documentlezer.class, "ddas-register.yaml"));
    }

    private HttpServer server(Network network) {
        return HttpServer.start(
                network,
                new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1 << 20, Duration.ofSeconds(20)),
                _ -> register());
    }

    private static LogboekRegister van(HttpServer server) {
        return new LogboekRegister(
                new LogboekRegister.Herkomst.Adres(URI.create("http://127.0.0.1:" + server.port() + "/v1")), Map.of());
    }

    @Test
    void theRegisterIsAskedOnceAtTheStart() {
        try (Network network = Network.open();
                Database database = Database.embedded(map, new SecureRandom());
                PostgresLogregels _ = PostgresLogregels.open(database, KLOK, new SecureRandom());
                HttpServer server = server(network)) {
            Registerdeel.Grond grond = new Registerdeel.Grond(network, Optional.empty(), database, false, KLOK);
            try (Registerdeel deel = Registerdeel.start(van(server), grond)) {
                assertThat(deel.cache().isBekend()).isTrue();
                assertThat(gevraagd).hasValue(1);
            }
        }
    }

    /// What is removed does not come back, so the administrator looks first at what could not be compared.
    @Test
    void nothingIsRemovedByARegisterOfWhichNobodyCouldTellWhetherItsPastChanged() {
        try (Network network = Network.open();
                Database database = Database.embedded(map, new SecureRandom());
                PostgresLogregels _ = PostgresLogregels.open(database, KLOK, new SecureRandom());
                HttpServer server = server(network)) {
            LogboekRegister daar = van(server);
            Registerdeel.Grond grond = new Registerdeel.Grond(network, Optional.empty(), database, false, KLOK);
            assertThat(Registerdeel.zeker(daar, grond).isBekend()).isTrue();

            database.jdbi("registergeheugen")
                    .useHandle(db -> db.execute("insert into stand (adres, document)"
                            + " select adres, '{\"ldvRegister\": 1}' from stand limit 1"));
            assertThatThrownBy(() -> Registerdeel.zeker(daar, grond))
                    .isInstanceOf(VerkeerdGebruik.class)
                    .hasMessageContaining("niets verwijderd");
            assertThat(Registerdeel.zeker(daar, grond).isBekend()).isTrue();
        }
    }

    @Test
    void aRegisterThatIsAwayAndWasNeverThereStopsTheStart() {
        try (Network network = Network.open();
                Database database = Database.embedded(map, new SecureRandom());
                PostgresLogregels _ = PostgresLogregels.open(database, KLOK, new SecureRandom())) {
            LogboekRegister weg =
                    new LogboekRegister(new LogboekRegister.Herkomst.Bestand(map.resolve("nergens.yaml")), Map.of());
            Registerdeel.Grond grond = new Registerdeel.Grond(network, Optional.empty(), database, false, KLOK);

            assertThatThrownBy(() -> Registerdeel.start(weg, grond))
                    .isInstanceOf(VerkeerdGebruik.class)
                    .hasMessageContaining("nergens.yaml");
        }
    }
}
