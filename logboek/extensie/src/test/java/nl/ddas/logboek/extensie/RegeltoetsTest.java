// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Lines judged by definitions; and the JSON Schema made of a definition judges them the same.
class RegeltoetsTest {

    private static final Definitie DDAS = Definitielezer.read(
                    "ddas", Bundled.bytes(Definitielezer.class, "ddas.ldv-ext.yaml"))
            .definitie()
            .orElseThrow();

    private static final JsonObject GOED =
            Voorbeeldregels.of(DDAS).toList().get(1).attributes();

    private static List<String> judge(JsonObject regel) {
        return new Regeltoets(List.of(DDAS), true)
                .judge(regel).stream()
                        .map(bezwaar -> bezwaar.code() + " " + bezwaar.sleutel())
                        .toList();
    }

    private static JsonObject without(String sleutel) {
        JsonObject rest = JsonObject.EMPTY;
        for (var lid : GOED.members().entrySet()) {
            rest = lid.getKey().equals("dpl.ddas." + sleutel) ? rest : rest.with(lid.getKey(), lid.getValue());
        }
        return rest;
    }

    private static JsonObject with(String sleutel, String waarde) {
        return GOED.with("dpl.ddas." + sleutel, waarde);
    }

    @Test
    void aGoodLineIsGood() {
        assertThat(judge(GOED)).isEmpty();
        assertThat(judge(JsonObject.EMPTY)).isEmpty();
        assertThat(judge(JsonObject.EMPTY.with("exception.type", "x").with("dpl.core.data_subject_id", "x")))
                .isEmpty();
    }

    @Test
    @Requirement("EXT-33")
    void aConceptIsUsedOnlyWhereThatIsAllowed() {
        List<Regeltoets.Bezwaar> bezwaren = new Regeltoets(List.of(DDAS), false).judge(GOED);

        assertThat(bezwaren).isNotEmpty().allMatch(bezwaar -> bezwaar.code() == Regeltoets.Code.NIET_VASTGESTELD);
        Definitie vast = Proefdefinitie.of("proef", "iets").read().definitie().orElseThrow();
        assertThat(new Regeltoets(List.of(vast), false).judge(JsonObject.EMPTY.with("dpl.proef.iets", "x")))
                .isEmpty();
    }

    static Stream<JsonObject> fout() {
        return Stream.of(
                with("bericht_soort", "iets-anders"),
                with("levering_id", "geen uuid"),
                with("periode_start", "1 januari"),
                with("totaal_paginas", "drie"),
                with("afnemer_oin", "123"),
                with("fsc_foutcode", "fout"),
                with("onbekend", "x"),
                without("bericht_soort"),
                without("levering_id"),
                without("totaal_paginas"),
                without("aantal_trajecten"),
                GOED.with("dpl.ddas.pagina", 1),
                GOED.with("dpl.ddas.aanleverende_organisatie", "GM0503"),
                GOED.with("dpl.ddas.aanleverende_organisatie", JsonArray.ofTexts(List.of("Delft"))),
                with("handtekening_kid", "x".repeat(4097)));
    }

    @ParameterizedTest
    @MethodSource("fout")
    void aBadLineIsBadToTheSchemaToo(JsonObject regel) {
        assertThat(judge(regel)).isNotEmpty();
        assertThat(schema(regel)).isFalse();
    }

    @Test
    void aGoodLineIsGoodToTheSchemaToo() {
        Voorbeeldregels.of(DDAS)
                .forEach(regel -> assertThat(schema(regel.attributes())).isTrue());
        assertThat(schema(JsonObject.EMPTY)).isTrue();
        assertThat(schema(JsonObject.EMPTY.with("dpl.read.externalReadAPI_id", "x")))
                .isTrue();
    }

    private static boolean schema(JsonObject regel) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(Attributenschema.of(List.of(DDAS)).toBytes(), UTF_8));
        return schema.validate(
                        new String(regel.toBytes(), UTF_8),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bericht_soort, iets-anders, WAARDE",
        "onbekend, x, ONBEKENDE_SLEUTEL",
        "handtekening_kid, 999990019, LIJKT_OP_BSN",
        "periode_eind, 2025-01-01, KRUISREGEL",
        "pagina, '4', KRUISREGEL"
    })
    void saysWhichKeyAndWhyButNeverItsValue(String sleutel, String waarde, Regeltoets.Code code) {
        List<Regeltoets.Bezwaar> bezwaren = new Regeltoets(List.of(DDAS), true).judge(with(sleutel, waarde));

        assertThat(bezwaren).extracting(Regeltoets.Bezwaar::code).contains(code);
        assertThat(bezwaren.toString()).doesNotContain(waarde.length() > 1 ? waarde : "\"4\"");
    }

    /// What was seen in lines of others: two spellings of a namespace, a key of the core below it, nobody's key.
    @Test
    void linesThatMixNamespacesAreSeenThrough() {
        Definitie objects =
                Proefdefinitie.of("objects", "algorithm_id").read().definitie().orElseThrow();
        JsonObject regel = JsonObject.EMPTY
                .with("dpl.objects.algorithm_id", "x")
                .with("dpl.object.algorithm_id", "x")
                .with("dpl.objects.processing_activity_id", "14")
                .with("dpl.objects", "x");

        assertThat(new Regeltoets(List.of(objects), true).judge(regel))
                .extracting(bezwaar -> bezwaar.code() + " " + bezwaar.sleutel())
                .containsExactly(
                        "ONBEKENDE_NAAMRUIMTE dpl.object.algorithm_id",
                        "ONBEKENDE_SLEUTEL dpl.objects.processing_activity_id",
                        "ONBEKENDE_NAAMRUIMTE dpl.objects");
    }

    @Test
    void keysOfNobodyAreSeen() {
        assertThat(judge(JsonObject.EMPTY.with("status", "x").with("dpl.iets.anders", "x")))
                .containsExactly("KALE_SLEUTEL status", "ONBEKENDE_NAAMRUIMTE dpl.iets.anders");
    }
}
