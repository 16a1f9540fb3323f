// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Invoer;
import nl.ddas.logboek.model.Invoervorm;
import nl.ddas.logboek.model.Regelcode;
import nl.ddas.logboek.model.Regeltoets;
import nl.ddas.logboek.model.Schending;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.Toetsuitslag;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;
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
            assertThat(soort.eigenNummer().test("123456782")).isFalse();
        });
        assertThat(geladen.find("dpl.ddas.aanleverende_organisatie")).hasValueSatisfying(soort -> {
            assertThat(soort.eigenNummer().test("urn:kvk:12345678")).isTrue();
            assertThat(soort.eigenNummer().test("123456782")).isFalse();
        });
        assertThat(geladen.find("dpl.ddas.anders")).isEmpty();
        assertThat(geladen.find("dpl.read.externalReadAPI_id")).isEmpty();
    }

    private static Toetsuitslag onLine(String sleutel, String waarde) {
        Regeltoets toets = new Regeltoets(
                Toetsbeleid.STRIKT, new GeladenExtensies(List.of(DDAS), true), Verwerkingsactiviteiten.ONBEKEND);
        try {
            Invoer invoer = Invoervorm.LDV_JSON.read(
                    new ByteArrayInputStream(with(sleutel, waarde).toBytes()), Grenzen.STANDAARD);
            Instant now = Instant.parse("2030-01-01T00:00:00Z");
            return toets.judge(((Invoer.Gelezen) invoer).groepen().getFirst(), now)
                    .getFirst();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What a log that has loaded the extension does with a line.
    @ParameterizedTest
    @CsvSource({
        "dpl.ddas.bericht_soort, iets-anders, EXTENSION_VALUE",
        "dpl.ddas.afnemer_oin, 123, EXTENSION_VALUE",
        "dpl.ddas.bericht_soort, shv-antwoord, EXTENSION_VALUE_MISSING",
        "dpl.ddas.periode_eind, 2025-01-01, EXTENSION_RULE",
        "dpl.ddas.handtekening_kid, sleutel 123456782, BSN_LIKE",
        "dpl.ddas.onbekend, x, NAMESPACE_UNKNOWN"
    })
    @Requirement("LDV-L9")
    void aLineIsJudgedByTheValuesThatADefinitionHas(String sleutel, String waarde, Regelcode code) {
        assertThat(onLine("dpl.ddas.pagina", "1")).isInstanceOf(Toetsuitslag.Quarantaine.class); // of how many pages?
        assertThat(onLine("dpl.ddas.fsc_foutcode", "ERROR_CODE_X")).isInstanceOf(Toetsuitslag.Aangenomen.class);

        Toetsuitslag.Quarantaine held = (Toetsuitslag.Quarantaine) onLine(sleutel, waarde);

        assertThat(held.schendingen()).extracting(Schending::code).contains(code);
        assertThat(held.schendingen().toString()).doesNotContain(waarde.length() > 1 ? waarde : "\"x\"");
    }
}
