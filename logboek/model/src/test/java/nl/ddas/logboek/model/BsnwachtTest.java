// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static nl.ddas.logboek.model.Proef.codes;
import static nl.ddas.logboek.model.Proef.judge;
import static nl.ddas.logboek.model.Proef.pair;
import static nl.ddas.logboek.model.Proef.span;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BsnwachtTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456782",
                "999993653",
                "bsn123456782",
                "https://a.nl/personen/123456782/dossier",
                "BSN: 1234.56.782.",
                "123 456 782",
                "nr 123-456-782, klant",
                "123\u00a0456\u00a0782",
                "1234\u201356\u2013782",
                "1 2 3 4 5 6 7 8 2",
                "123-45-6782",
                "2026-11-22 123.456.782",
                "x=123456782&y=1",
                "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0662"
            })
    @Requirement("LDV-L23")
    void findsANumberThatMayBeABsn(String text) {
        assertThat(Bsnwacht.isVerdacht(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456783",
                "1234567820",
                "00000001234567890000",
                "1764068470669",
                "12345678-2abc-4def-8123-123456782abc",
                "00f067aa0ba902b7",
                "00112233445566778899aabbccddeeff",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "2026-11-22",
                "1234-56-82",
                "123.456.782.000",
                "000.123.456.782",
                "123.456-782",
                "12:34:56",
                ""
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(Bsnwacht.isVerdacht(text)).isFalse();
    }

    static Stream<Span.Builder> places() {
        AnyValue.Builder text = AnyValue.newBuilder().setStringValue("nr 123456782");
        return Stream.of(
                span().setName("Dossier 123456782 inzien"),
                span().setStatus(Status.newBuilder().setMessage("123456782 bestaat niet")),
                span().addAttributes(pair("dpl.ddas.x", "123456782")),
                span().addAttributes(pair("dpl.ddas.123456782", "x")),
                span().addAttributes(pair(
                        "dpl.ddas.lijst",
                        AnyValue.newBuilder()
                                .setArrayValue(ArrayValue.newBuilder().addValues(text)))),
                span().addAttributes(pair(
                        "dpl.ddas.lijst",
                        AnyValue.newBuilder()
                                .setArrayValue(ArrayValue.newBuilder()
                                        .addValues(AnyValue.newBuilder()
                                                .setKvlistValue(KeyValueList.newBuilder()
                                                        .addValues(pair(
                                                                "n",
                                                                AnyValue.newBuilder()
                                                                        .setIntValue(123456782)))))))),
                span().addAttributes(pair(
                        "x.bytes", AnyValue.newBuilder().setBytesValue(ByteString.copyFromUtf8("nr 123456782")))),
                span().addAttributes(pair("exception.message", "123456782 bestaat niet")));
    }

    @ParameterizedTest
    @MethodSource("places")
    @Requirement("LDV-L23")
    void aLineWithOneAnywhereIsLookedAt(Span.Builder line) {
        assertThat(judge(line)).isInstanceOf(Toetsuitslag.Quarantaine.class);
        assertThat(codes(judge(line))).contains(Regelcode.BSN_LIKE);
    }

    @Test
    @Requirement("LDV-L23")
    void aTextThatMayHoldNumbersIsLeftAlone() {
        assertThat(codes(judge(span().addAttributes(pair("dpl.ddas.organisatie", "urn:kvk:123456782")))))
                .isEmpty();
        assertThat(codes(judge(span().addAttributes(pair("dpl.ddas.organisatie", "123456782")))))
                .containsExactly(Regelcode.BSN_LIKE);
    }

    /// Against a sum written out in another way.
    @Property
    void theElfproefIsTheElfproef(@ForAll @LongRange(min = 10_000_000, max = 999_999_999) long number) {
        String digits = "%09d".formatted(number);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (i == 8 ? -1 : 9 - i) * (digits.charAt(i) - '0');
        }

        assertThat(Bsnwacht.isBsn(number)).isEqualTo(Math.floorMod(sum, 11) == 0);
    }
}
