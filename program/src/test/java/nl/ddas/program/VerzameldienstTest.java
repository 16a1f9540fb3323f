// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verzamelaar.Kalender;
import nl.ddas.levering.verzamelaar.Kalender.Verzamelmoment;
import nl.ddas.levering.verzamelaar.LeveranciersOnbekend;
import nl.ddas.levering.verzamelaar.Momentafloop;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// When the service collects, and what it does when it could not. What it does later is done here when the test
/// says so.
class VerzameldienstTest {

    private static final Instant VOOR = Instant.parse("2027-02-01T09:00:00Z");
    private static final Instant MOMENT = Instant.parse("2027-02-14T07:00:00Z");
    private static final Duration TOT_DAN = Duration.between(VOOR, MOMENT);

    private final TestClock klok = new TestClock(VOOR);
    private final ByteArrayOutputStream gezegd = new ByteArrayOutputStream();
    private final List<Instant> gekeken = new ArrayList<>();
    private final List<Duration> wachten = new ArrayList<>();
    private final Queue<Runnable> straks = new ArrayDeque<>();
    private final List<Aanleverperiode> gevraagd = new ArrayList<>();
    private final Queue<Exception> stuk = new ArrayDeque<>();

    private void start(Momentafloop laatste) throws IOException {
        PrintStream uit = new PrintStream(gezegd, true, StandardCharsets.UTF_8);
        new Verzameldienst(
                        new Kalender(List.of(45, 75), LocalTime.of(8, 0)),
                        new Verzameldienst.Ronde() {
                            @Override
                            public Verzamelresultaat verzamel(Aanleverperiode periode) throws IOException {
                                return verzameld(periode);
                            }

                            @Override
                            public Momentafloop afloop(Verzamelmoment moment) {
                                gekeken.add(moment.moment());
                                return laatste;
                            }
                        },
                        new Omgeving(uit, uit, klok, Map.of(), Path.of(".")),
                        (na, werk) -> {
                            wachten.add(na);
                            straks.add(werk);
                        },
                        () -> {})
                .start();
    }

    private Verzamelresultaat verzameld(Aanleverperiode periode) throws IOException {
        gevraagd.add(periode);
        switch (stuk.poll()) {
            case IOException weg -> throw weg;
            case RuntimeException anders -> throw anders;
            case null, default -> {}
        }
        return new Verzamelresultaat(periode, List.of(), List.of("Stadsbank"));
    }

    /// The next thing that was to be done later.
    private void verder() {
        klok.advance(wachten.getLast());
        straks.remove().run();
    }

    private String gezegd() {
        return gezegd.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(
            value = Momentafloop.class,
            names = {"GEDAAN", "EERSTE_KEER"})
    void collectsOnTheMomentsOfTheCalendar(Momentafloop laatste) throws IOException {
        start(laatste);
        assertThat(gekeken).containsExactly(Instant.parse("2026-09-13T06:00:00Z"));
        assertThat(gezegd()).startsWith("Volgende verzameling: 14 februari 2027, 08:00, over 1 juli 2026");
        assertThat(wachten).containsExactly(TOT_DAN);

        verder();

        assertThat(gevraagd).hasToString("[2026-07-01..2026-12-31]");
        assertThat(wachten.getLast()).isGreaterThan(Duration.ofDays(29));
    }

    @Test
    void triesAgainSoonWhenNothingCouldBeBegun() throws IOException {
        start(Momentafloop.GEDAAN);
        stuk.add(new IOException("the database is not there"));
        stuk.add(new LeveranciersOnbekend(new BeheerMislukt("de Manager is niet te bereiken")));

        verder();
        verder();
        assertThat(wachten).containsExactly(TOT_DAN, Verzameldienst.OPNIEUW, Verzameldienst.OPNIEUW);
        verder();

        assertThat(gevraagd).hasSize(3).containsOnly(gevraagd.getFirst());
        assertThat(wachten.getLast()).isGreaterThan(Duration.ofDays(29));
        assertThat(gezegd())
                .contains("de leveranciers zijn nu niet bekend: de Manager is niet te bereiken. Over 5 minuten");
    }

    @Test
    void tellsThatThereWasNobodyAndWhoIsGone() throws IOException {
        start(Momentafloop.GEDAAN);
        verder();

        assertThat(gezegd())
                .contains(
                        "er is geen enkele leverancier",
                        "Stadsbank leverde de vorige keer wel, en is nu geen leverancier meer");
    }

    @Test
    void beginsNowWhatWasMissedALittleWhileAgo() throws IOException {
        klok.advance(TOT_DAN.plusDays(29));
        start(Momentafloop.OVERGESLAGEN);

        assertThat(gekeken).containsExactly(MOMENT);
        assertThat(wachten).containsExactly(Duration.ZERO);
        assertThat(gezegd())
                .isEqualTo("De verzameling van 14 februari 2027, 08:00, over 1 juli 2026 tot en met 31 december 2026"
                        + " ging niet door, en begint nu.\n");

        verder();
        assertThat(gevraagd).hasToString("[2026-07-01..2026-12-31]");
        assertThat(gekeken).hasSize(1);
        assertThat(gezegd()).contains("Volgende verzameling: 16 maart 2027");
    }

    @Test
    void triesAgainSoonToMakeUpForWhatWasMissed() throws IOException {
        klok.advance(TOT_DAN.plusDays(1));
        stuk.add(new IOException("the database is not there"));
        start(Momentafloop.OVERGESLAGEN);

        verder();
        verder();

        assertThat(wachten).startsWith(Duration.ZERO, Verzameldienst.OPNIEUW).hasSize(3);
        assertThat(gevraagd).hasSize(2);
    }

    @Test
    void onlyTellsWhatWasMissedLongAgo() throws IOException {
        start(Momentafloop.OVERGESLAGEN);

        assertThat(wachten).containsExactly(TOT_DAN);
        assertThat(gezegd())
                .startsWith("Let op: de verzameling van 13 september 2026, 08:00")
                .contains("'ddas verzamel --periode 2026H1'", "Volgende verzameling: 14 februari 2027");
    }

    @Test
    void goesOnWithWhatIsNotFinished() throws IOException {
        klok.advance(TOT_DAN.plusDays(29));
        start(Momentafloop.ONDERWEG);

        assertThat(gezegd())
                .isEqualTo("De verzameling over 1 juli 2026 tot en met 31 december 2026 is nog niet af, en gaat nu"
                        + " verder.\n");
        verder();
        assertThat(gevraagd).hasToString("[2026-07-01..2026-12-31]");
        assertThat(wachten).containsExactly(Duration.ZERO, Duration.ofDays(1));
    }

    /// The collector itself goes on with who waits; nobody expects to be asked for the first time.
    @Test
    void asksNobodyForTheFirstTimeWhenItIsLate() throws IOException {
        start(Momentafloop.ONDERWEG);

        assertThat(wachten).containsExactly(TOT_DAN);
        assertThat(gezegd())
                .startsWith("Let op: de verzameling over 1 januari 2026 tot en met 30 juni 2026 is nog niet af.")
                .contains("'ddas verzamel --periode 2026H1'", "Volgende verzameling: 14 februari 2027");
    }

    @Test
    void tellsThatTheFirstTimeDoesNotBeginByItself() throws IOException {
        klok.advance(TOT_DAN.plusHours(1));
        start(Momentafloop.EERSTE_KEER);

        assertThat(gezegd())
                .startsWith("Let op: over 1 juli 2026 tot en met 31 december 2026 is nog niet verzameld")
                .contains("'ddas verzamel --periode 2026H2'", "Volgende verzameling: 16 maart 2027");
        assertThat(gevraagd).isEmpty();
    }
}
