// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.ddas.logboek.model.Proef.codes;
import static nl.ddas.logboek.model.Proef.judge;
import static nl.ddas.logboek.model.Proef.line;
import static nl.ddas.logboek.model.Proef.plain;
import static nl.ddas.logboek.model.Proef.span;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.Arrays;
import java.util.Optional;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KerntoetsTest {

    @Test
    @Requirement("LDV-L1")
    void aLineHasAllNineFields() {
        Logregel regel = line(judge(span()));

        assertThat(regel.traceId().hex()).isEqualTo(Proef.TRACE);
        assertThat(regel.spanId().hex()).isEqualTo(Proef.SPAN);
        assertThat(regel.parentSpanId().map(SpanId::hex)).hasValue(Proef.PARENT);
        assertThat(regel.status().tekst()).isEqualTo("Ok");
        assertThat(regel.name()).isEqualTo("Gegevens raadplegen");
        assertThat(regel.tijd()).isEqualTo(new Tijdspanne(Proef.START, Proef.EIND));
        assertThat(regel.resource().attributes().text("service.name")).hasValue("balie");
        assertThat(regel.processingActivityId()).hasValue(Proef.ACTIVITEIT);
        assertThat(regel.dataSubjectId()).hasValue(Proef.PSEUDONIEM);
        assertThat(regel.attributes().alle()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 15, 17, 24, 32, 300})
    @Requirement({"LDV-F1", "LDV-L4"})
    void aTraceIdHasSixteenBytes(int length) {
        assertThat(codes(judge(span().setTraceId(filled(length))))).containsExactly(Regelcode.TRACE_ID_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 9, 16})
    @Requirement({"LDV-F2", "LDV-L4"})
    void aSpanIdHasEightBytes(int length) {
        assertThat(codes(judge(span().setSpanId(filled(length))))).containsExactly(Regelcode.SPAN_ID_LENGTH);
    }

    @Test
    @Requirement({"LDV-F1", "LDV-F2"})
    void anIdIsNotAllZero() {
        assertThat(codes(judge(span().setTraceId(zeros(16))))).containsExactly(Regelcode.TRACE_ID_ZERO);
        assertThat(codes(judge(span().setSpanId(zeros(8))))).containsExactly(Regelcode.SPAN_ID_ZERO);
    }

    @ParameterizedTest
    @CsvSource({"0, Unset", "1, Ok", "2, Error"})
    @Requirement({"LDV-F3", "LDV-L7"})
    void aStatusIsOneOfThreeWords(int code, String word) {
        assertThat(line(judge(span().setStatus(Status.newBuilder().setCodeValue(code))))
                        .status()
                        .tekst())
                .isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 100, -1})
    @Requirement({"LDV-F3", "LDV-L7"})
    void anotherStatusIsNotTakenForUnset(int code) {
        assertThat(codes(judge(span().setStatus(Status.newBuilder().setCodeValue(code)))))
                .containsExactly(Regelcode.STATUS_UNKNOWN);
    }

    @Test
    @Requirement({"LDV-F3", "LDV-L7"})
    void withoutStatusItIsUnset() {
        assertThat(line(judge(span().clearStatus())).status().tekst()).isEqualTo("Unset");
    }

    @Test
    @Requirement("LDV-F3")
    void theTextBesideAStatusIsNotKept() {
        Logregel regel =
                line(judge(span().setStatus(Status.newBuilder().setCodeValue(2).setMessage("persoon niet gevonden"))));

        assertThat(regel.herkomst().vlaggen()).contains(Ingestvlag.STATUS_MESSAGE_DROPPED);
        assertThat(new String(Regelvorm.write(regel), UTF_8)).doesNotContain("persoon niet gevonden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    @Requirement("LDV-F4")
    void anEmptyNameIsFilledAndTheLineMarked(String name) {
        Logregel regel = line(judge(span().setName(name)));

        assertThat(regel.name()).isNotBlank();
        assertThat(regel.herkomst().vlaggen()).containsExactly(Ingestvlag.NAME_FILLED);
    }

    @Test
    @Requirement("LDV-F4")
    void aNameOfThousandsOfCharactersIsLookedAt() {
        assertThat(codes(judge(span().setName("a ".repeat(600))))).containsExactly(Regelcode.NAME_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 9, 16})
    @Requirement({"LDV-F7", "LDV-L4"})
    void aParentHasEightBytes(int length) {
        assertThat(codes(judge(span().setParentSpanId(filled(length))))).containsExactly(Regelcode.PARENT_LENGTH);
    }

    @Test
    @Requirement("LDV-F7")
    void aParentOfZerosIsNone() {
        Logregel regel = line(judge(plain().setParentSpanId(zeros(8))));

        assertThat(regel.parentSpanId()).isEqualTo(Optional.empty());
        assertThat(regel.herkomst().vlaggen()).containsExactly(Ingestvlag.PARENT_ZERO);
    }

    @Test
    @Requirement("LDV-F7")
    void anActionIsNotItsOwnParent() {
        assertThat(codes(judge(span().setParentSpanId(Proef.bytes(Proef.SPAN)))))
                .containsExactly(Regelcode.PARENT_SELF);
    }

    @Test
    void whatIsLongerThanTraceContextAllowsIsNotKept() {
        Logregel regel = line(judge(span().setTraceState("a=" + "b".repeat(600))));

        assertThat(regel.herkomst().traceState()).isEmpty();
        assertThat(regel.herkomst().vlaggen()).containsExactly(Ingestvlag.TRACE_STATE_DROPPED);
    }

    @Test
    void flagsAndTraceStateAreKept() {
        Herkomst herkomst =
                line(judge(span().setFlags(0x301).setTraceState("rojo=1"))).herkomst();

        assertThat(herkomst.flags()).isEqualTo(0x301);
        assertThat(herkomst.isOuderElders()).isTrue();
        assertThat(herkomst.traceState()).isEqualTo("rojo=1");
    }

    private static ByteString filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 7);
        return ByteString.copyFrom(bytes);
    }

    private static ByteString zeros(int length) {
        return ByteString.copyFrom(new byte[length]);
    }
}
