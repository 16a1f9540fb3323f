// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What findings say about dates of birth and names of fields.
class VeldnamenTest {

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
