// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtlpSchrijverTest {

    @Test
    void aStoredLineIsJudgedTheSameAgain() {
        Logregel regel = Proef.line(Proef.judge(Proef.span().setFlags(0x300).setTraceState("a=b")));

        Invoer again = Proef.read(Invoervorm.OTLP_PROTOBUF, OtlpSchrijver.write(List.of(regel, regel)));

        assertThat(Proef.judge(Proef.strict(), again)).hasSize(2).allSatisfy(uitslag -> assertThat(Proef.line(uitslag))
                .isEqualTo(regel));
    }

    @Test
    void aLineFromQuarantineIsJudgedTheSameAgain() {
        Span wrong = Proef.span()
                .setTraceId(Proef.bytes("0011"))
                .setDroppedAttributesCount(3)
                .addAttributes(Proef.pair("dpl.x.y", "1"))
                .addAttributes(Proef.pair("dpl.x.y", "2"))
                .build();
        Invoer.Gelezen first = (Invoer.Gelezen)
                Proef.read(Invoervorm.OTLP_PROTOBUF, Proef.request(wrong).toByteArray());

        Invoer again = Proef.read(
                Invoervorm.OTLP_PROTOBUF, OtlpSchrijver.write(first.groepen().getFirst()));

        assertThat(again).isEqualTo(first);
    }
}
