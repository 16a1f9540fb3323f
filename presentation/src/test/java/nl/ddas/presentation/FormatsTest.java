// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2026-01-31T23:30:00Z | 1 februari 2026, 00:30", "2026-07-31T21:59:00Z | 31 juli 2026, 23:59"})
    void aMomentIsToldByTheClocksOfTheNetherlands(Instant moment, String text) {
        assertThat(Formats.moment(moment)).isEqualTo(text);
    }
}
