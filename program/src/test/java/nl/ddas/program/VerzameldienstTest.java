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
import nl.ddas.levering.verzamelaar.LeveranciersOnbekend;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When the service collects, and what it does when it could not. What it does later is done here when the test
/// says so.
class VerzameldienstTest {

    private static final Instant VOOR = Instant.parse("2027-02-01T09:00:00Z");
    private static final Duration TOT_DAN = Duration.between(VOOR, Instant.parse("2027-02-14T07:00:00Z"));

    private final TestClock klok = new TestClock(VOOR);
    private final ByteArrayOutputStream gezegd = new ByteArrayOutputStream();
    private final List<Duration> wachten = new ArrayList<>();
    private final Queue<Runnable> straks = new ArrayDeque<>();
    private final List<Aanleverperiode> gevraagd = new ArrayList<>();
    private final Queue<Exception> stuk = new ArrayDeque<>();

    @BeforeEach
    void start() {
        PrintStream uit = new PrintStream(gezegd, true, StandardCharsets.UTF_8);
        new Verzameldienst(
                        new Kalender(List.of(45, 75), LocalTime.of(8, 0)),
                        this::verzamel,
                        new Omgeving(uit, uit, klok, Map.of(), Path.of(".")),
                        (na, werk) -> {
                            wachten.add(na);
                            straks.add(werk);
                        },
                        () -> {})
                .start();
    }

    private Verzamelresultaat verzamel(Aanleverperiode periode) throws IOException {
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

    @Test
    void collectsOnTheMomentsOfTheCalendar() {
        assertThat(wachten).containsExactly(TOT_DAN);

        verder();

        assertThat(gevraagd).hasToString("[2026-07-01..2026-12-31]");
        assertThat(wachten.getLast()).isGreaterThan(Duration.ofDays(29));
    }

    @Test
    void triesAgainSoonWhenNothingCouldBeBegun() {
        stuk.add(new IOException("the database is not there"));
        stuk.add(new LeveranciersOnbekend(new BeheerMislukt("de Manager is niet te bereiken")));

        verder();
        verder();
        assertThat(wachten).containsExactly(TOT_DAN, Verzameldienst.OPNIEUW, Verzameldienst.OPNIEUW);
        verder();

        assertThat(gevraagd).hasSize(3).containsOnly(gevraagd.getFirst());
        assertThat(wachten.getLast()).isGreaterThan(Duration.ofDays(29));
        assertThat(gezegd.toString(StandardCharsets.UTF_8))
                .contains("de leveranciers zijn nu niet bekend: de Manager is niet te bereiken. Over 5 minuten");
    }

    @Test
    void tellsThatThereWasNobodyAndWhoIsGone() {
        verder();

        assertThat(gezegd.toString(StandardCharsets.UTF_8))
                .contains("er is geen enkele leverancier", "Stadsbank leverde de vorige keer");
    }
}
