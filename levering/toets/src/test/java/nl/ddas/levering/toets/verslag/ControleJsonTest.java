// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.levering.toets.ToetsOntvanger;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shape that `docs/nl/json.md` promises.
class ControleJsonTest {

    @TempDir
    private Path map;

    private JsonObject json(String... bestanden) throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        try (ControleJson json = new ControleJson(uit)) {
            for (String bestand : bestanden) {
                ToetsOntvanger ontvanger = json.bestand("map/\"" + bestand.length() + "\".json");
                json.einde(Voorbeeldcontrole.controleer(map, bestand, ontvanger).oordeel());
            }
        }
        assertThat(JsonReading.of(uit.toByteArray())).isInstanceOf(JsonReading.Read.class);
        return (JsonObject) ((JsonReading.Read) JsonReading.of(uit.toByteArray())).value();
    }

    private static List<JsonObject> objecten(JsonObject json, String naam) {
        return json.array(naam).orElseThrow().stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    @Test
    @Requirement("S77")
    void hasTheShapeOfTheGuide() throws IOException {
        JsonObject json = json(Voorbeeldcontrole.MET_FOUTEN, Voorbeeldcontrole.GOED, "geen json");
        List<JsonObject> bestanden = objecten(json, "bestanden");

        assertThat(json.members()).containsOnlyKeys("bestanden");
        assertThat(bestanden).hasSize(3).allSatisfy(bestand -> assertThat(bestand.members())
                .containsOnlyKeys("bestand", "versie", "status", "aantallen", "bevindingen"));
        assertThat(bestanden)
                .extracting(bestand -> bestand.text("status").orElseThrow())
                .containsExactly("AFGEKEURD", "GOEDGEKEURD", "ONLEESBAAR");
        assertThat(bestanden)
                .extracting(bestand -> bestand.text("versie").orElseThrow())
                .containsExactly("v1.0", "v1.0", "onbekend");
        JsonObject aantallen = bestanden.getFirst().object("aantallen").orElseThrow();
        assertThat(aantallen.members().keySet()).containsExactlyInAnyOrder("leveringen", "trajecten", "clienten");
        assertThat(aantallen.whole("clienten")).contains(4L);
        assertThat(objecten(bestanden.get(1), "bevindingen")).isEmpty();
    }

    @Test
    void writesEveryFindingWithItsPlace() throws IOException {
        List<JsonObject> bevindingen = objecten(
                objecten(json(Voorbeeldcontrole.MET_FOUTEN), "bestanden").getFirst(), "bevindingen");
        JsonObject eind = bevindingen.stream()
                .filter(bevinding -> bevinding.text("code").orElseThrow().equals("T-06"))
                .findFirst()
                .orElseThrow();
        long positie = eind.whole("positie").orElseThrow();

        assertThat(bevindingen).allSatisfy(bevinding -> assertThat(bevinding.members())
                .containsOnlyKeys("code", "ernst", "plaats", "regel", "positie", "melding"));
        assertThat(eind.text("ernst")).contains("blokkerend");
        assertThat(eind.text("plaats")).contains("/leveringen/0/schuldhulptrajecten/1/einddatum");
        assertThat(eind.whole("regel")).contains(8L);
        assertThat(Voorbeeldcontrole.MET_FOUTEN.substring((int) positie)).startsWith("\"2026-01-01\"");
        assertThat(bevindingen)
                .extracting(bevinding -> bevinding.text("melding").orElseThrow())
                .anyMatch(melding -> melding.contains("<b>9\"9"));
    }

    @Test
    void leavesTheStreamOfItsCallerOpen() throws IOException {
        boolean[] dicht = new boolean[1];
        OutputStream uit = new ByteArrayOutputStream() {
            @Override
            public void close() {
                dicht[0] = true;
            }
        };
        new ControleJson(uit).close();

        assertThat(dicht[0]).isFalse();
        assertThat(uit).hasToString("{\"bestanden\":[]}\n");
        assertThat(JsonReading.of(uit.toString().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonReading.Read.class)
                .extracting(gelezen -> ((JsonReading.Read) gelezen).value())
                .isInstanceOf(JsonValue.class);
    }
}
