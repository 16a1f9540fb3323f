// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToonbaarTest {

    @ParameterizedTest
    @CsvSource({
        "23-05-1982, 23-05-1982",
        "19820523, 19820523",
        "999990019, *********",
        "x 9999.90.019 y, x *********** y",
        "2611 tv, 2611 tv",
        "1234567, 1234567",
        "12345678901234, **************"
    })
    void hidesWhatCouldBeABsn(String tekst, String verwacht) {
        assertThat(Toonbaar.van(tekst)).isEqualTo(verwacht);
    }

    @Property(tries = 300)
    void noNineDigitsEverComeThrough(@ForAll @IntRange(max = 999_999_999) int bsn, @ForAll String om) {
        String cijfers = String.format(Locale.ROOT, "%09d", bsn);
        assertThat(Toonbaar.van(om + cijfers + om)).doesNotContain(cijfers);
    }

    @Test
    void cutsLongText() {
        assertThat(Toonbaar.van("a".repeat(100))).hasSize(61).endsWith("\u2026");
    }

    @Property(tries = 300)
    void readsBsnAsTheModelDoes(@ForAll @IntRange(max = 999_999_999) int bsn) {
        String cijfers = String.format(Locale.ROOT, "%09d", bsn);
        assertThat(Bsncijfers.elfproef(Bsncijfers.getal(cijfers))).isEqualTo(new Bsn(cijfers).voldoetAanElfproef());
    }

    @Test
    void showsNoCharacterThatSteersATerminalOrTheDirectionOfWriting() {
        assertThat(Toonbaar.van("a\u001b[2J\u0007b\nc\u009bd\u202ee\u200bf\u2028g\u00adh"))
                .isEqualTo("a·[2J·b·c·d·e·f·g·h");
    }

    @Test
    void showsAPointerInFullButNotAName() {
        String pointer = "/leveringen/0/schuldhulptrajecten/24999/client/1/Huisnummertoevoeging";
        assertThat(Toonbaar.pad(pointer)).isEqualTo(pointer);
        assertThat(Toonbaar.pad("/x\u001b[2J/999990019")).isEqualTo("/x·[2J/*********");
        assertThat(Toonbaar.pad("/" + "n".repeat(1_000))).hasSize(301).endsWith("\u2026");
    }
}
