// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.ddas.levering.statistiek.CombineerUitleg.Vraag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombineerUitlegTest {
    private static final Instant NU = Instant.parse("2026-01-10T12:00:00Z");

    private final List<String> regels = new ArrayList<>();

    /// @param id name of the traject in the case
    private CombineerUitleg leguit(String geval, String id) throws Exception {
        CombineerderTest.Geval gekozen = CombineerderTest.gevallen()
                .filter(een -> een.toString().startsWith(geval))
                .findFirst()
                .orElseThrow();
        Map<String, byte[]> bestanden = new LinkedHashMap<>();
        String waar = CombineergangTest.schrijf(gekozen, bestanden).entrySet().stream()
                .filter(plek -> plek.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("nergens.json/leveringen/0/schuldhulptrajecten/0");
        return leguit(gekozen, bestanden, waar.replace(".json/", ".json#/"));
    }

    private CombineerUitleg leguit(CombineerderTest.Geval geval, Map<String, byte[]> bestanden, String plaats)
            throws Exception {
        List<Combineergang.Bestand> namen = new ArrayList<>();
        bestanden.forEach(
                (naam, bytes) -> namen.add(new Combineergang.Bestand(naam, () -> new ByteArrayInputStream(bytes))));
        CombineerUitleg uitleg = new CombineerUitleg(Vraag.lees(plaats).orElseThrow(), regels::add);
        CombineergangTest.gang(geval.instellingen()).combineer(namen, NU, Selectie.ALLE_LEESBARE, uitleg);
        return uitleg;
    }

    @Test
    void explainsTheTrajectThatAPlaceBecameAndNoOther() throws Exception {
        assertThat(leguit("K26", "2024a").isGevonden()).isTrue();

        assertThat(regels).filteredOn(regel -> regel.startsWith("Traject van")).hasSize(1);
        assertThat(regels).contains("3 bronnen:").anyMatch(regel -> regel.startsWith("Betrouwbaarheid "));
        assertThat(String.join("\n", regels)).doesNotContain("100000691");
    }

    @Test
    void tellsWhatTookThePlaceOfAnOlderDelivery() throws Exception {
        assertThat(leguit("K25", "a").isGevonden()).isTrue();

        assertThat(regels.getFirst()).contains("is vervangen door");
        assertThat(regels).filteredOn(regel -> regel.startsWith("Traject van")).hasSize(1);
    }

    @Test
    void tellsWhatWasNoticedAndWhere() throws Exception {
        leguit("K08", "a");

        assertThat(regels)
                .contains("Eén bron:", "Wat opviel:")
                .anyMatch(regel -> regel.startsWith("  C-06: "))
                .anyMatch(regel -> regel.startsWith("    zie ook "));
    }

    @Test
    void saysWhenNothingIsThere() throws Exception {
        assertThat(leguit("K26", "bestaat niet").isGevonden()).isFalse();
        assertThat(regels).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/leveringen/0/schuldhulptrajecten/3, true",
        "/leveringen/0/schuldhulptrajecten/3/intake/startdatum, true",
        "/gegevens/leveringen/1/schuldhulptrajecten/0, true",
        "map/gemeente.json#/leveringen/0/schuldhulptrajecten/3, true",
        "/leveringen/0, false",
        "gemeente.json, false",
        "'', false",
    })
    void readsAPlaceAsTheOtherCommandsPrintIt(String tekst, boolean goed) {
        assertThat(Vraag.lees(tekst).isPresent()).isEqualTo(goed);
    }
}
