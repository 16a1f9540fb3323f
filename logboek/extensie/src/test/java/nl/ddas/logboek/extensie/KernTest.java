// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernTest {

    private static final String GOED = """
            {"trace_id": "4bf92f3577b34da6a3ce929d0e0e4736", "span_id": "00f067aa0ba902b7", "status": "Ok",
             "name": "Iets doen", "start_time": 1783933200000, "end_time": 1783933200000,
             "parent_span_id": "53995c3f42cd8ad8", "resource": {"attributes": {"service.name": "x"}},
             "attributes": {"dpl.core.processing_activity_id": "urn:x:1", "dpl.core.data_subject_id": "abc",
               "dpl.core.data_subject_id_type": "BSN", "dpl.core.foreign_operation.processor": "https://x.nl/a"}}""";

    private static List<Kern.Bezwaar> judge(String json) {
        JsonObject regel = JsonReading.of(json.getBytes(UTF_8)) instanceof JsonReading.Read(JsonObject gelezen)
                ? gelezen
                : JsonObject.EMPTY;
        return switch (Kern.eigen().judge(regel)) {
            case Kern.Oordeel.Goed() -> List.of();
            case Kern.Oordeel.Fout(List<Kern.Bezwaar> bezwaren) -> bezwaren;
        };
    }

    @Test
    void aLineWithAllFieldsIsGood() {
        assertThat(judge(GOED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "4bf92f3577b34da6a3ce929d0e0e4736 | 4bf9                             | trace_id",
                "4bf92f3577b34da6a3ce929d0e0e4736 | 00000000000000000000000000000000 | trace_id",
                "00f067aa0ba902b7                 | 0000000000000000                 | span_id",
                "53995c3f42cd8ad8                 | xyz                              | parent_span_id",
                "\"Ok\"                           | \"NOK\"                          | status",
                "Iets doen                        | ``                               | name",
                "1783933200000, \"end             | 1.5, \"end                       | start_time",
                "\"end_time\": 1783933200000      | \"end_time\": 1                  | end_time",
                "\"attributes\": {\"dpl           | \"attribuut\": {\"dpl            | attribuut",
                "\"urn:x:1\"                      | \"14\"                           | dpl.core.processing_activity_id",
                "dpl.core.data_subject_id_type    | dpl.core.data_subject_soort      | dpl.core.data_subject_soort",
                "\"abc\"                          | [\"abc\"]                        | dpl.core.data_subject_id",
                "\"abc\"                          | 201                              | dpl.core.data_subject_id",
                "foreign_operation.processor      | foreign_operation_id             | dpl.core.foreign_operation_id",
                "https://x.nl/a                   | geen adres                       | dpl.core.foreign_operation.processor",
                "\"parent_span_id\": \"53995c3f42cd8ad8\", | ``                      | parent_span_id",
                "{\"attributes\": {\"service      | {\"attrs\": {\"service           | resource"
            })
    void saysWhichFieldIsNotThatOfTheCore(String wat, String erVoor, String veld) {
        String bedorven = GOED.replace(wat, erVoor);
        assertThat(bedorven).isNotEqualTo(GOED);

        assertThat(judge(bedorven)).extracting(Kern.Bezwaar::veld).contains(veld);
    }
}
