// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.bron.Proefstelsel.Antwoord;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A page of another site that an operator has open may change nothing here.
class BeheerherkomstTest {

    private static final Proefstelsel STELSEL = Proefstelsel.gedeeld();

    @TempDir
    private Path map;

    private final TestClock clock = TestClock.at("2026-11-20T09:00:00Z");
    private final Proefbron gegevens = new Proefbron().met("Gemeente Voorbeeldstad", "GM0518", 0, 3);

    @ParameterizedTest
    @CsvSource({
        "https://elders.example,   403",
        "http://elders.example:81, 403",
        "null,                     403",
        "http://127.0.0.1:1,       403",
        "https://127.0.0.1:PORT,   403",
        "http://127.0.0.1:PORT,    200",
    })
    void noPageOfAnotherSiteMayRefresh(String herkomst, int status) throws IOException {
        try (BronServer bron = start()) {
            waitForSnapshot(bron);
            int gelezen = gegevens.gelezen;
            Headers headers = Headers.of("Origin", herkomst.replace("PORT", "" + bron.beheerPoort()));
            Antwoord antwoord = Proefstelsel.beheer(bron, "POST", "/ververs", headers);
            assertThat(antwoord.status()).isEqualTo(status);
            assertThat(gegevens.gelezen > gelezen).isEqualTo(status == 200);
        }
    }

    @Test
    void noPageThatTookTheNameOfThisAddressMayRefresh() throws IOException {
        try (BronServer bron = start()) {
            Headers headers = Headers.of("Host", "elders.example", "Origin", "http://elders.example");
            assertThat(Proefstelsel.beheer(bron, "POST", "/ververs", headers).status())
                    .isEqualTo(403);
        }
    }

    /// Who asks for the data waits until they have been read.
    private static void waitForSnapshot(BronServer bron) throws IOException {
        try (HttpClient cbs = STELSEL.client(STELSEL.cbs)) {
            assertThat(Proefstelsel.stuur(
                                    cbs,
                                    "POST",
                                    "https://127.0.0.1:" + bron.poort() + "/v1/gegevens",
                                    Proefstelsel.getekend(STELSEL.cbs, ""),
                                    "")
                            .status())
                    .isEqualTo(200);
        }
    }

    private BronServer start() throws IOException {
        return BronServer.start(
                STELSEL.config(map, Beschikbaarheid.ALTIJD, 100_000), gegevens, STELSEL.onderdelen(clock));
    }
}
