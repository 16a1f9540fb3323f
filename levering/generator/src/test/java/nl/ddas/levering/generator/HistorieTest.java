// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import nl.ddas.levering.model.BerichtSchrijver;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The same history, whatever is asked and in whatever order; later deliveries only add.
class HistorieTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Property(tries = 40)
    @Requirement("S103")
    void aLaterDeliveryKeepsWhatWasKnownAndOnlyAdds(
            @ForAll @LongRange(min = 1, max = 1_000_000) long zaad,
            @ForAll @IntRange(min = 46, max = 52) int halfjaar) {
        Leveranciersplan plan = Plannen.enkel(zaad, Leverancierssoort.GEMEENTE, 40, Foutkeuze.GEEN)
                .leveranciers()
                .getFirst();
        Map<String, JsonNode> later = new HashMap<>();
        for (Schuldhulptraject traject : geleverd(zaad, plan, halfjaar + 1)) {
            later.put(sleutel(traject), boom(traject));
        }
        LocalDate eind = LocalDate.ofEpochDay(Dagen.eersteVan(halfjaar + 1) - 1L);
        for (Schuldhulptraject traject : geleverd(zaad, plan, halfjaar)) {
            boolean voorbij = traject.einddatum().filter(e -> !e.isAfter(eind)).isPresent();
            JsonNode nu = later.get(sleutel(traject));
            assertThat(nu == null)
                    .as("gone when it ended in the period, else still there")
                    .isEqualTo(voorbij);
            if (nu != null) {
                assertKept(boom(traject), nu, "");
            }
        }
    }

    /// Everything of `was` is in `nu`: fields stay, lists only grow at the end.
    private static void assertKept(JsonNode was, JsonNode nu, String plaats) {
        if (was.isObject()) {
            was.properties().forEach(veld -> {
                assertThat(nu.has(veld.getKey()))
                        .as(plaats + "/" + veld.getKey())
                        .isTrue();
                assertKept(veld.getValue(), nu.path(veld.getKey()), plaats + "/" + veld.getKey());
            });
        } else if (was.isArray()) {
            for (int i = 0; i < was.size(); i++) {
                assertKept(was.path(i), nu.path(i), plaats + "/" + i);
            }
        } else {
            assertThat(nu.equals(was)).as(plaats + " stays the same").isTrue();
        }
    }

    @Property(tries = 30)
    void nothingIsKnownThatLiesAfterTheDelivery(@ForAll @LongRange(min = 1, max = 1_000_000) long zaad) {
        Leveranciersplan plan = Plannen.enkel(zaad, Leverancierssoort.GEMEENTE, 30, Foutkeuze.GEEN)
                .leveranciers()
                .getFirst();
        for (Schuldhulptraject traject : geleverd(zaad, plan, 51)) {
            List<LocalDate> datums = new ArrayList<>();
            verzamel(boom(traject), datums);
            assertThat(datums).allMatch(d -> !d.isAfter(LocalDate.of(2026, 1, 12)));
        }
    }

    private static void verzamel(JsonNode knoop, List<LocalDate> datums) {
        if (knoop.isString() && knoop.asString().matches("\\d{4}-\\d\\d-\\d\\d")) {
            datums.add(LocalDate.parse(knoop.asString()));
        }
        knoop.forEach(deel -> verzamel(deel, datums));
    }

    @Test
    void theOrderOfAskingDoesNotMatter() {
        Leveranciersplan plan = Plannen.enkel(9, Leverancierssoort.SOFTWARE, 700, Foutkeuze.GEEN)
                .leveranciers()
                .getFirst();
        List<String> eerst = teksten(geleverd(9, plan, 52));
        List<String> vorig = teksten(geleverd(9, plan, 51));
        assertThat(teksten(geleverd(9, plan, 51))).isEqualTo(vorig);
        assertThat(teksten(geleverd(9, plan, 52))).isEqualTo(eerst);
        assertThat(vorig).isNotEqualTo(eerst);
        assertThat(teksten(geleverd(10, plan, 52))).isNotEqualTo(eerst);
    }

    @Test
    void aQuarterIsThePartOfItsHalfYearThatOverlaps() {
        Leveranciersplan plan = Plannen.enkel(9, Leverancierssoort.GEMEENTE, 300, Foutkeuze.GEEN)
                .leveranciers()
                .getFirst();
        Tijdvak kwartaal = Tijdvak.van(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));
        List<Schuldhulptraject> deel = new Generator(9)
                .trajecten(plan, kwartaal)
                .map(Geleverd::traject)
                .toList();
        assertThat(deel)
                .hasSizeBetween(150, 299)
                .allMatch(t -> !t.startdatum().orElseThrow().isAfter(kwartaal.eind()));
    }

    private static List<Schuldhulptraject> geleverd(long zaad, Leveranciersplan plan, int halfjaar) {
        Tijdvak tijdvak = Tijdvak.halfjaar(2000 + halfjaar / 2, halfjaar % 2 + 1);
        return new Generator(zaad)
                .trajecten(plan, tijdvak)
                .map(Geleverd::traject)
                .toList();
    }

    private static String sleutel(Schuldhulptraject traject) {
        return traject.startdatum().orElseThrow() + " "
                + traject.client()
                        .getFirst()
                        .burgerservicenummer()
                        .orElseThrow()
                        .waarde();
    }

    private static List<String> teksten(List<Schuldhulptraject> trajecten) {
        return trajecten.stream()
                .map(t -> new String(BerichtSchrijver.bytes(t), StandardCharsets.UTF_8))
                .toList();
    }

    private static JsonNode boom(Schuldhulptraject traject) {
        return JSON.readTree(BerichtSchrijver.bytes(traject));
    }
}
