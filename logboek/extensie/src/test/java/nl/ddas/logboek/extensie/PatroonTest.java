// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatroonTest {

    @ParameterizedTest
    @CsvSource({"^a+$, aaa, true", "^a+$, aab, false", "a, bab, true"})
    void findsAsJsonSchemaDoes(String patroon, String waarde, boolean past) {
        assertThat(Patroon.of(patroon).orElseThrow().matches(waarde)).isEqualTo(past);
    }

    @ParameterizedTest
    @CsvSource({"(", "[a", "a{2", "'(?<x>a)(?<x>b)'"})
    void refusesWhatIsNoExpression(String patroon) {
        assertThat(Patroon.of(patroon)).isEmpty();
    }

    @Test
    void givesUpOnAnExpressionThatNeverEnds() {
        assertThat(Patroon.of("^(a+)+$").orElseThrow().matches("a".repeat(60) + "b"))
                .isFalse();
        assertThat(Patroon.of("(a|b|ab)*c").orElseThrow().matches("ab".repeat(2000)))
                .isFalse();
        assertThat(Patroon.of("x".repeat(301))).isEmpty();
    }
}
