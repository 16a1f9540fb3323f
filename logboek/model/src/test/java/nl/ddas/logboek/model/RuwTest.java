// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A line that is refused can be kept as it came, byte for byte, and be judged again.
class RuwTest {

    @ParameterizedTest
    @EnumSource
    @Requirement("OTLP-4")
    void aLineAloneIsReadAgainAsTheSameLine(Invoervorm vorm) {
        Invoergroep groep = only(vorm, Vormen.good(vorm));
        Invoerregel regel = groep.regels().getFirst();

        Invoergroep again = only(vorm, groep.body(regel).orElseThrow());

        assertThat(again).isEqualTo(groep);
    }

    @Test
    void theMessageOfASpanIsKeptWithWhatWeDoNotKnow() {
        ByteString unknown = ByteString.copyFrom(Vormen.message(out -> out.writeString(900, "later")));
        byte[] span = Proef.span()
                .setTraceId(Proef.bytes("0011"))
                .build()
                .toByteString()
                .concat(unknown)
                .toByteArray();
        Invoergroep groep = only(Invoervorm.OTLP_PROTOBUF, otlp(span));

        assertThat(groep.regels().getFirst().ruw().bytes()).isEqualTo(span);
        assertThat(groep.ruweResource().bytes())
                .isEqualTo(Proef.request().getResourceSpans(0).getResource().toByteArray());
    }

    @Test
    void theTextOfAnObjectIsKeptAsItStoodThere() {
        String odd = "{ \"traceId\" :\"zz\", \"name\":\"caf\\u00e9 \u20ac\",\n \"unknown\": [1.50, {}] }";
        String body = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{},ODD , {}]}],\"resource\": {\"a\" : 1}}]}";

        Invoergroep groep = only(Invoervorm.OTLP_JSON, body.replace("ODD", odd).getBytes(UTF_8));

        assertThat(text(groep.regels().get(0).ruw())).isEqualTo("{}");
        assertThat(text(groep.regels().get(1).ruw())).isEqualTo(odd);
        assertThat(text(groep.regels().get(2).ruw())).isEqualTo("{}");
        assertThat(text(groep.ruweResource())).isEqualTo("{\"a\" : 1}");
        assertThat(new String(groep.body(groep.regels().get(1)).orElseThrow(), UTF_8))
                .contains(odd)
                .contains("{\"a\" : 1}");
    }

    /// The parser reads ahead in pieces, so each line begins and ends somewhere else in a piece.
    @ParameterizedTest
    @EnumSource(names = {"OTLP_JSON", "LDV_JSON"})
    void eachOfManyLinesKeepsItsOwnText(Invoervorm vorm) {
        List<String> lines = IntStream.range(0, 2_000)
                .mapToObj(i -> "{\"name\":\"" + "x".repeat(i % 97) + i + "\"}")
                .toList();
        String array = lines.stream().collect(Collectors.joining(", ", "[", "]"));
        String body = vorm == Invoervorm.LDV_JSON
                ? array
                : "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":" + array + "}]}]}";

        List<Invoerregel> regels = only(vorm, body.getBytes(UTF_8)).regels();

        assertThat(regels).extracting(regel -> text(regel.ruw())).isEqualTo(lines);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("LDV-L4")
    void ofALineThatIsTooLargeTheBeginningIsKept(Invoervorm vorm) {
        byte[] large = large(vorm);
        Invoergroep groep =
                ((Invoer.Gelezen) Proef.read(vorm, body(vorm, large))).groepen().getFirst();

        Invoerregel regel = groep.regels().getFirst();
        assertThat(regel.gebreken()).extracting(Schending::code).containsExactly(Regelcode.LINE_TOO_LARGE);
        assertThat(regel.ruw().isAfgekapt()).isTrue();
        assertThat(regel.ruw().bytes()).isEqualTo(Arrays.copyOf(large, Ruw.GRENS));
        assertThat(groep.body(regel)).isEmpty();
    }

    @Test
    void ofALineThatIsNoLineAllBytesAreKept() {
        byte[] broken = {(byte) 0xff, 1, 2};
        Invoergroep groep = only(Invoervorm.OTLP_PROTOBUF, otlp(broken));

        assertThat(groep.regels().getFirst().ruw().bytes()).isEqualTo(broken);
        assertThat(only(
                        Invoervorm.OTLP_PROTOBUF,
                        groep.body(groep.regels().getFirst()).orElseThrow()))
                .isEqualTo(groep);
    }

    /// What the lenient mode changed is not what came.
    @Test
    void aConvertedLineStillHasWhatCame() {
        String line = Vormen.LDV_JSON
                .replace("\"span_id\": \"0102030405060708\"", "\"span_id\": \"00\"")
                .replace(
                        "\"dpl.core.data_subject_id\":",
                        "\"dpl.core.foreign_operation.trace_id\": \"" + Proef.TRACE
                                + "\", \"dpl.core.data_subject_id\":");

        Toetsuitslag uitslag = Proef.judge(Proef.lenient(), Proef.read(Invoervorm.LDV_JSON, line.getBytes(UTF_8)))
                .getFirst();

        assertThat(text(((Toetsuitslag.Geweigerd) uitslag).regel().ruw())).isEqualTo(line.strip());
    }

    private static String text(Ruw ruw) {
        return new String(ruw.bytes(), UTF_8);
    }

    private static Invoergroep only(Invoervorm vorm, byte[] body) {
        List<Invoergroep> groepen = ((Invoer.Gelezen) Proef.read(vorm, body)).groepen();
        assertThat(groepen).hasSize(1);
        return groepen.getFirst();
    }

    private static byte[] otlp(byte[] span) {
        return body(Invoervorm.OTLP_PROTOBUF, span);
    }

    private static byte[] large(Invoervorm vorm) {
        String long1 = "x".repeat(700_000);
        return switch (vorm) {
            case OTLP_PROTOBUF ->
                Span.newBuilder().setName(long1 + long1).build().toByteArray();
            case LOGBOEK_2024 -> Vormen.message(out -> out.writeString(4, long1 + long1));
            case OTLP_JSON, LDV_JSON -> ("{\"name\":\"" + long1 + "\",\"other\":\"" + long1 + "\"}").getBytes(UTF_8);
        };
    }

    private static byte[] body(Invoervorm vorm, byte[] line) {
        return Ruwbouw.body(vorm, Ruw.whole(resource(vorm)), Ruw.whole(line));
    }

    private static byte[] resource(Invoervorm vorm) {
        return vorm == Invoervorm.OTLP_PROTOBUF
                ? Proef.request().getResourceSpans(0).getResource().toByteArray()
                : new byte[0];
    }
}
