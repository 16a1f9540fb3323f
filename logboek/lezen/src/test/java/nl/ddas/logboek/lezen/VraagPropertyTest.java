// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonBool;
import nl.ddas.basis.JsonValue.JsonNull;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.testkit.Requirement;

/// Whatever is asked, the answer is one that is described, and repeats nothing.
class VraagPropertyTest {

    private static final String MARK = "Zq7fluisterwoord";

    private final Proeflog log = new Proeflog();

    @Provide
    Arbitrary<JsonValue> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60).filter(text -> !text.chars().anyMatch(c -> Character.isSurrogate((char) c)))
                        .map(text -> new JsonText(text + MARK)),
                Arbitraries.of(
                        new JsonText("ef4e77b9-b03b-585f-b613-5fcf8d8555fb"),
                        new JsonText("999993653"),
                        new JsonText("BSN"),
                        new JsonText(MARK),
                        new JsonNull(),
                        new JsonBool(true),
                        new JsonNumber("1e400"),
                        new JsonNumber("-0"),
                        new JsonArray(List.of(new JsonText(MARK))),
                        JsonObject.EMPTY.with(MARK, MARK)),
                Arbitraries.longs().map(JsonNumber::of));
    }

    @Provide
    Arbitrary<JsonObject> questions() {
        Arbitrary<String> names = Arbitraries.of(
                "traceId",
                "startTime",
                "endTime",
                "pageSize",
                "pageToken",
                "dpl.core.processing_activity_id",
                "dpl.core.data_subject_id",
                "dpl.core.data_subject_id_type",
                "dpl.core.foreign_operation.processor",
                "dpl.ddas.levering_id",
                "999993653",
                "x/~y");
        return Arbitraries.maps(names, values()).ofMaxSize(6).map(JsonObject::new);
    }

    @Property(tries = 1_000)
    @Requirement({"READ-7", "READ-8"})
    void everyQuestionIsAnsweredAndNoneIsRepeated(@ForAll("questions") JsonObject vraag) {
        Proeflog.Antwoord answer = log.ask(vraag);

        assertThat(answer.status()).isIn(200, 400);
        assertThat(answer.text()).doesNotContain(MARK, "999993653");
        assertThat(answer.status() == 400).isEqualTo(!answer.pointers().isEmpty() || answer.text().contains("ongeldige-vraag"));
    }
}
