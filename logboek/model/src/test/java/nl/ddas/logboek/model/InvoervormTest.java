// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.ddas.logboek.model.Proef.judge;
import static nl.ddas.logboek.model.Proef.lenient;
import static nl.ddas.logboek.model.Proef.line;
import static nl.ddas.logboek.model.Proef.read;
import static nl.ddas.logboek.model.Proef.strict;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The same line in every form, and what only the older forms have.
class InvoervormTest {

    @ParameterizedTest
    @EnumSource
    void theSameLineInEachFormIsTheSameRecord(Invoervorm vorm) {
        Logregel same = line(judge(strict(), read(Invoervorm.OTLP_PROTOBUF, Vormen.good(Invoervorm.OTLP_PROTOBUF)))
                .getFirst());
        List<Toetsuitslag> uitslagen = judge(strict(), read(vorm, Vormen.good(vorm)));

        assertThat(uitslagen).hasSize(1);
        assertThat(line(uitslagen.getFirst())).isEqualTo(same);
        assertThat(Regelvorm.write(line(uitslagen.getFirst()))).isEqualTo(Regelvorm.write(same));
    }

    @ParameterizedTest
    @EnumSource(names = {"OTLP_PROTOBUF", "LOGBOEK_2024", "LDV_JSON"})
    @Requirement("OTLP-3")
    void nothingIsAGoodBody(Invoervorm vorm) {
        assertThat(((Invoer.Gelezen) read(vorm, new byte[0])).aantal()).isZero();
    }

    @Test
    @Requirement("OTLP-3")
    void anEmptyObjectIsAGoodBody() {
        assertThat(((Invoer.Gelezen) read(Invoervorm.OTLP_JSON, "{}".getBytes(UTF_8))).aantal())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}{}", "5", "{\"resourceSpans\": 5}", "{\"resourceSpans\": [5]}", "<a/>"})
    @Requirement("OTLP-6")
    void whatIsNoOtlpJsonIsSaidToBeUnreadable(String body) {
        assertThat(read(Invoervorm.OTLP_JSON, body.getBytes(UTF_8)))
                .isEqualTo(new Invoer.Onleesbaar(Invoer.Reden.VORM));
    }

    /// A parser that guesses takes bodies that begin so for UTF-32, and breaks on them; found by fuzzing.
    @ParameterizedTest
    @EnumSource(names = {"OTLP_JSON", "LDV_JSON"})
    @Requirement("OTLP-6")
    void characterSetsThatDoNotFitAreSaidToBeUnreadable(Invoervorm vorm) {
        for (String odd : List.of("0000007b4432646c0000", "007b000000220000", "00007b0000002200", "feff007b")) {
            assertThat(read(vorm, HexFormat.of().parseHex(odd))).isEqualTo(new Invoer.Onleesbaar(Invoer.Reden.VORM));
        }
        assertThat(read(vorm, "{\"a\":\"\u00e9\"}".getBytes(ISO_8859_1)))
                .isEqualTo(new Invoer.Onleesbaar(Invoer.Reden.VORM));
    }

    @Test
    @Requirement("OTLP-6")
    void aMessageThatBreaksOffIsUnreadable() {
        byte[] whole = Vormen.good(Invoervorm.OTLP_PROTOBUF);

        assertThat(read(Invoervorm.OTLP_PROTOBUF, Arrays.copyOf(whole, whole.length - 3)))
                .isEqualTo(new Invoer.Onleesbaar(Invoer.Reden.VORM));
    }

    @Test
    void oneBrokenLineDoesNotTakeTheOthersAlong() {
        byte[] good = Vormen.operation2024(Proef.PARENT, Vormen::core2024);
        byte[] broken = Vormen.message(out -> out.writeByteArray(4, new byte[] {(byte) 0xff}));

        List<Toetsuitslag> uitslagen =
                judge(strict(), read(Invoervorm.LOGBOEK_2024, Vormen.request2024(good, broken, good)));

        assertThat(uitslagen.get(0)).isInstanceOf(Toetsuitslag.Aangenomen.class);
        assertThat(Proef.codes(uitslagen.get(1))).containsExactly(Regelcode.LINE_UNREADABLE);
        assertThat(uitslagen.get(2)).isInstanceOf(Toetsuitslag.Aangenomen.class);
    }

    @Test
    void theCallerOf2024BecomesAttributeAndParentInTheSameTrace() {
        byte[] same = Vormen.operation2024("", out -> {
            Vormen.core2024(out);
            out.writeByteArray(8, foreign(Proef.TRACE));
        });

        Logregel regel = line(judge(strict(), read(Invoervorm.LOGBOEK_2024, Vormen.request2024(same)))
                .getFirst());

        assertThat(regel.parentSpanId().map(SpanId::hex)).hasValue("2122232425262728");
        assertThat(regel.attributes().text("dpl.core.foreign_operation.processor"))
                .hasValue(Proef.PROCESSOR);
        assertThat(regel.herkomst().vlaggen()).containsExactly(Ingestvlag.FOREIGN_OPERATION);
    }

    @Test
    void theCallerOf2024InAnotherTraceStaysBesideTheLine() {
        byte[] other = Vormen.operation2024("", out -> {
            Vormen.core2024(out);
            out.writeByteArray(8, foreign("ff".repeat(16)));
        });

        Logregel regel = line(judge(strict(), read(Invoervorm.LOGBOEK_2024, Vormen.request2024(other)))
                .getFirst());

        assertThat(regel.parentSpanId()).isEmpty();
        assertThat(regel.herkomst().vreemdeActie().map(actie -> actie.traceId().hex()))
                .hasValue("ff".repeat(16));
    }

    @Test
    void theCallerOf2025IsTakenFromItsAttributesWhereThatIsAllowed() {
        String body = Vormen.LDV_JSON
                .replace("\"parent_span_id\": \"1112131415161718\",", "")
                .replace(
                        "\"dpl.core.data_subject_id\":",
                        "\"dpl.core.foreign_operation.trace_id\": \"" + Proef.TRACE
                                + "\", \"dpl.core.foreign_operation.span_id\": \"2122232425262728\", "
                                + "\"dpl.core.data_subject_id\":");
        Invoer invoer = read(Invoervorm.LDV_JSON, body.getBytes(UTF_8));

        assertThat(Proef.codes(judge(strict(), invoer).getFirst())).contains(Regelcode.CORE_KEY_UNKNOWN);
        Logregel regel = line(judge(lenient(), invoer).getFirst());
        assertThat(regel.parentSpanId().map(SpanId::hex)).hasValue("2122232425262728");
        assertThat(regel.herkomst().vlaggen()).containsExactly(Ingestvlag.FOREIGN_OPERATION);
    }

    private static byte[] foreign(String trace) {
        return Vormen.message(out -> {
            out.writeByteArray(1, HexFormat.of().parseHex(trace));
            out.writeByteArray(2, HexFormat.of().parseHex("2122232425262728"));
            out.writeString(3, Proef.PROCESSOR);
        });
    }
}
