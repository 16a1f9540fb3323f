// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import nl.ddas.basis.SettingsFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeleidLezerTest {

    private static final String GOED = """
            regels:
              - naam: CBS, alles
                organisatie: "00000099000000001000"
                gegeven: alles
                overeenkomst: DDAS-overeenkomst 1.0
                ondertekend: 2026-06-01
                vrijgave-door: college van B en W
                vrijgegeven: 2026-06-15
                van: 2026-07-01
                tot: 2027-07-01
                eigenaar: functionaris gegevensbescherming
            """;

    @TempDir
    private Path map;

    @Test
    void readsARule() throws IOException {
        assertThat(lees(GOED).regels()).singleElement().satisfies(regel -> {
            assertThat(regel.organisatie().value()).isEqualTo("00000099000000001000");
            assertThat(regel.gegeven()).isEqualTo(new Gegeven.AllesWatGeleverdWordt());
            assertThat(regel.overeenkomst().ondertekend()).hasValue(LocalDate.parse("2026-06-01"));
            assertThat(regel.geldigheid().tot()).hasValue(LocalDate.parse("2027-07-01"));
            assertThat(regel.bezwaar(LocalDate.parse("2026-07-01"))).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "gegeven: alles, gegeven: alle, veldgroep intake",
        "gegeven: alles, gegeven: veldgroep naam, veldgroep intake",
        "'00000099000000001000', '123', OIN",
        "van: 2026-07-01, van: 1 juli 2026, 2026-07-01",
        "tot: 2027-07-01, tot: 2026-07-01, na 'van'",
        "eigenaar: functionaris gegevensbescherming, '', eigenaar",
        "overeenkomst: DDAS-overeenkomst 1.0, overeenkomt: DDAS-overeenkomst 1.0, overeenkomst"
    })
    void tellsWhichSettingIsWrong(String was, String wordt, String genoemd) {
        SettingsFault fout = catchThrowableOfType(SettingsFault.class, () -> lees(GOED.replace(was, wordt)));

        assertThat(fout.fault().toString()).contains(genoemd);
    }

    private Beleid lees(String tekst) throws IOException {
        Path bestand = map.resolve("beleid.yaml");
        Files.writeString(bestand, tekst);
        return new BeleidLezer(Set.of("intake", "client")).lees(bestand);
    }
}
