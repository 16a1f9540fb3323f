// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a stranger can make us do is bounded.
class GrenzenTest {

    private static final Grenzen KLEIN = new Grenzen(10_000, 3, 30, 2, 4_000);

    @ParameterizedTest
    @EnumSource
    @Requirement("OTLP-2")
    void aCompressedBodyIsRead(Invoervorm vorm) throws IOException {
        assertThat(((Invoer.Gelezen) gunzip(vorm, gzip(Vormen.good(vorm)), Grenzen.STANDAARD)).aantal())
                .isEqualTo(1);
    }

    /// A gigabyte of spaces or zeros in a megabyte: read as it unpacks, and left at the limit.
    @ParameterizedTest
    @EnumSource
    @Requirement("OTLP-2")
    void aBombIsLeftAtTheLimit(Invoervorm vorm) throws IOException {
        byte[] bomb = bomb(vorm);

        assertThat(bomb.length).isLessThan(2_000_000);
        assertThat(gunzip(vorm, bomb, Grenzen.STANDAARD)).isEqualTo(new Invoer.Onleesbaar(Invoer.Reden.TE_GROOT));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("OTLP-6")
    void whatIsNotGzipIsUnreadable(Invoervorm vorm) throws IOException {
        byte[] good = gzip(Vormen.good(vorm));

        for (byte[] bad : List.of(new byte[0], "{}".getBytes(UTF_8), Arrays.copyOf(good, good.length / 2))) {
            assertThat(gunzip(vorm, bad, Grenzen.STANDAARD)).isEqualTo(new Invoer.Onleesbaar(Invoer.Reden.COMPRESSIE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatBreaksIsNotTheSendersFault(Invoervorm vorm) {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("line cut");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> vorm.read(broken, Grenzen.STANDAARD))
                .isInstanceOf(IOException.class)
                .hasMessage("line cut");
    }

    @Test
    void tooManyLinesAreRefused() throws IOException {
        Span[] four = {
            Proef.plain().build(),
            Proef.plain().build(),
            Proef.plain().build(),
            Proef.plain().build()
        };

        assertThat(Invoervorm.OTLP_PROTOBUF.read(
                        new ByteArrayInputStream(Proef.request(four).toByteArray()), KLEIN))
                .isEqualTo(new Invoer.Onleesbaar(Invoer.Reden.TE_VEEL));
    }

    @Test
    void tooManyValuesAreRefused() throws IOException {
        Span.Builder span = Proef.plain();
        for (int i = 0; i < 40; i++) {
            span.addAttributes(Proef.pair("", ""));
        }

        assertThat(Invoervorm.OTLP_PROTOBUF.read(
                        new ByteArrayInputStream(Proef.request(span.build()).toByteArray()), KLEIN))
                .isEqualTo(new Invoer.Onleesbaar(Invoer.Reden.TE_VEEL));
    }

    @Test
    @Requirement("LDV-L4")
    void aLineThatIsTooLargeIsRefusedAloneWithoutBeingRead() throws IOException {
        Span large = Proef.plain().setName("x".repeat(5_000)).build();

        Invoer invoer = Invoervorm.OTLP_PROTOBUF.read(
                new ByteArrayInputStream(
                        Proef.request(large, Proef.plain().build()).toByteArray()),
                KLEIN);

        List<Toetsuitslag> uitslagen = Proef.judge(Proef.strict(), invoer);
        assertThat(Proef.codes(uitslagen.get(0))).containsExactly(Regelcode.LINE_TOO_LARGE);
        assertThat(uitslagen.get(1)).isInstanceOf(Toetsuitslag.Aangenomen.class);
    }

    @Test
    @Requirement("LDV-L4")
    void aValueThatIsTooDeepMakesTheLineWrong() {
        AnyValue.Builder deep = AnyValue.newBuilder().setStringValue("x");
        for (int i = 0; i < 9; i++) {
            deep = AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(deep.build()));
        }

        assertThat(Proef.codes(Proef.judge(Proef.span().addAttributes(Proef.pair("dpl.ddas.x", deep)))))
                .containsExactly(Regelcode.VALUE_TOO_DEEP);
    }

    @Test
    void nestingWithoutEndIsNotFollowed() {
        byte[] json = ("{\"x\":" + "[".repeat(50_000)).getBytes(UTF_8);
        ByteString proto = ByteString.EMPTY;
        for (int i = 0; i < 5_000; i++) {
            proto = nested(proto);
        }

        assertThat(Proef.read(Invoervorm.OTLP_JSON, json)).isEqualTo(new Invoer.Onleesbaar(Invoer.Reden.VORM));
        assertThat(Proef.read(Invoervorm.LDV_JSON, json)).isEqualTo(new Invoer.Onleesbaar(Invoer.Reden.VORM));
        Span.Builder span = Proef.span();
        byte[] attribute = Vormen.message(out -> out.writeString(1, "dpl.ddas.x"));
        ByteString pair = ByteString.copyFrom(attribute).concat(tagged(2, proto));
        byte[] bytes = span.build().toByteString().concat(tagged(9, pair)).toByteArray();
        byte[] request = Vormen.message(out -> out.writeByteArray(
                1,
                Vormen.message(
                        group -> group.writeByteArray(2, Vormen.message(scope -> scope.writeByteArray(2, bytes))))));
        assertThat(Proef.codes(Proef.judge(Proef.strict(), Proef.read(Invoervorm.OTLP_PROTOBUF, request))
                        .getFirst()))
                .containsExactly(Regelcode.LINE_UNREADABLE);
    }

    /// Two bytes a group: 32 million of them in a body that is not too large.
    @Test
    @Requirement("LDV-L4")
    void groupsWithNothingInThemAreCountedToo() {
        byte[] proto = new byte[400_000];
        for (int i = 0; i < proto.length; i += 2) {
            proto[i] = 0x0a;
        }
        byte[] json = ("{\"resourceSpans\":[" + "{},".repeat(200_000) + "{}]}").getBytes(UTF_8);

        assertThat(Proef.read(Invoervorm.OTLP_PROTOBUF, proto)).isEqualTo(new Invoer.Onleesbaar(Invoer.Reden.TE_VEEL));
        assertThat(Proef.read(Invoervorm.OTLP_JSON, json)).isEqualTo(new Invoer.Onleesbaar(Invoer.Reden.TE_VEEL));
    }

    /// It would stand in each line of its group.
    @Test
    @Requirement("LDV-L4")
    void aResourceThatIsTooLargeIsRefusedWithItsLines() {
        Resource.Builder manyKeys = Resource.newBuilder();
        for (int i = 0; i < 129; i++) {
            manyKeys.addAttributes(Proef.pair("k" + i, "v"));
        }
        Resource.Builder long1 = Resource.newBuilder().addAttributes(Proef.pair("service.name", "x".repeat(16 << 10)));

        for (Resource.Builder resource : List.of(manyKeys, long1)) {
            ExportTraceServiceRequest.Builder request =
                    Proef.request(Proef.span().build()).toBuilder();
            request.getResourceSpansBuilder(0).setResource(resource);
            Toetsuitslag uitslag = Proef.judge(
                            Proef.strict(),
                            Proef.read(Invoervorm.OTLP_PROTOBUF, request.build().toByteArray()))
                    .getFirst();
            assertThat(Proef.codes(uitslag)).containsExactly(Regelcode.RESOURCE_TOO_LARGE);
        }
    }

    /// Half a megabyte of lines that would become gigabytes.
    @ParameterizedTest
    @EnumSource(names = {"OTLP_PROTOBUF", "OTLP_JSON", "LOGBOEK_2024"})
    @Requirement("LDV-L4")
    void aResourceThatWouldStandInManyLinesIsCountedForEach(Invoervorm vorm) {
        String resource = "x".repeat(15_000);
        int lines = 20_000;
        byte[] body =
                switch (vorm) {
                    case OTLP_JSON ->
                        ("{\"resourceSpans\":[{\"resource\":{\"x\":\"" + resource
                                        + "\"},\"scopeSpans\":[{\"spans\":["
                                        + "{},".repeat(lines - 1) + "{}]}]}]}")
                                .getBytes(UTF_8);
                    case LOGBOEK_2024 ->
                        Vormen.message(out -> {
                            out.writeByteArray(1, Vormen.message(in -> in.writeString(1, resource)));
                            empty(out, lines);
                        });
                    case OTLP_PROTOBUF, LDV_JSON ->
                        Vormen.message(out -> out.writeByteArray(1, Vormen.message(group -> {
                            group.writeByteArray(1, Vormen.message(in -> in.writeString(900, resource)));
                            group.writeByteArray(2, Vormen.message(scope -> empty(scope, lines)));
                        })));
                };

        assertThat(Proef.read(vorm, body)).isEqualTo(new Invoer.Onleesbaar(Invoer.Reden.TE_GROOT));
    }

    private static void empty(CodedOutputStream out, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            out.writeByteArray(2, new byte[0]);
        }
    }

    @Test
    @Requirement("LDV-L4")
    void aValueThatIsTooDeepInResourceOrExceptionMakesTheLineWrongToo() {
        AnyValue.Builder deep = AnyValue.newBuilder().setStringValue("x");
        for (int i = 0; i < 9; i++) {
            deep = AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(deep.build()));
        }
        Span.Builder exception = Proef.span()
                .addEvents(Span.Event.newBuilder()
                        .setName("exception")
                        .addAttributes(Proef.pair("exception.message", deep)));
        ExportTraceServiceRequest.Builder resource = Proef.request(Proef.span().build()).toBuilder();
        resource.getResourceSpansBuilder(0).getResourceBuilder().addAttributes(Proef.pair("a", deep));
        String json = "{\"key\":\"a\",\"value\":" + "{\"arrayValue\":{\"values\":[".repeat(10) + "{}" + "]}}".repeat(10)
                + "},";

        assertThat(Proef.codes(Proef.judge(exception))).containsExactly(Regelcode.VALUE_TOO_DEEP);
        assertThat(Proef.codes(only(Invoervorm.OTLP_PROTOBUF, resource.build().toByteArray())))
                .containsExactly(Regelcode.VALUE_TOO_DEEP);
        assertThat(Proef.codes(only(
                        Invoervorm.OTLP_JSON,
                        Vormen.OTLP_JSON
                                .replace("{\"key\": \"service.name\"", json + "{\"key\": \"service.name\"")
                                .getBytes(UTF_8))))
                .containsExactly(Regelcode.VALUE_TOO_DEEP);
        assertThat(Proef.codes(only(
                        Invoervorm.OTLP_JSON,
                        Vormen.OTLP_JSON
                                .replace(
                                        "\"kind\": 2,",
                                        "\"events\":[{\"attributes\":["
                                                + json.replace("\"a\"", "\"exception.message\"")
                                                        .replaceAll(",$", "")
                                                + "],\"name\":\"exception\"}],")
                                .getBytes(UTF_8))))
                .containsExactly(Regelcode.VALUE_TOO_DEEP);
    }

    private static Toetsuitslag only(Invoervorm vorm, byte[] body) {
        return Proef.judge(Proef.strict(), Proef.read(vorm, body)).getFirst();
    }

    /// An `AnyValue` with an `ArrayValue` with this value.
    private static ByteString nested(ByteString inner) {
        return tagged(5, tagged(1, inner));
    }

    private static ByteString tagged(int field, ByteString bytes) {
        return ByteString.copyFrom(Vormen.message(out -> {
                    out.writeTag(field, 2);
                    out.writeUInt32NoTag(bytes.size());
                }))
                .concat(bytes);
    }

    private static Invoer gunzip(Invoervorm vorm, byte[] bytes, Grenzen grenzen) throws IOException {
        return vorm.readGzip(new ByteArrayInputStream(bytes), grenzen);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] bomb(Invoervorm vorm) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 20];
        boolean isJson = vorm == Invoervorm.OTLP_JSON || vorm == Invoervorm.LDV_JSON;
        if (isJson) {
            Arrays.fill(piece, (byte) ' ');
        }
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            if (!isJson) {
                // A field that nobody knows, as long as there is.
                gzip.write(Vormen.message(head -> {
                    head.writeTag(15, 2);
                    head.writeUInt32NoTag(1_000 << 20);
                }));
            }
            for (int i = 0; i < 1_000; i++) {
                gzip.write(piece);
            }
        }
        return out.toByteArray();
    }
}
