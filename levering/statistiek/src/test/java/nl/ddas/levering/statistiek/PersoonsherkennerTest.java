// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.ddas.levering.model.Bsn;
import nl.ddas.levering.model.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersoonsherkennerTest {
    private final Pseudoniem pseudoniem = new Pseudoniem(Bronrecords.GEHEIM);

    private static Client client(String bsn, String geboren, String geslacht, String postcode, String nr, String toev) {
        return new Client(
                tekst(bsn).map(Bsn::new), tekst(geboren), tekst(geslacht), tekst(postcode), tekst(nr), tekst(toev));
    }

    private static Optional<String> tekst(String tekst) {
        return Optional.of(tekst).filter(waarde -> !waarde.equals("-"));
    }

    private Persoonssleutels herken(Client client) {
        return new Persoonsherkenner(BsnModus.STRIKT, pseudoniem).herken(client);
    }

    @ParameterizedTest
    @CsvSource({
        "1980-05-23,Man,2611TV,12,A,true",
        "19800523,M,2611 tv,12A,-,true",
        "23-05-1980,1,' 2611TV ',0012, a ,true",
        "1980-05-23T00:00:00,man,2611TV,12-a,-,true",
        "23/5/1980,Man,2611TV,12,A,true",
        "23.05.1980,Man,2611TV,12,A,true",
        "1980-05-23,F,2611TV,12,A,false",
        "1980-05-24,Man,2611TV,12,A,false",
        "1980-05-23,Vrouw,2611TV,12,A,false",
        "1980-05-23,Man,2611TW,12,A,false",
        "1980-05-23,Man,2611TV,12,B,false",
        "onbekend,Man,2611TV,12,A,false",
        "1980-05-23,Man,2611,12,A,false"
    })
    void theFallbackKeyLooksThroughSpelling(
            String geboren, String geslacht, String postcode, String nummer, String toevoeging, boolean zelfde) {
        Sleutel vast =
                herken(client("-", "1980-05-23", "Man", "2611TV", "12", "A")).persoon();

        Sleutel ander = herken(client("-", geboren, geslacht, postcode, nummer, toevoeging))
                .persoon();

        assertThat(ander.equals(vast)).isEqualTo(zelfde);
    }

    @ParameterizedTest
    @CsvSource({"012345672,true", "12345672,true", "0123.45.672,true", "123456789,false", "000000000,false", "1,false"})
    void aBsnCountsWhenItHasNineDigitsAndPassesTheElfproef(String bsn, boolean telt) {
        assertThat(herken(client(bsn, "-", "-", "-", "-", "-")).bsn().isBekend())
                .isEqualTo(telt);
    }

    @Test
    void noKeyPrintsWhatItCameFrom() {
        Persoonssleutels sleutels = herken(client("012345672", "1980-05-23", "Man", "2611TV", "12", "A"));

        assertThat(sleutels.toString()).doesNotContain("0123", "1980", "2611").contains("Sleutel[***]");
    }

    @Test
    void anotherSecretGivesOtherKeys() {
        Client client = client("012345672", "-", "-", "-", "-", "-");
        byte[] geheim = "fedcba9876543210".getBytes(StandardCharsets.US_ASCII);

        Persoonssleutels anders = new Persoonsherkenner(BsnModus.STRIKT, new Pseudoniem(geheim)).herken(client);

        assertThat(anders.bsn()).isNotEqualTo(herken(client).bsn());
    }
}
