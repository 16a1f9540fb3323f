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
import java.util.HexFormat;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
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
                "0123456782",
                "000123456782",
                "klantdossierinzienvoorbalie123456782",
                "ditiseenheellangwoord123456782metletterseromheen",
                "https://a.nl/zoekresultatenvanverzoeken123456782",
                "zzzzzzzzzzzzzzz123456782zzzzzzzzzz",
                "123456782abcdefg",
                "deadbeef123456782",
                "1234\u00ad56782",
                "123\u200b456\u200b782",
                "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff12",
                "\ud835\udfcf\ud835\udfd0\ud835\udfd1\ud835\udfd2\ud835\udfd3\ud835\udfd4\ud835\udfd5\ud835\udfd6\ud835\udfd0",
                "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0662",
                "\ud83a\udd51\ud83a\udd52\ud83a\udd53\ud83a\udd54\ud83a\udd55\ud83a\udd56\ud83a\udd57\ud83a\udd58\ud83a\udd52",
                "1\ufe0f23456\ufe0f782",
                "1\u20e32\u20e33\u20e3456782"
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
                "00000001123456782000",
                "20261122123456782",
                "0000123456782",
                "abcdef0123456782",
                "abcdef123456782abcdef123",
                "ABCDEF123456782ABCDEF123",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-a123456782b7b7b7-01",
                "da39a3ee123456782bfef95601890afd80709abc",
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

    /// Else one line in so many would be put apart for the id that it needs.
    @Property
    @Requirement("LDV-L23")
    void noIdOrDigestIsTakenForABsn(@ForAll @Size(value = 32) byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);

        assertThat(Bsnwacht.isVerdacht(hex)).isFalse();
        assertThat(Bsnwacht.isVerdacht(hex.substring(0, 32))).isFalse();
        assertThat(Bsnwacht.isVerdacht("span " + hex.substring(0, 16))).isFalse();
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
