// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

    private static final String WHOLE = """
            {"subject":{"type":"Organisatie","id":"1","properties":{"rol":"afnemer"}},
             "action":{"name":"ophalen","properties":{"processing_activity_id":"https://voorbeeld.nl/va/1"}},
             "resource":{"type":"Gegevensset","id":"shv"},
             "context":{"time":"2026-07-01T00:00:00Z"}}""";

    @Test
    void readsAQuestionAndWritesItTheSame() {
        JsonObject json = json(WHOLE);
        assertThat(Evaluation.read(json)).isInstanceOfSatisfying(Evaluation.Reading.Good.class, good -> assertThat(
                        good.evaluation().toJson())
                .isEqualTo(json));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"type\":\"Organisatie\"', '\"type\":\"\"', /subject/type",
        "'\"id\":\"1\"', '\"id\":1', /subject/id",
        "'\"name\":\"ophalen\"', '\"naam\":\"ophalen\"', /action/name",
        "'\"type\":\"Gegevensset\"', '\"type\":null', /resource/type",
        "'\"id\":\"shv\"', '\"id\":[]', /resource/id",
        "'\"subject\":', '\"wie\":', /subject/type"
    })
    void namesWhatIsMissing(String part, String instead, String pointer) {
        assertThat(Evaluation.read(json(WHOLE.replace(part, instead))))
                .isEqualTo(new Evaluation.Reading.Wrong(pointer));
    }

    @Test
    void aDecisionWithoutDecisionIsNone() {
        assertThat(Decision.read(json("{\"decision\":\"true\"}"))).isEmpty();
        assertThat(Decision.read(json("{\"decision\":true}")))
                .hasValueSatisfying(said -> assertThat(said.allows()).isTrue());
        assertThat(Decision.deny("geen overeenkomst").allows()).isFalse();
        assertThat(new Decision.Undecided("away").allows()).isFalse();
    }

    static JsonObject json(String text) {
        if (JsonReading.of(text.getBytes(StandardCharsets.UTF_8)) instanceof JsonReading.Read(JsonObject json)) {
            return json;
        }
        throw new AssertionError("expected an object, got " + text);
    }
}
