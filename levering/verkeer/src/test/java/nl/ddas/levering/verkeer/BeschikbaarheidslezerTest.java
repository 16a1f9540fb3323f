// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.ddas.basis.Settings;
import nl.ddas.basis.SettingsFault;
import nl.ddas.levering.verkeer.Beschikbaarheid.Uren;
import nl.ddas.levering.verkeer.Beschikbaarheid.Venster;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeschikbaarheidslezerTest {

    @TempDir
    private Path map;

    @Test
    void readsWindowsAndExceptions() throws IOException {
        Beschikbaarheid gelezen = lees("""
                vensters: [{dagen: ma-vr, van: "07:00", tot: "24:00"}]
                uitzonderingen: [{datum: 2026-12-25}, {datum: 2026-12-31, tot: "12:00"}]
                """);
        assertThat(gelezen)
                .isEqualTo(new Beschikbaarheid(
                        List.of(new Venster(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), new Uren(420, 1440))),
                        Map.of(
                                LocalDate.parse("2026-12-25"), List.of(),
                                LocalDate.parse("2026-12-31"), List.of(new Uren(0, 720)))));
        assertThat(lees("naam: x")).isEqualTo(Beschikbaarheid.ALTIJD);
    }

    @Test
    void readsDaysInRangesAndLists() {
        assertThat(Beschikbaarheidslezer.dagen("ma-wo, za"))
                .contains(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vensters: [{dagen: vr-ma, van: "07:00", tot: "08:00"}] | vensters[0] | dagen | dagen als ma-vr
            vensters: [{dagen: ma, van: "7 uur", tot: "08:00"}]    | vensters[0] | van | een tijd als "08:30"
            vensters: [{dagen: ma, van: "22:00", tot: "06:00"}]    | vensters[0] | tot | een eind na het begin
            uitzonderingen: [{datum: kerst}]                       | uitzonderingen[0] | datum | een datum
            uitzonderingen: [{datum: 2026-01-01, tot: "25:00"}]    | uitzonderingen[0] | tot | een tijd
            """)
    void saysWhereWhichKeyDoesNotFitAndWhatWasExpected(String tekst, String plaats, String sleutel, String verwacht) {
        assertThatExceptionOfType(SettingsFault.class)
                .isThrownBy(() -> lees(tekst))
                .satisfies(fout -> {
                    assertThat(fout.place()).endsWith("proef.yaml, " + plaats);
                    assertThat(fout.fault())
                            .asInstanceOf(InstanceOfAssertFactories.type(SettingsFault.Fault.Unfit.class))
                            .satisfies(geenPas -> {
                                assertThat(geenPas.key()).isEqualTo(sleutel);
                                assertThat(geenPas.expected()).startsWith(verwacht);
                                assertThat(geenPas.got()).isPresent();
                            });
                });
    }

    private Beschikbaarheid lees(String tekst) throws IOException {
        Path bestand = Files.writeString(map.resolve("proef.yaml"), tekst);
        return Beschikbaarheidslezer.lees(Settings.read("proef", bestand, Map.of()), "vensters");
    }
}
