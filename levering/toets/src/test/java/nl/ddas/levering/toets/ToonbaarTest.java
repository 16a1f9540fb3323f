// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.ddas.levering.model.Bsn;
import nl.ddas.levering.model.Bsncijfers;
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

    @Property(tries = 300)
    void readsEveryDayThatExists(@ForAll @IntRange(min = -20_000, max = 40_000) int dag) {
        LocalDate datum = LocalDate.ofEpochDay(dag);
        int verwacht = datum.getYear() * 10_000 + datum.getMonthValue() * 100 + datum.getDayOfMonth();
        assertThat(Geboortedag.lees(datum.toString())).isEqualTo(verwacht);
        assertThat(Geboortedag.isJuist(datum.toString())).isTrue();
        assertThat(Geboortedag.lees(datum.toString().replace("-", ""))).isEqualTo(verwacht);
    }

    @ParameterizedTest
    @CsvSource({
        "aanmelding, einddatm, einddatum",
        "client, burgerservicenummer, Burgerservicenummer",
        "schulden, soort, schuldsoort",
        "oplossing, iets heel anders,",
        "nergens, einddatum,"
    })
    void namesTheFieldThatWasMeant(String object, String veld, @org.jspecify.annotations.Nullable String verwacht) {
        assertThat(Veldnamen.suggestie(object, veld)).isEqualTo(Optional.ofNullable(verwacht));
    }
}
