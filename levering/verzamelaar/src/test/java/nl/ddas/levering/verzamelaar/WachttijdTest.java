// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.ddas.basis.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WachttijdTest {

    private static final Instant NU = Instant.parse("2026-11-21T09:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                             | PT0S
            90                            | PT1M30S
            604800                        | P7D
            604801                        | P7D
            999999999                     | P7D
            Sat, 21 Nov 2026 09:05:00 GMT | PT5M
            Sat, 21 Nov 2026 08:00:00 GMT | PT0S
            Fri, 31 Dec 9999 23:59:59 GMT | P7D
            """)
    void isBelievedForAWeekAtMost(String tekst, Duration wacht) {
        assertThat(Wachttijd.lees(Headers.of("Retry-After", tekst), NU)).hasValue(wacht);
    }

    @ParameterizedTest
    @CsvSource({"-1", "1.5", "straks", "9999999999", "''"})
    void saysNothingInAnyOtherForm(String tekst) {
        assertThat(Wachttijd.lees(Headers.of("Retry-After", tekst), NU)).isEqualTo(Optional.empty());
    }
}
