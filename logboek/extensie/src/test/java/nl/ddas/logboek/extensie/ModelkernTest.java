// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Definitions and the model of a log line together.
class ModelkernTest {

    private static final Definitie DDAS = Definitielezer.read(
                    "ddas", Bundled.bytes(Definitielezer.class, "ddas.ldv-ext.yaml"))
            .definitie()
            .orElseThrow();

    private static final JsonObject REGEL =
            Voorbeeldregels.of(DDAS).toList().getFirst().regel();

    private static JsonObject with(String sleutel, String waarde) {
        JsonObject attributes = REGEL.object("attributes").orElseThrow();
        return REGEL.with("attributes", attributes.with(sleutel, waarde));
    }

    private static List<String> judge(JsonObject regel) {
        return switch (new Modelkern().judge(regel)) {
            case Kern.Oordeel.Goed() -> List.of();
            case Kern.Oordeel.Fout(List<Kern.Bezwaar> bezwaren) ->
                bezwaren.stream().map(b -> b.veld() + " " + b.melding()).toList();
        };
    }

    @Test
    @Requirement("EXT-2")
    void ourExampleLinesAreGoodToTheModel() {
        assertThat(Voorbeeldregels.of(DDAS))
                .allSatisfy(voorbeeld -> assertThat(judge(voorbeeld.regel())).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "dpl.ddas.bewaartermijn, P7Y, RETENTION",
        "dpl.core.data_subject_id_type, BSN, data_subject_id_type",
        "dpl.core.foreign_operation_id, 1, dpl.core.foreign_operation_id"
    })
    @Requirement("EXT-2")
    void whatOnlyTheModelSeesIsToldWithItsCode(String sleutel, String waarde, String melding) {
        List<String> bezwaren = judge(with(sleutel, waarde));

        assertThat(bezwaren).isNotEmpty();
        assertThat(String.join("\n", bezwaren)).contains(melding).doesNotContain("P7Y");
    }

    @Test
    void aTimeInSecondsIsSeen() {
        assertThat(judge(REGEL.with("start_time", 1_783_933_200L))).anyMatch(zin -> zin.contains("START_UNIT"));
    }

    @Test
    @Requirement("EXT-33")
    void theLogbookKnowsTheKeysOfEstablishedExtensionsOnly() {
        assertThat(new GeladenExtensies(List.of(DDAS), false).find("dpl.ddas.pagina"))
                .isEmpty();

        GeladenExtensies geladen = new GeladenExtensies(List.of(DDAS), true);
        assertThat(geladen.find("dpl.ddas.pagina")).hasValueSatisfying(soort -> {
            assertThat(soort.detailniveau()).isEqualTo(1);
            assertThat(soort.cijfers()).isFalse();
        });
        assertThat(geladen.find("dpl.ddas.afnemer_oin"))
                .hasValueSatisfying(soort -> assertThat(soort.cijfers()).isTrue());
        assertThat(geladen.find("dpl.ddas.anders")).isEmpty();
        assertThat(geladen.find("dpl.read.externalReadAPI_id")).isEmpty();
    }
}
