// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeslachtTest {

    @ParameterizedTest
    @CsvSource({
        "Man, MAN, MAN",
        "m, MAN, MAN",
        "1, MAN, MAN",
        "' mannelijk ', MAN, MAN",
        "Vrouw, VROUW, VROUW",
        "V, VROUW, VROUW",
        "w, VROUW, VROUW",
        "F, VROUW, VROUW",
        "2, VROUW, VROUW",
        "O, ONBEKEND, ONBEKEND",
        "0, ONBEKEND, ONBEKEND",
        "onbekend, ONBEKEND, ONBEKEND",
        "Leeg, LEEG, ONBEKEND",
        "huh, , ONBEKEND"
    })
    void countsAsWhatIsMeant(String tekst, @org.jspecify.annotations.Nullable Geslacht bedoeld, Geslacht geteld) {
        assertThat(Geslacht.bedoeld(tekst)).isEqualTo(Optional.ofNullable(bedoeld));
        assertThat(Geslacht.geteld(tekst)).isEqualTo(geteld);
    }

    @Test
    void theUnknownFitsBothSexes() {
        assertThat(Geslacht.MAN.past(Geslacht.VROUW)).isFalse();
        assertThat(Geslacht.MAN.past(Geslacht.LEEG)).isTrue();
        assertThat(Geslacht.ONBEKEND.past(Geslacht.VROUW)).isTrue();
        assertThat(Geslacht.geteld()).doesNotContain(Geslacht.LEEG);
    }
}
