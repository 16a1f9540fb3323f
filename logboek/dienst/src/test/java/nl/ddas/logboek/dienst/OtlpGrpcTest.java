// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static nl.ddas.logboek.dienst.LogregelsContract.ALLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.model.OtlpSchrijver;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// OTLP over gRPC, on mutual TLS.
class OtlpGrpcTest {

    private static final String OIN = "00000099000000003000";
    private static final Houder HOUDER = new Houder(OIN);

    @TempDir
    private static Path folder;

    private static Tls server;
    private static Tls sender;

    @BeforeAll
    static void issue() {
        Certificaten authority = Certificaten.in(folder);
        server = authority.of(Certificaten.SERVER);
        sender = authority.of(OIN);
    }

    private static GeheugenLogregels memory() {
        return new GeheugenLogregels(new SecureRandom());
    }

    private static Stand stand(Logregels regels) {
        return new Stand(regels, server, Certificaten.houders());
    }

    private static byte[] lines(int... numbers) {
        return OtlpSchrijver.write(Arrays.stream(numbers).mapToObj(Regels::line).toList());
    }

    private static Grpcclient.Answer export(Stand stand, byte[] body, Map<String, String> headers) {
        try (Grpcclient client = new Grpcclient(stand.grpc(), sender)) {
            return client.call(OtlpGrpc.ADRES, body, headers);
        }
    }

    /// Nothing of ours on the sending side.
    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    @Requirement({"LDV-L20", "OTLP-1", "OTLP-2", "LDV-L2", "LDV-L19"})
    void theExporterOfOpenTelemetryWritesHere(String compression) {
        try (Stand stand = stand(memory());
                OtlpGrpcSpanExporter exporter = OtlpGrpcSpanExporter.builder()
                        .setEndpoint(stand.grpc().toString())
                        .setCompression(compression)
                        .setTrustedCertificates(Certificaten.anchors(sender))
                        .setClientTls(Certificaten.key(sender.key()), Certificaten.chain(sender))
                        .build();
                SdkTracerProvider provider = SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build()) {
            Span span = provider.get("test")
                    .spanBuilder("Inzien")
                    .setAttribute("dpl.core.processing_activity_id", "https://a.nl/7")
                    .setStartTimestamp(Instant.parse("2026-11-22T12:00:00Z"))
                    .startSpan();
            span.end(Instant.parse("2026-11-22T12:00:01Z"));
            provider.forceFlush().join(30, TimeUnit.SECONDS);

            assertThat(stand.regels.search(HOUDER, ALLES).regels())
                    .singleElement()
                    .satisfies(line -> assertThat(line.spanId().hex())
                            .isEqualTo(span.getSpanContext().getSpanId()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Requirement({"OTLP-1", "OTLP-3"})
    void fullSuccessSaysNothing(boolean isEmpty) {
        try (Stand stand = stand(memory())) {
            Grpcclient.Answer answer = export(stand, Grpcbericht.write(isEmpty ? new byte[0] : lines(1)), Map.of());

            assertThat(answer.http()).isEqualTo(200);
            assertThat(answer.code()).isZero();
            assertThat(answer.body()).containsExactly(0, 0, 0, 0, 0);
            assertThat(stand.regels.search(HOUDER, ALLES).regels()).hasSize(isEmpty ? 0 : 1);
        }
    }

    @Test
    @Requirement("OTLP-4")
    void partialSuccessTellsWhichLinesWereKeptApart() throws Exception {
        try (Stand stand = stand(memory())) {
            export(stand, Grpcbericht.write(lines(1)), Map.of());
            byte[] body = OtlpSchrijver.write(List.of(Regels.named(Regels.line(1), "Iets anders"), Regels.line(2)));
            Grpcclient.Answer answer = export(stand, Grpcbericht.write(body), Map.of());

            ExportTraceServiceResponse told =
                    ExportTraceServiceResponse.parseFrom(Arrays.copyOfRange(answer.body(), 5, answer.body().length));
            assertThat(answer.code()).isZero();
            assertThat(told.getPartialSuccess().getRejectedSpans()).isOne();
            assertThat(told.getPartialSuccess().getErrorMessage()).contains("CONFLICT");
            assertThat(stand.quarantaine.list(0, 10)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/opentelemetry.proto.collector.logs.v1.LogsService/Export, , , 200, 12",
        ", content-type, application/grpc+json, 415, -1",
        ", content-type, application/x-protobuf, 415, -1",
        ", grpc-encoding, zstd, 200, 12",
        ", grpc-timeout, soon, 200, 13",
        ", :method, PUT, 405, -1",
        ", grpc-encoding, identity, 200, 0",
        ", content-type, application/grpc+proto, 200, 0"
    })
    @Requirement("OTLP-6")
    void callsOfAnotherKindAreRefusedForGood(String path, String header, String value, int http, int code) {
        try (Stand stand = stand(memory());
                Grpcclient client = new Grpcclient(stand.grpc(), sender)) {
            Grpcclient.Answer answer = client.call(
                    path == null ? OtlpGrpc.ADRES : path,
                    Grpcbericht.write(lines(1)),
                    header == null ? Map.of() : Map.of(header, value));

            assertThat(answer.http()).isEqualTo(http);
            assertThat(answer.code()).isEqualTo(code);
            assertThat(answer.trailers().contains("grpc-status-details-bin")).isFalse();
        }
    }

    @Test
    @Requirement({"OTLP-2", "OTLP-6"})
    void bodiesThatAreNoMessageAreRefusedForGood() {
        byte[] good = Grpcbericht.write(lines(1));
        byte[] compressed = good.clone();
        compressed[0] = 1;
        byte[] other = good.clone();
        other[0] = 2;
        byte[] huge = good.clone();
        huge[1] = 0x7F;
        Map<byte[], Integer> bodies = Map.of(
                new byte[0],
                12,
                new byte[] {0, 0},
                13,
                other,
                13,
                compressed,
                13,
                Grpcbericht.write(new byte[] {'{', '}'}),
                3,
                Arrays.copyOf(good, good.length - 1),
                3,
                huge,
                8,
                join(good, good),
                12);
        try (Stand stand = stand(memory());
                Grpcclient client = new Grpcclient(stand.grpc(), sender)) {
            bodies.forEach((body, code) -> {
                Grpcclient.Answer answer = client.call(OtlpGrpc.ADRES, body, Map.of());
                assertThat(answer.code()).as("%s bytes", body.length).isEqualTo(code);
                assertThat(answer.trailers().contains("grpc-status-details-bin"))
                        .isFalse();
            });
            byte[] broken = Stand.gzip(lines(1));
            assertThat(client.call(OtlpGrpc.ADRES, gzipped(Arrays.copyOf(broken, broken.length - 12)), gzip())
                            .code())
                    .isEqualTo(3);
        }
    }

    @Test
    @Requirement({"OTLP-2", "OTLP-5"})
    void aBombIsExhaustionAndFinal() {
        try (Stand stand = stand(memory())) {
            Grpcclient.Answer answer = export(stand, gzipped(Stand.gzip(new byte[70 << 20])), gzip());

            assertThat(answer.code()).isIn(3, 8);
            Grpcclient.Answer large = export(stand, gzipped(Stand.gzip(skipped(70 << 20))), gzip());
            assertThat(large.code()).isEqualTo(8);
            assertThat(large.trailers().contains("grpc-status-details-bin")).isFalse();
        }
    }

    /// A field that nobody knows, of so many bytes.
    private static byte[] skipped(int length) {
        byte[] field = new byte[length + 6];
        field[0] = (byte) ((15 << 3) | 2);
        int rest = length;
        for (int i = 1; i < 6; i++) {
            field[i] = (byte) (i < 5 ? (rest & 0x7F) | 0x80 : rest);
            rest >>>= 7;
        }
        return field;
    }

    private static Map<String, String> gzip() {
        return Map.of("grpc-encoding", "gzip");
    }

    private static byte[] gzipped(byte[] message) {
        byte[] framed = Grpcbericht.write(message);
        framed[0] = 1;
        return framed;
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    @Requirement({"OTLP-5", "LDV-L3"})
    void withoutStoreTheSenderIsToldWhenToSendAgain() throws Exception {
        try (Stand stand = stand(new Kapot())) {
            Grpcclient.Answer answer = export(stand, Grpcbericht.write(lines(1)), Map.of());

            assertThat(answer.code()).isEqualTo(14);
            assertThat(answer.message()).doesNotContain("database");
            assertThat(Retryinfo.read(answer)).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    @Requirement({"OTLP-5", "OTLP-9"})
    void whenTooManyLinesWaitTheSenderIsToldWhenToSendAgain() throws Exception {
        try (Stand stand = stand(Kapot.full())) {
            Grpcclient.Answer answer = export(stand, Grpcbericht.write(lines(1, 2)), Map.of());

            assertThat(answer.code()).isEqualTo(14);
            assertThat(Retryinfo.read(answer)).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    @Requirement("OTLP-5")
    void whoWaitsNoLongerHearsThatItWasTooLate() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        GeheugenLogregels memory = memory();
        try (Stand stand = stand(new Kapot() {
            @Override
            public Boeking add(List<Inboeking> regels) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return memory.add(regels);
            }
        })) {
            Grpcclient.Answer answer = export(stand, Grpcbericht.write(lines(1)), Map.of("grpc-timeout", "100m"));
            release.countDown();

            assertThat(answer.code()).isEqualTo(4);
        }
    }

    @Test
    @Requirement("LDV-L19")
    void aStrangerWritesNothingAndOthersOnlyTheirOwn() {
        try (Stand stand = new Stand(
                memory(), server, chain -> Certificaten.houders().apply(chain).filter(HOUDER::equals))) {
            Tls other = Certificaten.in(folder).of("00000099000000004000");
            try (Grpcclient client = new Grpcclient(stand.grpc(), other)) {
                assertThat(client.call(OtlpGrpc.ADRES, Grpcbericht.write(lines(1)), Map.of())
                                .code())
                        .isEqualTo(7);
            }
            assertThat(export(stand, Grpcbericht.write(lines(1)), Map.of()).code())
                    .isZero();
            assertThat(stand.regels.search(HOUDER, ALLES).regels()).hasSize(1);
            assertThat(stand.regels
                            .search(new Houder("00000099000000004000"), ALLES)
                            .regels())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1H       | 3600000000000
            2M       | 120000000000
            10S      | 10000000000
            250m     | 250000000
            3u       | 3000
            99999999n| 99999999
            """)
    void timesHaveTheUnitsOfGrpc(String text, long nanos) {
        assertThat(OtlpGrpc.timeout(text)).hasValue(Duration.ofNanos(nanos));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "S", "1", "123456789S", "1s", "-1S", "1.5S", " 1S"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(OtlpGrpc.timeout(text)).isEmpty();
    }

    @Test
    void messagesTravelAsPrintableAscii() {
        assertThat(Grpcstatus.percent("100% caf\u00e9\n")).isEqualTo("100%25 caf%C3%A9%0A");
    }
}
