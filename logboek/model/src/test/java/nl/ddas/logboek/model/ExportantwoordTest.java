// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

class ExportantwoordTest {

    @Test
    @Requirement({"OTLP-3", "OTLP-4"})
    void whenAllWentWellNothingIsSaid() throws InvalidProtocolBufferException {
        Exportantwoord antwoord = answer(Proef.span().build());

        assertThat(antwoord.isGeheel()).isTrue();
        assertThat(ExportTraceServiceResponse.parseFrom(Antwoordvorm.PROTOBUF.write(antwoord))
                        .hasPartialSuccess())
                .isFalse();
        assertThat(new String(Antwoordvorm.JSON.write(antwoord), UTF_8)).isEqualTo("{}");
    }

    @Test
    @Requirement("OTLP-4")
    void whatWasNotStoredIsCountedAndNamedByCode() throws InvalidProtocolBufferException {
        Exportantwoord antwoord = answer(
                Proef.span().build(),
                Proef.span().setTraceId(Proef.bytes("00")).build(),
                Proef.span().addAttributes(Proef.pair("dpl.x.y", "z")).build(),
                Proef.span().setStartTimeUnixNano(1_764_068_470L).build());

        ExportTraceServiceResponse response =
                ExportTraceServiceResponse.parseFrom(Antwoordvorm.PROTOBUF.write(antwoord));
        assertThat(response.getPartialSuccess().getRejectedSpans()).isEqualTo(3);
        assertThat(response.getPartialSuccess().getErrorMessage())
                .isEqualTo("3 of 4 lines were not stored: 0102030405060708: TRACE_ID_LENGTH,"
                        + " 0102030405060708: NAMESPACE_UNKNOWN, 0102030405060708: START_UNIT"
                        + " (looks like seconds, expected nanoseconds)");
        assertThat(new String(Antwoordvorm.JSON.write(antwoord), UTF_8))
                .startsWith("{\"partialSuccess\":{\"rejectedSpans\":\"3\",\"errorMessage\":\"3 of 4 lines");
    }

    @Test
    @Requirement("OTLP-4")
    void atMostTwentyLinesAreNamed() {
        Span wrong = Proef.span().clearSpanId().build();

        Exportantwoord antwoord =
                answer(IntStream.range(0, 1_000).mapToObj(_ -> wrong).toArray(Span[]::new));

        assertThat(antwoord.geweigerd()).isEqualTo(1_000);
        assertThat(antwoord.melding()).endsWith("(no span id): SPAN_ID_LENGTH and 980 more");
        assertThat(Collections.nCopies(1, antwoord.melding()))
                .allSatisfy(melding ->
                        assertThat(melding.split("SPAN_ID_LENGTH", -1)).hasSize(21));
    }

    @Test
    @Requirement("OTLP-6")
    void aRefusalIsAStatusInTheFormOfTheRequest() throws IOException {
        byte[] bytes = Antwoordvorm.PROTOBUF.writeStatus(Antwoordvorm.INVALID_ARGUMENT, "the body is \"bad\"");
        CodedInputStream in = CodedInputStream.newInstance(bytes);

        assertThat(List.of(in.readTag(), in.readInt32(), in.readTag(), in.readString()))
                .isEqualTo(List.of(8, 3, 18, "the body is \"bad\""));
        assertThat(new String(Antwoordvorm.JSON.writeStatus(14, "the body is \"bad\""), UTF_8))
                .isEqualTo("{\"code\":14,\"message\":\"the body is \\\"bad\\\"\"}");
    }

    private static Exportantwoord answer(Span... spans) {
        return Exportantwoord.of(Proef.judge(
                Proef.strict(),
                Proef.read(Invoervorm.OTLP_PROTOBUF, Proef.request(spans).toByteArray())));
    }
}
