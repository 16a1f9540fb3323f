// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.ddas.logboek.model.Proef.codes;
import static nl.ddas.logboek.model.Proef.judge;
import static nl.ddas.logboek.model.Proef.lenient;
import static nl.ddas.logboek.model.Proef.line;
import static nl.ddas.logboek.model.Proef.read;
import static nl.ddas.logboek.model.Proef.strict;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpJsonTest {

    /// 32 hexadecimal digits are base64 too, of 24 bytes: who reads them so gets another id.
    @Test
    @Requirement({"LDV-F1", "OTLP-8"})
    void idsAreHexadecimalAndNotBase64() {
        assertThat(line(one(Vormen.OTLP_JSON)).traceId().hex()).isEqualTo(Proef.TRACE);
        assertThat(codes(one(Vormen.OTLP_JSON.replace("00112233445566778899AABBCCDDEEFF", "ABEiM0RVZneImaq7zN3u/w=="))))
                .containsExactly(Regelcode.TRACE_ID_FORM);
        assertThat(codes(one(Vormen.OTLP_JSON.replace("0102030405060708", "AQIDBAUGBwg="))))
                .contains(Regelcode.SPAN_ID_FORM);
    }

    @ParameterizedTest
    @CsvSource({"\"STATUS_CODE_ERROR\"", "\"2\"", "\"Error\""})
    @Requirement("OTLP-8")
    void enumsAreNumbers(String code) {
        assertThat(codes(one(Vormen.OTLP_JSON.replace("{\"code\": 1}", "{\"code\": " + code + "}"))))
                .containsExactly(Regelcode.STATUS_FORM);
    }

    @Test
    @Requirement("OTLP-8")
    void theNameOfAnEnumIsTakenWhereThatIsAllowed() {
        String body = Vormen.OTLP_JSON.replace("{\"code\": 1}", "{\"code\": \"STATUS_CODE_ERROR\"}");

        Logregel regel = line(judge(lenient(), read(Invoervorm.OTLP_JSON, body.getBytes(UTF_8)))
                .getFirst());
        assertThat(regel.status()).isEqualTo(Status.ERROR);
        assertThat(regel.herkomst().vlaggen()).containsExactly(Ingestvlag.STATUS_TEXT);
    }

    @Test
    @Requirement("OTLP-8")
    void namesInSnakeCaseAreUnknown() {
        assertThat(codes(one(Vormen.OTLP_JSON.replace("traceId", "trace_id"))))
                .containsExactly(Regelcode.TRACE_ID_LENGTH);
    }

    @Test
    @Requirement("OTLP-8")
    void wholeNumbersAreTextsOrNumbers() {
        Logregel regel = line(judge(
                        new Regeltoets(Toetsbeleid.STRIKT, Naamruimten.GEEN, Verwerkingsactiviteiten.ONBEKEND),
                        read(
                                Invoervorm.OTLP_JSON,
                                withAttribute("{\"key\": \"a\", \"value\": {\"intValue\": \"-9223372036854775808\"}},"
                                                + "{\"key\": \"b\", \"value\": {\"intValue\": 7}},"
                                                + "{\"key\": \"c\", \"value\": {\"doubleValue\": \"NaN\"}},"
                                                + "{\"key\": \"d\", \"value\": {\"bytesValue\": \"AQI=\"}},"
                                                + "{\"key\": \"e\", \"value\": {\"boolValue\": true}},"
                                                + "{\"key\": \"f\", \"value\": {}},"
                                                + "{\"key\": \"g\", \"value\": {\"kvlistValue\": {\"values\": "
                                                + "[{\"key\": \"h\", \"value\": {\"arrayValue\": {\"values\": "
                                                + "[{\"stringValue\": \"i\"}]}}}]}}},")
                                        .getBytes(UTF_8)))
                .getFirst());

        assertThat(regel.attributes().find("a")).hasValue(new Waarde.Geheel(Long.MIN_VALUE));
        assertThat(regel.attributes().find("b")).hasValue(new Waarde.Geheel(7));
        assertThat(regel.attributes().find("c")).hasValue(new Waarde.Breuk(Double.NaN));
        assertThat(regel.attributes().find("d")).hasValue(new Waarde.Bytes(Octetten.of(new byte[] {1, 2})));
        assertThat(regel.attributes().find("e")).hasValue(new Waarde.Vlag(true));
        assertThat(regel.attributes().find("f")).hasValue(new Waarde.Leeg());
        assertThat(regel.attributes().find("g"))
                .hasValue(new Waarde.Groep(
                        List.of(new Attribuut("h", new Waarde.Lijst(List.of(new Waarde.Tekst("i")))))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": \"Gegevens raadplegen\" | \"name\": 5 | FIELD_TYPE",
                "\"1764068470669000000\" | \"soon\" | TIME_FORM",
                "\"1764068470669000000\" | 1764068470669 | START_UNIT",
                "\"1764068470669000000\" | [1] | TIME_FORM",
                "{\"code\": 1} | 1 | FIELD_TYPE",
                "{\"code\": 1} | {\"code\": 3} | STATUS_UNKNOWN",
                "\"0102030405060708\" | null | SPAN_ID_LENGTH"
            })
    @Requirement({"LDV-L4", "LDV-F5"})
    void aMemberOfTheWrongKindMakesTheLineWrongAndNotTheBody(String good, String bad, Regelcode code) {
        assertThat(codes(one(Vormen.OTLP_JSON.replace(good, bad)))).containsExactly(code);
    }

    @Test
    void anExceptionEventIsLiftedHereToo() {
        String body = Vormen.OTLP_JSON
                .replace("{\"code\": 1}", "{\"code\": 2}")
                .replace(
                        "\"kind\": 2,",
                        "\"events\": [{\"name\": \"exception\", \"attributes\": "
                                + "[{\"key\": \"exception.type\", \"value\": {\"stringValue\": \"X\"}}]}],");

        assertThat(line(one(body)).attributes().text("exception.type")).hasValue("X");
    }

    private static String withAttribute(String attributes) {
        return Vormen.OTLP_JSON.replace(
                "\"attributes\": [\n      {\"key\": \"dpl",
                "\"attributes\": [\n      " + attributes + "{\"key\": \"dpl");
    }

    private static Toetsuitslag one(String body) {
        return judge(strict(), read(Invoervorm.OTLP_JSON, body.getBytes(UTF_8))).getFirst();
    }

    /// One wrong value is one wrong line.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"intValue\": \"12x\"}",
                "{\"intValue\": 1.5}",
                "{\"intValue\": \"18446744073709551615\"}",
                "{\"intValue\": [1]}",
                "{\"stringValue\": 5}",
                "{\"boolValue\": \"true\"}",
                "{\"doubleValue\": \"veel\"}",
                "{\"bytesValue\": \"!\"}",
                "{\"arrayValue\": []}",
                "{\"arrayValue\": {\"values\": [5]}}",
                "{\"kvlistValue\": {\"values\": 5}}",
                "{\"kvlistValue\": {\"values\": [5]}}",
                "5",
                "\"tekst\""
            })
    @Requirement("OTLP-6")
    void aValueOfTheWrongKindMakesItsLineWrongAndNotTheBody(String value) {
        String wrong = "{\"key\": \"dpl.ddas.x\", \"value\": " + value + "},";
        String first = "{\"key\": \"dpl.core.processing_activity_id\"";
        String body = Vormen.OTLP_JSON.replace(first, wrong + first);
        Invoer.Gelezen read = (Invoer.Gelezen) Proef.read(Invoervorm.OTLP_JSON, body.getBytes(UTF_8));

        assertThat(Proef.violations(Proef.judge(Proef.strict(), read).getFirst()))
                .contains(new Schending(Regelcode.FIELD_TYPE, "dpl.ddas.x", ""));
    }

    @Test
    void aWrongValueInTheResourceMakesTheLinesOfItsGroupWrong() {
        String body = Vormen.OTLP_JSON.replace("{\"stringValue\": \"balie\"}", "{\"stringValue\": 7}");

        assertThat(Proef.codes(Proef.judge(Proef.strict(), Proef.read(Invoervorm.OTLP_JSON, body.getBytes(UTF_8)))
                        .getFirst()))
                .containsExactly(Regelcode.FIELD_TYPE);
    }
}
