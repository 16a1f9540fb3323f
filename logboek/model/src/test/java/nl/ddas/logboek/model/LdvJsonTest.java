// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.ddas.logboek.model.Proef.codes;
import static nl.ddas.logboek.model.Proef.judge;
import static nl.ddas.logboek.model.Proef.lenient;
import static nl.ddas.logboek.model.Proef.line;
import static nl.ddas.logboek.model.Proef.strict;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LdvJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Ok\" | \"error\" | STATUS_TEXT | STATUS_FORM",
                "\"Ok\" | \"NOK\" | STATUS_TEXT | STATUS_FORM",
                "\"Ok\" | 2 | STATUS_TEXT | STATUS_FORM",
                "1764068470669 | \"2025-11-25T11:01:10.669Z\" | TIME_TEXT | TIME_FORM",
                "\"00112233445566778899aabbccddeeff\" | \"00112233-4455-6677-8899-aabbccddeeff\" | TRACE_ID_DASHED | TRACE_ID_FORM"
            })
    @Requirement({"LDV-F3", "LDV-F5"})
    void whatExamplesWriteOtherwiseIsChangedWhereThatIsAllowed(
            String good, String other, Ingestvlag flag, Regelcode code) {
        Invoer invoer = read(Vormen.LDV_JSON.replace(good, other));

        assertThat(codes(judge(strict(), invoer).getFirst())).containsExactly(code);
        Logregel regel = line(judge(lenient(), invoer).getFirst());
        assertThat(regel.herkomst().vlaggen()).containsExactly(flag);
        assertThat(regel.tijd()).isEqualTo(new Tijdspanne(Proef.START, Proef.EIND));
        assertThat(regel.traceId().hex()).isEqualTo(Proef.TRACE);
    }

    @ParameterizedTest
    @CsvSource({"1764068470, looks like seconds", "1764068470669000000, looks like nanoseconds"})
    @Requirement("LDV-F5")
    void anotherUnitOfTimeIsRefusedWithAHint(String value, String hint) {
        Toetsuitslag uitslag = one(Vormen.LDV_JSON.replace("1764068470669", value));

        assertThat(codes(uitslag)).containsExactly(Regelcode.START_UNIT);
        assertThat(Proef.violations(uitslag))
                .anySatisfy(one -> assertThat(one.melding()).contains(hint, "milliseconds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1764068470669.5", "-1", "\"gisteren\"", "true", "1e400"})
    @Requirement({"LDV-F5", "LDV-L4"})
    void whatIsNoMomentIsRefused(String value) {
        assertThat(codes(one(Vormen.LDV_JSON.replace("1764068470669", value))))
                .first()
                .isIn(Regelcode.TIME_FORM, Regelcode.START_UNIT);
    }

    @Test
    @Requirement({"LDV-F9", "LDV-F8"})
    void aKeyThatStandsThereTwiceIsSeen() {
        assertThat(codes(one(Vormen.LDV_JSON.replace(
                        "\"dpl.core.data_subject_id\":",
                        "\"dpl.ddas.a\": \"1\", \"dpl.ddas.a\": \"1\", \"dpl.core.data_subject_id\":"))))
                .containsExactly(Regelcode.ATTRIBUTE_DUPLICATE_KEY);
        assertThat(codes(one(Vormen.LDV_JSON.replace(
                        "\"service.version\":", "\"service.name\": \"x\", \"service.version\":"))))
                .containsExactly(Regelcode.RESOURCE_DUPLICATE_KEY);
    }

    @Test
    void namesOf2024AreTaken() {
        String old = Vormen.LDV_JSON
                .replace("\"span_id\"", "\"operation_id\"")
                .replace("\"parent_span_id\"", "\"parent_operation_id\"")
                .replace("\"status\"", "\"status_code\"")
                .replace(
                        "{\"attributes\": {\"service.name\": \"balie\", \"service.version\": \"2.1\"}}",
                        "{\"name\": \"balie\", \"version\": \"2.1\"}");

        assertThat(line(one(old))).isEqualTo(line(one(Vormen.LDV_JSON)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%1$s, %1$s]", "%1$s\n%1$s\n%1$s"})
    void linesComeAloneInAnArrayOrInARow(String shape) {
        List<Toetsuitslag> uitslagen = judge(strict(), read(shape.formatted(Vormen.LDV_JSON)));

        assertThat(uitslagen).isNotEmpty().allSatisfy(one -> assertThat(one).isEqualTo(uitslagen.getFirst()));
        assertThat(((Invoer.Gelezen) read(shape.formatted(Vormen.LDV_JSON))).groepen())
                .hasSize(1);
    }

    @Test
    @Requirement("LDV-F9")
    void valuesOfAllKindsAreRead() {
        String body = Vormen.LDV_JSON.replace(
                "\"dpl.core.data_subject_id\":",
                "\"x\": [1, 2.5, true, null, {\"y\": \"z\"}, 100000000000000000000], \"dpl.core.data_subject_id\":");

        assertThat(line(one(body)).attributes().find("x"))
                .hasValue(new Waarde.Lijst(List.of(
                        new Waarde.Geheel(1),
                        new Waarde.Breuk(2.5),
                        new Waarde.Vlag(true),
                        new Waarde.Leeg(),
                        new Waarde.Groep(List.of(Attribuut.of("y", "z"))),
                        new Waarde.Breuk(1e20))));
    }

    private static Invoer read(String body) {
        return Proef.read(Invoervorm.LDV_JSON, body.getBytes(UTF_8));
    }

    private static Toetsuitslag one(String body) {
        return judge(strict(), read(body)).getFirst();
    }
}
