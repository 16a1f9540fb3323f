// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Response;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/// Who is refused and was not expected, is counted each time and told once a day.
@Isolated("listens to the log of the alarm")
class AfzenderalarmTest {

    private static final Verzoeker BEKEND = new Verzoeker("00000099000000001000", true);

    private final Metrics cijfers = new Metrics();
    private final TestClock clock = TestClock.at("2026-11-21T09:00:00Z");
    private final Afzenderalarm alarm = Afzenderalarm.meld(cijfers, "ddas_proef", clock);

    @Test
    void ringsForAStrangerWhateverStoppedItAndForOthersWhenTheyMayNot() {
        List<String> gezegd = gezegd(() -> {
            alarm.geweigerd(BEKEND, "te-veel-verzoeken");
            alarm.geweigerd(vreemde(1), "te-veel-verzoeken");
            alarm.geweigerd(BEKEND, "toegang-geweigerd");
            alarm.geweigerd(BEKEND, "identiteit-afwijking");
        });
        assertThat(gezegd)
                .satisfiesExactly(
                        regel -> assertThat(regel).contains(vreemde(1).afzender(), "te-veel-verzoeken"),
                        regel -> assertThat(regel).contains(BEKEND.afzender(), "toegang-geweigerd"),
                        regel -> assertThat(regel).contains(BEKEND.afzender(), "identiteit-afwijking"));
        assertThat(cijfers()).contains("ddas_proef_onverwachte_afzender_total 3.0");
    }

    /// Past the limit of requests a stranger costs us next to nothing, so it may go on for long.
    @Test
    void tellsOfEachSenderAndOutcomeOnceADay() {
        List<String> gezegd = gezegd(() -> {
            weigerVaak("toegang-geweigerd");
            weigerVaak("te-veel-verzoeken");
            clock.advance(Duration.ofDays(1));
            weigerVaak("te-veel-verzoeken");
        });
        assertThat(gezegd)
                .hasSize(3)
                .allMatch(regel -> regel.contains(vreemde(1).afzender()));
        assertThat(cijfers()).contains("ddas_proef_onverwachte_afzender_total 1500");
    }

    /// Each of them has a certificate of an authority that we trust, and nothing to ask here.
    @Test
    void namesEachOfManyStrangersAndDoesNotFillTheDisk() {
        List<String> gezegd = gezegd(() -> {
            for (int nummer = 1; nummer <= 10_000; nummer++) {
                alarm.geweigerd(vreemde(nummer), "toegang-geweigerd");
            }
        });
        assertThat(gezegd).hasSize(Afzenderalarm.MEESTE_REGELS + 1);
        assertThat(gezegd.get(Afzenderalarm.MEESTE_REGELS - 1))
                .contains(vreemde(Afzenderalarm.MEESTE_REGELS).afzender());
        assertThat(gezegd.getLast()).contains("whoever else is refused is only counted");

        clock.advance(Duration.ofDays(1));
        assertThat(gezegd(() -> alarm.geweigerd(vreemde(10_000), "toegang-geweigerd")))
                .singleElement()
                .satisfies(regel -> assertThat(regel).contains(vreemde(10_000).afzender()));
    }

    private static Verzoeker vreemde(int nummer) {
        return new Verzoeker("000000990000" + (10_000_000 + nummer), false);
    }

    private void weigerVaak(String uitkomst) {
        for (int keer = 0; keer < 500; keer++) {
            alarm.geweigerd(vreemde(1), uitkomst);
        }
    }

    private String cijfers() {
        return new String(((Response.Body.Bytes) cijfers.toResponse().body()).bytes(), StandardCharsets.UTF_8);
    }

    private static List<String> gezegd(Runnable werk) {
        Logger log = (Logger) LoggerFactory.getLogger(Afzenderalarm.class);
        ListAppender<ILoggingEvent> regels = new ListAppender<>();
        regels.start();
        log.addAppender(regels);
        log.setAdditive(false); // a thousand lines that nobody needs to read
        try {
            werk.run();
        } finally {
            log.setAdditive(true);
            log.detachAppender(regels);
        }
        return regels.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
