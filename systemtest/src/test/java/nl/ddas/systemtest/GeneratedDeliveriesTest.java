// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.levering.generator.DemoStelsel;
import nl.ddas.levering.generator.Foutkeuze;
import nl.ddas.levering.generator.Genereer;
import nl.ddas.levering.generator.GenereerConfig;
import nl.ddas.levering.generator.Leveranciersplan;
import nl.ddas.levering.generator.Leverancierssoort;
import nl.ddas.levering.generator.Meelezer;
import nl.ddas.levering.generator.Plannen;
import nl.ddas.levering.generator.Stelsel;
import nl.ddas.levering.generator.Tijdvak;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.Vorige;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Invented deliveries without injected errors give nothing to look at, however they are cut into pages.
class GeneratedDeliveriesTest {

    private static final Tijdvak TIJDVAK = Tijdvak.halfjaar(2026, 1);
    private static final Stelsel STELSEL = DemoStelsel.van(11, 1_500);

    @TempDir
    private static Path map;

    private static List<String> bestanden = List.of();

    @BeforeAll
    static void write() throws IOException {
        bestanden = Genereer.naarMap(new GenereerConfig(STELSEL, TIJDVAK, 70, map), Meelezer.NIEMAND)
                .bestanden();
    }

    static Stream<String> leveranciers() {
        return STELSEL.leveranciers().stream().map(Leveranciersplan::naam);
    }

    private static Leveringcontrole controleer(String naam) throws IOException {
        List<Path> paginas = bestanden.stream()
                .filter(bestand -> bestand.startsWith(naam + "/"))
                .map(map::resolve)
                .toList();
        assertThat(paginas).isNotEmpty();
        return Leveringcontrole.van(paginas, Vorige.GEEN);
    }

    @ParameterizedTest
    @MethodSource("leveranciers")
    @Requirement({"S22", "S76", "S77"})
    void onlySuppliersWithInjectedErrorsHaveFindings(String naam) throws IOException {
        Leveringcontrole controle = controleer(naam);
        boolean goed = STELSEL.leveranciers().stream()
                .filter(plan -> plan.naam().equals(naam))
                .allMatch(plan -> plan.fouten().equals(Foutkeuze.GEEN));

        assertThat(controle.ernstig().isEmpty()).as("%s", controle.ernstig()).isEqualTo(goed);
        assertThat(controle.oordeel().trajecten()).isPositive();
        assertThat(controle.oordeel().status())
                .isEqualTo(naam.equals("kapotsoft") ? Oordeel.Status.AFGEKEURD : Oordeel.Status.GOEDGEKEURD);
    }

    @Test
    void severalSuppliersAreSoundAndSomeAreNot() {
        assertThat(STELSEL.leveranciers())
                .extracting(Leveranciersplan::fouten)
                .filteredOn(Foutkeuze.GEEN::equals)
                .hasSizeGreaterThanOrEqualTo(4)
                .hasSizeLessThan(STELSEL.leveranciers().size());
    }

    @ParameterizedTest
    @EnumSource(Leverancierssoort.class)
    void everyKindOfSupplierIsSoundAsOneFile(Leverancierssoort soort, @TempDir Path hier) throws IOException {
        Stelsel een = Plannen.enkel(5, soort, 300, Foutkeuze.GEEN);
        List<Path> paden =
                Genereer.naarMap(new GenereerConfig(een, TIJDVAK, 0, hier), Meelezer.NIEMAND).bestanden().stream()
                        .map(hier::resolve)
                        .toList();

        assertThat(paden).hasSize(1);
        assertThat(Leveringcontrole.van(paden, Vorige.GEEN).ernstig()).isEmpty();
    }
}
