// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AanleverperiodeTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-01-01, 2025-07-01, 2025-12-31
            2026-06-30, 2025-07-01, 2025-12-31
            2026-07-01, 2026-01-01, 2026-06-30
            2026-12-31, 2026-01-01, 2026-06-30
            2028-02-29, 2027-07-01, 2027-12-31
            """)
    @Requirement({"S54", "S55"})
    void withoutDatesTheLastClosedHalfYearIsMeant(LocalDate vandaag, LocalDate start, LocalDate eind) {
        assertThat(Aanleverperiode.laatstAfgeslotenHalfjaar(vandaag)).isEqualTo(new Aanleverperiode(start, eind));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-02-01, '',         2026-02-01, 2026-06-30
            2024-02-01, '',         2024-02-01, 2026-06-30
            2026-08-15, '',         2026-08-15, 2026-12-31
            '',         2026-03-31, 2026-01-01, 2026-03-31
            '',         2026-09-30, 2026-01-01, 2026-09-30
            '',         2024-11-30, 2024-07-01, 2024-11-30
            '',         '',         2026-01-01, 2026-06-30
            2025-01-01, 2025-01-01, 2025-01-01, 2025-01-01
            """)
    @Requirement({"S54", "S55"})
    void oneDateIsCompletedSoThatThePeriodIsPossible(String start, String eind, LocalDate vanaf, LocalDate tot) {
        assertThat(Periodekeuze.van(vraag(start, eind), LocalDate.parse("2026-11-21")))
                .contains(new Aanleverperiode(vanaf, tot));
    }

    @Test
    void anEndBeforeTheStartMeansNoPeriod() {
        assertThat(Periodekeuze.van(vraag("2026-03-01", "2026-02-28"), LocalDate.parse("2026-11-21")))
                .isEmpty();
    }

    @Test
    void cannotBeMadeBackwards() {
        LocalDate dag = LocalDate.parse("2026-03-01");
        assertThatThrownBy(() -> new Aanleverperiode(dag, dag.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-02-28");
    }

    private static Gegevensverzoek vraag(String start, String eind) {
        return new Gegevensverzoek(
                datum(start), datum(eind), Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    private static Optional<LocalDate> datum(String tekst) {
        return tekst.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(tekst));
    }
}
