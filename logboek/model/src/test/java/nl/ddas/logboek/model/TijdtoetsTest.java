// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static nl.ddas.logboek.model.Proef.codes;
import static nl.ddas.logboek.model.Proef.judge;
import static nl.ddas.logboek.model.Proef.line;
import static nl.ddas.logboek.model.Proef.span;
import static nl.ddas.logboek.model.Proef.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TijdtoetsTest {

    @Test
    @Requirement({"LDV-F5", "LDV-F6", "LDV-L8"})
    void millisecondsGoOutAndNanosecondsStay() {
        Tijdspanne tijd = line(judge(span().setStartTimeUnixNano(1_764_068_470_669_999_999L)
                        .setEndTimeUnixNano(1_764_068_470_670_000_000L)))
                .tijd();

        assertThat(tijd.startMillis()).isEqualTo(1_764_068_470_669L);
        assertThat(tijd.eindMillis()).isEqualTo(1_764_068_470_670L);
        assertThat(tijd.start()).isEqualTo(1_764_068_470_669_999_999L);
    }

    @Test
    @Requirement("LDV-F6")
    void anActionMayEndWhenItBegins() {
        assertThat(line(judge(span().setEndTimeUnixNano(Proef.START))).tijd())
                .isEqualTo(new Tijdspanne(Proef.START, Proef.START));
    }

    @ParameterizedTest
    @CsvSource({
        "1764068470, looks like seconds",
        "1764068470669, looks like milliseconds",
        "1764068470669000, looks like microseconds"
    })
    @Requirement({"LDV-F5", "LDV-F6"})
    void anotherUnitOfTimeIsRefusedWithAHint(long value, String hint) {
        Toetsuitslag start = judge(span().setStartTimeUnixNano(value));
        Toetsuitslag eind = judge(span().setEndTimeUnixNano(value));

        assertThat(codes(start)).containsExactly(Regelcode.START_UNIT);
        assertThat(codes(eind)).containsExactly(Regelcode.END_UNIT);
        assertThat(violations(start))
                .anySatisfy(one -> assertThat(one.melding()).contains(hint, "nanoseconds"));
    }

    @Test
    @Requirement({"LDV-F5", "LDV-F6"})
    void aLineWithoutBeginOrEndIsRefused() {
        assertThat(codes(judge(span().clearStartTimeUnixNano()))).containsExactly(Regelcode.START_MISSING);
        assertThat(codes(judge(span().clearEndTimeUnixNano()))).containsExactly(Regelcode.END_MISSING);
    }

    @Test
    @Requirement({"LDV-F5", "LDV-F6"})
    void aMomentThatDoesNotFitIsRefused() {
        assertThat(codes(judge(span().setStartTimeUnixNano(-1)))).containsExactly(Regelcode.START_RANGE);
        assertThat(codes(judge(span().setEndTimeUnixNano(-1)))).containsExactly(Regelcode.END_RANGE);
    }

    @Test
    @Requirement({"LDV-F6", "LDV-L4"})
    void anEndBeforeTheBeginIsRefused() {
        assertThat(codes(judge(span().setEndTimeUnixNano(Proef.START - 1))))
                .containsExactly(Regelcode.END_BEFORE_START);
    }

    @Test
    @Requirement("LDV-F6")
    void anEndIsNotInTheFutureButClocksMayDiffer() {
        assertThat(codes(judge(span().setEndTimeUnixNano(nanosFromNow(Duration.ofMinutes(5))))))
                .isEmpty();
        assertThat(codes(judge(span().setEndTimeUnixNano(nanosFromNow(Duration.ofSeconds(301))))))
                .containsExactly(Regelcode.END_IN_FUTURE);
    }

    private static long nanosFromNow(Duration later) {
        return Proef.NU.plus(later).getEpochSecond() * 1_000_000_000;
    }
}
