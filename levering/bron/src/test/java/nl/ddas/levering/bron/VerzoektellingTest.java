// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Verzoeker;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerzoektellingTest {

    private static final Verzoeker CBS = new Verzoeker("00000099000000001000", true);

    @TempDir
    private Path map;

    private final TestClock clock = TestClock.at("2026-11-21T09:00:00Z");
    private Path bestand;
    private Verzoektelling telling;

    @BeforeEach
    void open() throws IOException {
        bestand = map.resolve("tellingen.csv");
        telling = Verzoektelling.open(bestand, new Metrics(), clock);
    }

    @Test
    void writesOnlyWhenSomethingWasCounted() throws IOException {
        telling.bewaar();
        assertThat(bestand).doesNotExist();
        telling.tel(CBS, "geleverd", "geen");
        telling.bewaar();
        assertThat(bestand).content().endsWith("2026-11-21,00000099000000001000,geleverd,geen,1\n");

        Files.delete(bestand);
        clock.advance(Duration.ofDays(1));
        telling.bewaar();
        assertThat(bestand).doesNotExist();
        telling.tel(CBS, "geleverd", "geen");
        telling.bewaar();
        assertThat(bestand).content().hasLineCount(3);
    }

    @Test
    void whatTheDiskDidNotTakeIsWrittenTheNextTime() throws IOException {
        telling.tel(CBS, "geleverd", "geen");
        Files.createDirectories(bestand.resolve("in de weg"));
        assertThatThrownBy(telling::bewaar).isInstanceOf(IOException.class);
        Files.delete(bestand.resolve("in de weg"));
        Files.delete(bestand);
        telling.bewaar();
        assertThat(bestand).content().hasLineCount(2);
    }

    @Test
    void dropsWhatIsOlderThanItIsKept() throws IOException {
        telling.tel(CBS, "geleverd", "geen");
        clock.advance(Duration.ofDays(400));
        telling.tel(CBS, "geleverd", "periode");
        telling.bewaar();
        assertThat(bestand).content().hasLineCount(3);
        clock.advance(Duration.ofDays(1));
        telling.bewaar();
        assertThat(bestand).content().hasLineCount(2).doesNotContain("2026-11-21");
        assertThat(telling.csv()).isEqualTo(Files.readString(bestand));
    }

    /// Each of them has a certificate of an authority that we trust, and nothing to ask here.
    @Test
    void manyStrangersCountTogetherAndWhoIsExpectedByName() throws IOException {
        Metrics cijfers = new Metrics();
        Verzoektelling druk = Verzoektelling.open(map.resolve("druk.csv"), cijfers, clock);
        for (int i = 0; i < 10_000; i++) {
            druk.tel(new Verzoeker("000000990000" + (10_000_000 + i), false), "toegang-geweigerd", "onbekend");
        }
        druk.tel(CBS, "geleverd", "geen");

        assertThat(druk.csv())
                .hasLineCount(1 + Verzoektelling.MEESTE_VREEMDEN + 2)
                .contains("2026-11-21,00000099000010000000,toegang-geweigerd,onbekend,1\n")
                .contains("2026-11-21,overige,toegang-geweigerd,onbekend,9950\n")
                .contains("2026-11-21,00000099000000001000,geleverd,geen,1\n");
        assertThat(cijfers.toResponse().body()).isInstanceOfSatisfying(Response.Body.Bytes.class, tekst -> assertThat(
                        new String(tekst.bytes(), StandardCharsets.UTF_8).lines())
                .filteredOn(regel -> regel.startsWith("ddas_bron_verzoeken_total{"))
                .hasSize(Verzoektelling.MEESTE_VREEMDEN + 2));
    }
}
