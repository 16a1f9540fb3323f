// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Response;
import nl.ddas.levering.bron.Verzoektelling.Verzoeker;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("listens to the log of the counts")
class VerzoektellingTest {

    private static final Verzoeker CBS = new Verzoeker("00000099000000001000", true);
    private static final Verzoeker VREEMDE = new Verzoeker("00000099000000003000", false);

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
        telling.tel(CBS, "geleverd", "geen", false);
        telling.bewaar();
        assertThat(bestand).content().endsWith("2026-11-21,00000099000000001000,geleverd,geen,1\n");

        Files.delete(bestand);
        clock.advance(Duration.ofDays(1));
        telling.bewaar();
        assertThat(bestand).doesNotExist();
        telling.tel(CBS, "geleverd", "geen", false);
        telling.bewaar();
        assertThat(bestand).content().hasLineCount(3);
    }

    @Test
    void whatTheDiskDidNotTakeIsWrittenTheNextTime() throws IOException {
        telling.tel(CBS, "geleverd", "geen", false);
        Files.createDirectories(bestand.resolve("in de weg"));
        assertThatThrownBy(telling::bewaar).isInstanceOf(IOException.class);
        Files.delete(bestand.resolve("in de weg"));
        Files.delete(bestand);
        telling.bewaar();
        assertThat(bestand).content().hasLineCount(2);
    }

    @Test
    void dropsWhatIsOlderThanItIsKept() throws IOException {
        telling.tel(CBS, "geleverd", "geen", false);
        clock.advance(Duration.ofDays(400));
        telling.tel(CBS, "geleverd", "periode", false);
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
            druk.tel(new Verzoeker("000000990000" + (10_000_000 + i), false), "toegang-geweigerd", "onbekend", true);
        }
        druk.tel(CBS, "geleverd", "geen", false);

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

    /// Past the limit of requests a stranger costs us next to nothing, so it may go on for long.
    @Test
    void aStrangerWhoGoesOnIsCountedEachTimeAndToldOnceADay() throws IOException {
        Metrics cijfers = new Metrics();
        Verzoektelling lang = Verzoektelling.open(map.resolve("lang.csv"), cijfers, clock);
        List<String> gezegd = gezegd(() -> {
            weiger(lang, "toegang-geweigerd");
            weiger(lang, "te-veel-verzoeken");
            clock.advance(Duration.ofDays(1));
            weiger(lang, "te-veel-verzoeken");
        });

        assertThat(gezegd).hasSize(3).allMatch(regel -> regel.contains(VREEMDE.afzender()));
        assertThat(new String(((Response.Body.Bytes) cijfers.toResponse().body()).bytes(), StandardCharsets.UTF_8))
                .contains("ddas_bron_onverwachte_afzender_total 1500");
        assertThat(lang.csv())
                .contains(
                        "2026-11-21,00000099000000003000,te-veel-verzoeken,geen,500",
                        "2026-11-22,00000099000000003000,te-veel-verzoeken,geen,500");
    }

    private static void weiger(Verzoektelling telling, String uitkomst) {
        for (int keer = 0; keer < 500; keer++) {
            telling.tel(VREEMDE, uitkomst, "geen", true);
        }
    }

    private static List<String> gezegd(Runnable werk) {
        Logger log = (Logger) LoggerFactory.getLogger(Verzoektelling.class);
        ListAppender<ILoggingEvent> regels = new ListAppender<>();
        regels.start();
        log.addAppender(regels);
        try {
            werk.run();
        } finally {
            log.detachAppender(regels);
        }
        return regels.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
