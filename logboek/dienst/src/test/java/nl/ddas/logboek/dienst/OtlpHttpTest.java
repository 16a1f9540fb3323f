// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.ddas.logboek.dienst.LogregelsContract.ALLES;
import static nl.ddas.logboek.dienst.LogregelsContract.CBS;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.ddas.logboek.client.Actie;
import nl.ddas.logboek.client.Activiteit;
import nl.ddas.logboek.client.Betrokkene;
import nl.ddas.logboek.client.Bevestiging;
import nl.ddas.logboek.client.Instelling;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.client.Pseudonimisering;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.OtlpSchrijver;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A log on a socket, and those who write to it.
class OtlpHttpTest {

    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";

    private static Stand stand() {
        return new Stand(new GroepsLogregels(new GeheugenLogregels(new SecureRandom()), 100, 1_000), Optional.of(CBS));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Requirement({"OTLP-1", "OTLP-2", "OTLP-3", "LDV-L1", "LDV-L20"})
    void linesInProtobufAreStored(boolean isGzip) {
        try (Stand stand = stand()) {
            byte[] body = OtlpSchrijver.write(List.of(Regels.line(1), Regels.line(2)));
            HttpResponse<String> answer = isGzip
                    ? stand.post(PROTOBUF, Stand.gzip(body), "Content-Encoding", "gzip")
                    : stand.post(PROTOBUF, body);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(PROTOBUF);
            assertThat(answer.body()).isEmpty();
            assertThat(stand.regels.search(CBS, ALLES).regels()).containsExactly(Regels.line(1), Regels.line(2));
        }
    }

    @Test
    @Requirement({"OTLP-1", "OTLP-3", "OTLP-4", "OTLP-8"})
    void linesInJsonAreStoredAndWrongOnesKeptApart() {
        String span = "{\"traceId\":\"00112233445566778899aabbccddeeff\",\"spanId\":\"%s\",\"name\":\"Inzien\","
                + "\"startTimeUnixNano\":\"1764068470669000000\",\"endTimeUnixNano\":\"1764068470771000000\","
                + "\"attributes\":[{\"key\":\"dpl.core.processing_activity_id\","
                + "\"value\":{\"stringValue\":\"https://a.nl/7\"}}]}";
        String body = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + span.formatted("0102030405060708") + ","
                + span.formatted("01") + "]}]}]}";
        try (Stand stand = stand()) {
            HttpResponse<String> answer = stand.post(JSON + "; charset=utf-8", body.getBytes(UTF_8));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(JSON);
            assertThat(answer.body())
                    .isEqualTo("{\"partialSuccess\":{\"rejectedSpans\":\"1\",\"errorMessage\":"
                            + "\"1 of 2 lines were not stored: (no span id): SPAN_ID_LENGTH\"}}");
            assertThat(stand.regels.search(CBS, ALLES).regels()).hasSize(1);
            assertThat(stand.quarantaine.list(0, 10)).singleElement().satisfies(apart -> assertThat(apart.codes())
                    .startsWith("SPAN_ID_LENGTH"));
        }
    }

    @Test
    @Requirement({"OTLP-7", "LDV-L12"})
    void whatComesAgainIsConfirmedAndWhatDiffersIsKeptApart() {
        try (Stand stand = stand()) {
            Logregel line = Regels.line(1);
            stand.post(PROTOBUF, OtlpSchrijver.write(List.of(line)));

            assertThat(stand.post(PROTOBUF, OtlpSchrijver.write(List.of(line))).body())
                    .isEmpty();
            HttpResponse<String> other = stand.post(
                    PROTOBUF, OtlpSchrijver.write(List.of(Regels.named(line, "Iets anders"), Regels.line(2))));
            assertThat(other.body()).contains("1 of 2 lines were not stored", "CONFLICT");
            assertThat(stand.regels.search(CBS, ALLES).regels()).containsExactly(line, Regels.line(2));
            assertThat(stand.quarantaine.list(0, 10)).singleElement().satisfies(apart -> assertThat(apart.codes())
                    .containsExactly("CONFLICT"));
        }
    }

    @Test
    @Requirement({"LDV-L3", "OTLP-5"})
    void withoutStoreNothingIsConfirmedAndTheSenderIsAskedToSendAgain() {
        try (Stand stand = new Stand(new Kapot(), Optional.of(CBS))) {
            HttpResponse<String> answer = stand.post(JSON, "{\"resourceSpans\":[]}".getBytes(UTF_8));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(answer.body()).startsWith("{\"code\":14,").doesNotContain("database");
        }
    }

    @Test
    @Requirement({"OTLP-5", "OTLP-9"})
    void whenTooManyLinesWaitTheSenderIsAskedToSendAgain() {
        try (Stand stand = new Stand(Kapot.full(), Optional.of(CBS))) {
            HttpResponse<String> answer =
                    stand.post(PROTOBUF, OtlpSchrijver.write(List.of(Regels.line(1), Regels.line(2))));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(stand.regels.search(CBS, ALLES).regels()).isEmpty();
        }
    }

    @Test
    @Requirement("LDV-L19")
    void aStrangerWritesNothing() {
        try (Stand stand = new Stand(new GeheugenLogregels(new SecureRandom()), Optional.empty())) {
            assertThat(stand.post(JSON, "{}".getBytes(UTF_8)).statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, {, , 400",
        "application/json, {}, gzip, 400",
        "application/x-protobuf, {}, , 400",
        "application/json, {}, br, 415",
        "text/plain, {}, , 415"
    })
    @Requirement("OTLP-6")
    void whatCannotBeReadIsRefusedForGoodWithAStatus(String type, String body, String encoding, int status) {
        try (Stand stand = stand()) {
            HttpResponse<String> answer = encoding == null
                    ? stand.post(type, body.getBytes(UTF_8))
                    : stand.post(type, body.getBytes(UTF_8), "Content-Encoding", encoding);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(type.equals(PROTOBUF) ? PROTOBUF : JSON);
            if (!type.equals(PROTOBUF)) {
                assertThat(answer.body()).startsWith("{\"code\":3,\"message\":\"");
            }
        }
    }

    @Test
    @Requirement("OTLP-2")
    void aBombIsTooLarge() {
        try (Stand stand = stand()) {
            assertThat(stand.post(JSON, Stand.gzip(" ".repeat(70 << 20).getBytes(UTF_8)), "Content-Encoding", "gzip")
                            .statusCode())
                    .isEqualTo(413);
            assertThat(stand.post(JSON, " ".repeat(65 << 20).getBytes(UTF_8)).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    @Requirement("LDV-L11")
    void thereIsNoWayToChangeOrRemoveALine() {
        try (Stand stand = stand()) {
            for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
                HttpResponse<String> answer = stand.send(
                        HttpRequest.newBuilder(stand.adres()).method(method, HttpRequest.BodyPublishers.noBody()));
                assertThat(answer.statusCode()).isEqualTo(405);
                assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
            }
            assertThat(stand.send(HttpRequest.newBuilder(stand.adres().resolve("/v1/logs"))
                                    .DELETE())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    @Requirement("LDV-L20")
    void ourClientWritesHere() throws Exception {
        try (Stand stand = stand();
                Logboek logboek = Logboek.open(
                        Instelling.of(stand.adres(), "balie", "1", Pseudonimisering.hmac(new byte[32], "1"))
                                .with(Bevestiging.WACHT, true))) {
            logboek.execute(
                    Actie.of("Lijst inzien", Activiteit.of("https://a.nl/7"))
                            .over(new Betrokkene("999993653", "BSN"), new Betrokkene("123456782", "BSN")),
                    _ -> {});

            assertThat(stand.regels.search(CBS, ALLES).regels()).hasSize(3);
        }
    }

    /// Nothing of ours on the sending side.
    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    @Requirement({"LDV-L20", "OTLP-1", "OTLP-2"})
    void theExporterOfOpenTelemetryWritesHere(String compression) {
        try (Stand stand = stand();
                OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                        .setEndpoint(stand.adres().toString())
                        .setCompression(compression)
                        .build();
                SdkTracerProvider provider = SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build()) {
            Span span = provider.get("test")
                    .spanBuilder("Inzien")
                    .setAttribute("dpl.core.processing_activity_id", "https://a.nl/7")
                    .setStartTimestamp(Instant.parse("2026-11-22T12:00:00Z"))
                    .startSpan();
            span.recordException(new IllegalStateException("stuk"));
            span.end(Instant.parse("2026-11-22T12:00:01Z"));
            provider.forceFlush().join(30, TimeUnit.SECONDS);

            assertThat(stand.regels.search(CBS, ALLES).regels()).singleElement().satisfies(line -> {
                assertThat(line.spanId().hex()).isEqualTo(span.getSpanContext().getSpanId());
                assertThat(line.attributes().text("exception.message")).hasValue("stuk");
                assertThat(line.tijd().eindMillis() - line.tijd().startMillis()).isEqualTo(1_000);
            });
        }
    }
}
