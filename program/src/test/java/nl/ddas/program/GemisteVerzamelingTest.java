// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A collector as a service that was off at a moment of its calendar, with a database of its own. Nobody is in the
/// list of suppliers.
class GemisteVerzamelingTest {

    @TempDir
    private Path map;

    private final TestClock klok = TestClock.at("2026-08-01T09:00:00Z");

    @BeforeEach
    void begin() throws IOException {
        Path _ = Files.writeString(map.resolve("leveranciers.yaml"), "leveranciers: []\n");
        Path _ = Files.writeString(map.resolve("verzamelaar.yaml"), """
                naam: CBS
                oin: "00000099000000001000"
                partij: CBS
                database-map: %1$s/database
                bewijs-map: %1$s/bewijs
                sleutel-bestand: %1$s/bewijs.sleutel
                leveranciers-bestand: %1$s/leveranciers.yaml
                vertrouwen-map: %1$s/vertrouwen
                poort: 0
                """.formatted(map));
    }

    @Test
    void aListOfSuppliersThatIsNotThereComesWithTheWayToMakeOne() throws IOException {
        Files.delete(map.resolve("leveranciers.yaml"));

        Loop loop = Loop.van(
                klok,
                map,
                "verzamel",
                "--config",
                map.resolve("verzamelaar.yaml").toString());

        assertThat(loop.uitgang()).isEqualTo(Uitgang.VERKEERD_GEBRUIK);
        assertThat(loop.fout()).contains("ddas verzamel config --leveranciers > " + map.resolve("leveranciers.yaml"));
    }

    /// What it says until it waits for the next moment of the calendar; then it stops.
    private String dienst() throws InterruptedException {
        ByteArrayOutputStream gezegd = new ByteArrayOutputStream();
        CountDownLatch wacht = new CountDownLatch(1);
        PrintStream stroom = new PrintStream(gezegd, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String tekst) {
                super.println(tekst);
                if (tekst.startsWith("Volgende verzameling")) {
                    wacht.countDown();
                }
            }
        };
        Omgeving omgeving = new Omgeving(stroom, stroom, klok, Map.of(), map);
        Thread dienst = Thread.ofPlatform().start(() -> {
            int _ = Main.run(
                    omgeving,
                    "verzamel",
                    "dienst",
                    "--config",
                    map.resolve("verzamelaar.yaml").toString());
            wacht.countDown();
        });
        try {
            assertThat(wacht.await(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            dienst.interrupt();
            dienst.join();
        }
        return gezegd.toString(StandardCharsets.UTF_8);
    }

    @Test
    void isMadeUpForOnceAndNotByAFirstInstallation() throws InterruptedException {
        assertThat(dienst()).contains("Volgende verzameling: 14 augustus 2026").doesNotContain("ging niet door");

        Loop eerder = Loop.van(
                klok,
                map,
                "verzamel",
                "--periode",
                "2025H2",
                "--config",
                map.resolve("verzamelaar.yaml").toString());
        assertThat(eerder.uit()).as(eerder.alles()).startsWith("Let op: er is geen enkele leverancier");

        klok.advance(Duration.ofDays(19));
        assertThat(dienst())
                .contains("De verzameling van 14 augustus 2026, 08:00, over 1 januari 2026 tot en met 30 juni 2026"
                        + " ging niet door, en begint nu.")
                .contains("er is geen enkele leverancier", "Volgende verzameling: 14 februari 2027");
        assertThat(dienst())
                .contains(
                        "De verzameling over 1 januari 2026 tot en met 30 juni 2026 is nog niet af, en gaat nu verder.")
                .doesNotContain("ging niet door");
    }
}
