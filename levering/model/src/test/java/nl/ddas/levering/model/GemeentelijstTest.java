// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GemeentelijstTest {

    private static final Gemeentelijst LIJST = Gemeentelijst.eigen();

    @Test
    void has342GemeentenWithProvincieAndInhabitants() {
        assertThat(LIJST.bestaande()).hasSize(342).allSatisfy(gemeente -> {
            assertThat(gemeente.naam()).isNotBlank();
            assertThat(gemeente.provincie()).isNotBlank();
            assertThat(gemeente.inwoners()).isPositive();
            assertThat(gemeente.opvolger()).isEmpty();
        });
        assertThat(LIJST.bestaande().stream().map(Gemeente::provincie).distinct())
                .hasSize(12);
        assertThat(LIJST.alle()).extracting(Gemeente::code).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatEndedWentToAGemeenteThatExists() {
        assertThat(LIJST.alle().stream().filter(gemeente -> !gemeente.bestaat()))
                .hasSize(18)
                .allSatisfy(gemeente -> assertThat(gemeente.opvolger()
                                .flatMap(opvolger -> LIJST.van(opvolger.nummer()))
                                .map(Gemeente::bestaat)
                                .orElse(gemeente.naam().equals("Haaren")))
                        .isTrue());
    }

    @Test
    void aNewGemeenteStartsWhenTheOldOnesEnd() {
        LIJST.alle().stream().filter(gemeente -> gemeente.vanaf().isPresent()).forEach(nieuw -> assertThat(
                        LIJST.alle().stream().filter(oud -> oud.opvolger().equals(Optional.of(nieuw.code()))))
                .isNotEmpty()
                .allSatisfy(oud -> assertThat(oud.tot()).isEqualTo(nieuw.vanaf())));
    }

    @ParameterizedTest
    @CsvSource({"503,Delft", "457,Weesp", "1979,Eemsdelta"})
    void findsByNumber(int nummer, String naam) {
        assertThat(LIJST.van(nummer).orElseThrow().naam()).isEqualTo(naam);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1", "9999", "10000"})
    void knowsNoOther(int nummer) {
        assertThat(LIJST.van(nummer)).isEmpty();
    }
}
