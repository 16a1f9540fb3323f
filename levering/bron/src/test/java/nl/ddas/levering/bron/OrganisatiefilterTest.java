// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Organisatie;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisatiefilterTest {

    private static final Organisatie GEMEENTE = new Organisatie(
            Optional.of("Gemeente Voorbeeldstad"),
            Optional.of("27370000"),
            Optional.empty(),
            Optional.of("GM0518"),
            List.of());

    @ParameterizedTest
    @CsvSource(textBlock = """
            Gemeente Voorbeeldstad, true
            gemeente VOORBEELDSTAD, true
            27370000,               true
            518,                    true
            0518,                   true
            GM518,                  true
            GM0518,                 true
            Gemeente Voorbeeld,     false
            27370001,               false
            GM0519,                 false
            Onbekend,               false
            """)
    @Requirement("S56")
    void findsByNameKvkOrGemeentecode(String gevraagd, boolean gevonden) {
        assertThat(new Organisatiefilter(gevraagd).test(GEMEENTE)).isEqualTo(gevonden);
    }

    @ParameterizedTest
    @CsvSource({"Gemeente Voorbeeldstad", "GM0518", "27370000"})
    void findsNothingInAnOrganisationWithoutFields(String gevraagd) {
        assertThat(new Organisatiefilter(gevraagd).test(Organisatie.LEEG)).isFalse();
    }
}
