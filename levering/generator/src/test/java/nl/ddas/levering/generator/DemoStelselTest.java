// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStelselTest {

    private static final Tijdvak TIJDVAK = Tijdvak.halfjaar(2026, 1);

    @TempDir
    private Path map;

    @Test
    void allDeliverOnAnotherDayWithinAMonthButOne() {
        List<Leveranciersplan> leveranciers = DemoStelsel.van(1, 600).leveranciers();

        assertThat(leveranciers).extracting(Leveranciersplan::leverdag).doesNotHaveDuplicates();
        assertThat(leveranciers.stream().filter(plan -> plan.leverdag() > 31))
                .extracting(Leveranciersplan::naam)
                .containsExactly("samenwerking");
    }

    @Test
    void theHeaderSaysWhenASupplierDelivers() {
        Leveranciersplan plan = DemoStelsel.van(1, 600).leveranciers().getFirst();

        assertThat(Generator.kop(plan.na(20), TIJDVAK)
                        .aanleverdatumEnTijd()
                        .orElseThrow()
                        .tijdstip())
                .isEqualTo(OffsetDateTime.parse("2026-07-20T09:30:00+02:00"));
        assertThatThrownBy(() -> TIJDVAK.geleverdNa(11)).hasMessageContaining("12 days or more");
    }

    @Test
    void deliveringLaterChangesNothingInTheExtract() {
        Leveranciersplan plan = DemoStelsel.van(1, 600).leveranciers().getFirst();
        Generator generator = new Generator(1);

        assertThat(generator.trajecten(plan.na(90), TIJDVAK).toList())
                .isEqualTo(generator.trajecten(plan.na(12), TIJDVAK).toList());
    }

    @Test
    void whatIsLeftOutOnPurposeIsCounted() throws IOException {
        Stelsel stelsel = DemoStelsel.van(1, 6_000);
        Map<String, Integer> weg = new HashMap<>();
        Genereer.Resultaat resultaat = Genereer.naarMap(new GenereerConfig(stelsel, TIJDVAK, 0, map), new Meelezer() {
            @Override
            public void weggelaten(String leverancier) {
                weg.merge(leverancier, 1, Integer::sum);
            }
        });
        Generator generator = new Generator(stelsel.zaad());
        long alle = stelsel.leveranciers().stream()
                .mapToLong(plan -> generator.aantal(plan, TIJDVAK))
                .sum();

        assertThat(resultaat.weggelaten()).isPositive();
        assertThat(resultaat.trajecten() + resultaat.weggelaten()).isEqualTo(alle);
        assertThat(weg).containsOnlyKeys("slordigsoft");
    }
}
