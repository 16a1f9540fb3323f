// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

class LeesbeschrijvingTest {

    private final Proeflog.Antwoord document =
            new Proeflog().send("GET", "/lezen/v1/openapi.json", "application/json", "");

    @Test
    @Requirement("READ-6")
    void theDescriptionIsWholeAndRefersToNothingElsewhere() {
        List<String> references = new ArrayList<>();
        collect(document.json(), references);

        assertThat(references).isNotEmpty().allMatch(one -> one.startsWith("#/components/"));
        for (String one : references) {
            JsonObject at = document.json();
            for (String step : one.substring(2).split("/")) {
                at = at.object(step).orElseThrow(() -> new AssertionError(one));
            }
        }
    }

    /// Who reads hears when to come back, and could know so beforehand.
    @Test
    @Requirement("READ-6")
    void anAnswerForLaterIsDescribedWithItsTime() {
        Proeflog log = new Proeflog();
        log.isRegisterStuk = true;
        Proeflog.Antwoord later = log.ask(Proeflog.trace());

        assertThat(later.status()).isEqualTo(503);
        assertThat(later.headers().first("Retry-After")).contains("5");
        assertThat(at("paths", "/processing-activities", "post", "responses", "503")
                        .text("$ref"))
                .contains("#/components/responses/Later");
        assertThat(at("components", "responses", "Later", "headers").object("Retry-After"))
                .isPresent();
    }

    private JsonObject at(String... steps) {
        JsonObject at = document.json();
        for (String step : steps) {
            at = at.object(step).orElseThrow(() -> new AssertionError(step));
        }
        return at;
    }

    private static void collect(JsonValue value, List<String> references) {
        if (value instanceof JsonArray(List<JsonValue> items)) {
            items.forEach(item -> collect(item, references));
        }
        if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> {
                if (name.equals("$ref") && member instanceof JsonText(String text)) {
                    references.add(text);
                }
                collect(member, references);
            });
        }
    }

    @Test
    @Requirement("READ-6")
    void theDescriptionKnowsTheAttributesOfLoadedExtensions() {
        JsonObject schemas = document.json()
                .object("components")
                .flatMap(one -> one.object("schemas"))
                .orElseThrow();
        for (String schema : List.of("ProcessingActivityRequest", "Attributes")) {
            assertThat(schemas.object(schema)
                            .flatMap(one -> one.object("properties"))
                            .flatMap(one -> one.object("dpl.ddas.levering_id"))
                            .flatMap(one -> one.text("description")))
                    .contains("Kenmerk van de levering");
        }
        assertThat(document.text()).contains("\"url\":\"/lezen/v1\"");
    }

    /// Every name that the reader of questions knows, and no other.
    @Test
    @Requirement("READ-6")
    void whatCanBeAskedIsWhatIsDescribed() {
        Proeflog log = new Proeflog();
        JsonObject properties = document.json()
                .object("components")
                .flatMap(one -> one.object("schemas"))
                .flatMap(one -> one.object("ProcessingActivityRequest"))
                .flatMap(one -> one.object("properties"))
                .orElseThrow();

        for (String name : properties.members().keySet()) {
            String text = log.ask(JsonObject.EMPTY.with(name, false)).text();
            assertThat(text).contains("/" + name).doesNotContain("niet bekend");
        }
        assertThat(properties.members()).hasSize(10);
    }
}
