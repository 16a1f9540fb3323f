// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.toets.Ernst;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.verslag.Verwerkingsverslag.Bericht;
import nl.ddas.levering.toets.verslag.Verwerkingsverslag.Goedkeuring;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("S78")
class VerslagJsonTest {

    private static final Arbitrary<Long> AANTAL = Arbitraries.longs().between(0, Long.MAX_VALUE);
    private static final Arbitrary<String> TEKST = Arbitraries.strings()
            .withCharRange(' ', '\u024f')
            .withChars('\u0001', '\n', '"', '\\', '\u2028', '€')
            .ofMaxLength(20);
    private static final Arbitrary<Instant> MOMENT =
            Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
    private static final Arbitrary<LocalDate> DAG =
            Arbitraries.longs().between(0, 40_000).map(LocalDate::ofEpochDay);
    private static final Arbitrary<Map<String, Long>> TELLING =
            Arbitraries.maps(TEKST, AANTAL).ofMaxSize(4);

    private static final Arbitrary<Bericht> BERICHT = Combinators.combine(
                    Arbitraries.integers().greaterOrEqual(1), AANTAL, TEKST, TEKST, MOMENT)
            .as(Bericht::new);
    private static final Arbitrary<Oordeel> OORDEEL = Combinators.combine(
                    Arbitraries.of(Oordeel.Status.class),
                    Arbitraries.of(Versie.class).optional(),
                    AANTAL,
                    AANTAL,
                    AANTAL,
                    AANTAL,
                    TELLING)
            .as(Oordeel::new);
    private static final Arbitrary<Leveringtelling> LEVERING =
            Combinators.combine(TEKST, AANTAL, AANTAL, AANTAL, TELLING).as(Leveringtelling::new);
    private static final Arbitrary<Plaats> PLAATS = Combinators.combine(
                    Arbitraries.oneOf(
                            Arbitraries.just(OptionalInt.empty()),
                            Arbitraries.integers().greaterOrEqual(1).map(OptionalInt::of)),
                    TEKST,
                    AANTAL,
                    AANTAL)
            .as(Plaats::new);
    private static final Arbitrary<Bevindinggroep> GROEP = Combinators.combine(
                    TEKST,
                    Arbitraries.of(Ernst.class),
                    AANTAL,
                    TEKST,
                    TEKST,
                    PLAATS.list().ofMaxSize(5))
            .as(Bevindinggroep::new);
    private static final Arbitrary<Goedkeuring> GOEDKEURING = Arbitraries.oneOf(
            Arbitraries.of(
                    new Goedkeuring.Direct(), new Goedkeuring.Handmatig(Optional.empty()), new Goedkeuring.Geweigerd()),
            MOMENT.map(moment -> new Goedkeuring.Handmatig(Optional.of(moment))),
            MOMENT.map(Goedkeuring.NaTermijn::new));

    @Provide
    Arbitrary<Verwerkingsverslag> verslagen() {
        return Combinators.combine(
                        Combinators.combine(TEKST, TEKST, TEKST, TEKST).as(List::of),
                        Combinators.combine(DAG, DAG).as(List::of),
                        MOMENT.list().ofSize(2),
                        BERICHT.list().ofMaxSize(3),
                        OORDEEL,
                        LEVERING.list().ofMaxSize(3),
                        GROEP.list().ofMaxSize(3),
                        GOEDKEURING)
                .as((teksten, dagen, momenten, berichten, oordeel, leveringen, bevindingen, goedkeuring) ->
                        new Verwerkingsverslag(
                                teksten.get(0),
                                momenten.get(0),
                                teksten.get(1),
                                teksten.get(2),
                                dagen.get(0),
                                dagen.get(1),
                                Optional.of(momenten.get(1)),
                                berichten,
                                teksten.get(3),
                                oordeel,
                                leveringen,
                                bevindingen,
                                goedkeuring));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void readsBackWhatItWrote(@ForAll("verslagen") Verwerkingsverslag verslag) {
        byte[] bytes = VerslagJson.write(verslag).toBytes();

        assertThat(VerslagJson.read(json(bytes))).isEqualTo(verslag);
    }

    private static JsonObject json(byte[] bytes) {
        return (JsonObject) ((JsonReading.Read) JsonReading.of(bytes)).value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vorm",
                "id",
                "gemaakt",
                "verzamelaar",
                "leverancier",
                "startdatum",
                "einddatum",
                "berichten",
                "viruscontrole",
                "oordeel",
                "leveringen",
                "bevindingen",
                "goedkeuring"
            })
    void namesTheFieldThatIsMissing(String veld) {
        JsonObject heel = VerslagJson.write(voorbeeld());
        Map<String, JsonValue> leden = new TreeMap<>(heel.members());
        assertThat(leden.remove(veld)).isNotNull();

        assertThatThrownBy(() -> VerslagJson.read(new JsonObject(leden)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(veld);
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct", "handmatig", "geweigerd"})
    void showsHowApprovalGoesOnThePageToo(String wijze) {
        JsonObject json = VerslagJson.write(voorbeeld()).with("goedkeuring", JsonObject.EMPTY.with("wijze", wijze));
        String pagina = Verslagpagina.render(VerslagJson.read(json));

        assertThat(pagina)
                .contains("Verwerkingsverslag Voorbeeldsoft &lt;4&gt;", "Cliënten", "T-06", "pagina 2, regel 12")
                .contains(
                        switch (wijze) {
                            case "direct" -> "Deze levering wordt direct ingelezen";
                            case "handmatig" -> "Deze levering wacht op uw goedkeuring";
                            default -> "Deze levering is geweigerd";
                        });
        assertThat(pagina.toLowerCase(Locale.ROOT)).doesNotContain("<4>");
    }

    @Test
    void tellsUntilWhenTheSupplierCanApproveInBothForms() {
        JsonObject wijze = JsonObject.EMPTY.with("wijze", "handmatig").with("uiterlijk", "2027-02-19T20:44:38Z");
        Verwerkingsverslag verslag =
                VerslagJson.read(VerslagJson.write(voorbeeld()).with("goedkeuring", wijze));

        assertThat(VerslagJson.write(verslag).object("goedkeuring")).contains(wijze);
        assertThat(Verslagpagina.render(verslag)).contains("Dat kan tot 19 februari 2027, 21:44; daarna vervalt zij.");
    }

    @Test
    void saysWhatItMeansThatNoScannerLooked() {
        Verwerkingsverslag verslag = voorbeeld();

        assertThat(Verslagpagina.render(verslag))
                .contains("niet uitgevoerd", "geen virusscanner ingesteld", "handtekening");
        assertThat(new String(VerslagJson.write(verslag).toBytes(), StandardCharsets.UTF_8))
                .contains("\"viruscontroleToelichting\":\"Bij de ontvanger is geen virusscanner ingesteld");
        JsonObject gescand = VerslagJson.write(verslag).with("viruscontrole", "niets gevonden");
        assertThat(VerslagJson.read(gescand).viruscontroleToelichting()).isEmpty();
    }

    private static Verwerkingsverslag voorbeeld() {
        Plaats plaats = new Plaats(OptionalInt.of(2), "/gegevens/leveringen/0", 12, 300);
        return new Verwerkingsverslag(
                "v-1",
                Instant.parse("2026-07-10T07:05:00Z"),
                "CBS",
                "Voorbeeldsoft <4>",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 6, 30),
                Optional.empty(),
                List.of(new Bericht(1, 100, "ab".repeat(32), "00000001234567890000", Instant.EPOCH)),
                Verwerkingsverslag.GEEN_VIRUSCONTROLE,
                new Oordeel(Oordeel.Status.GOEDGEKEURD, Optional.of(Versie.V1_0), 1, 2, 3, 1, Map.of("T-06", 1L)),
                List.of(new Leveringtelling("Gemeente Delft", 2, 1, 3, Map.of("GM0503", 2L))),
                List.of(new Bevindinggroep("T-06", Ernst.BLOKKEREND, 1, "melding", "advies", List.of(plaats))),
                new Goedkeuring.NaTermijn(Instant.parse("2026-07-20T00:00:00Z")));
    }
}
