// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import static nl.ddas.logboek.client.Ontvanger.ACTIVITEIT;
import static nl.ddas.logboek.client.Ontvanger.WERK;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Traces that come from elsewhere and go on elsewhere.
class AanroepTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String PARENT = "00-" + TRACE + "-" + CALLER + "-01";
    private static final Optional<URI> CBS = Optional.of(URI.create("https://cbs.voorbeeld.nl/verzamelaar"));

    private Ontvanger ontvanger;
    private Logboek logboek;

    @BeforeEach
    void open() throws IOException {
        ontvanger = new Ontvanger();
        logboek = Logboek.open(ontvanger.instelling());
    }

    @AfterEach
    void close() {
        logboek.close();
        ontvanger.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {PARENT, "00-" + TRACE + "-" + CALLER + "-00", "cc-" + TRACE + "-" + CALLER + "-01-what-comes"})
    @Requirement({"LDV-A8", "LDV-A9", "LDV-A11"})
    void theTraceOfTheCallerGoesOnWhetherItSamplesOrNot(String traceparent) throws Exception {
        Logregel regel = called(Map.of("traceparent", List.of(traceparent)), CBS);

        assertThat(regel.traceId().hex()).isEqualTo(TRACE);
        assertThat(regel.parentSpanId().map(Object::toString)).hasValue(CALLER);
        assertThat(regel.attributes().text("dpl.core.foreign_operation.processor"))
                .hasValue(CBS.get().toString());
        assertThat(regel.herkomst().isOuderElders()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nX: y"
            })
    @Requirement("LDV-A8")
    void aMalformedHeaderGivesANewTrace(String traceparent) throws Exception {
        Logregel regel = called(Map.of("TraceParent", List.of(traceparent)), CBS);

        assertThat(regel.traceId().hex()).isNotEqualTo(TRACE);
        assertThat(regel.parentSpanId()).isEmpty();
        assertThat(regel.attributes().find("dpl.core.foreign_operation.processor"))
                .isEmpty();
    }

    @Test
    @Requirement("LDV-A8")
    void twoHeadersAreNone() throws Exception {
        assertThat(called(Map.of("traceparent", List.of(PARENT, PARENT)), CBS).parentSpanId())
                .isEmpty();
    }

    @Test
    @Requirement("LDV-A9")
    void aCallerThatTheConnectionDoesNotProveIsNotNamed() throws Exception {
        Logregel regel = called(
                Map.of(
                        "traceparent", List.of(PARENT),
                        "traceparent-processor", List.of("https://vals.nl"),
                        "Origin", List.of("https://vals.nl")),
                Optional.empty());

        assertThat(regel.parentSpanId()).isPresent();
        assertThat(regel.attributes().find("dpl.core.foreign_operation.processor"))
                .isEmpty();
    }

    @Test
    @Requirement({"LDV-A10", "LDV-A15"})
    void aRequestToAnotherApplicationCarriesTheTrace() throws Exception {
        Map<String, List<String>> sent = new ConcurrentHashMap<>();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.getRequestHeaders().forEach(sent::put);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        other.start();
        URI address = URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/");
        Aanroep in =
                Aanroep.of(Map.of("traceparent", List.of(PARENT), "tracestate", List.of("rojo=1", "congo=t61")), CBS);

        HttpClient client = HttpClient.newHttpClient();
        logboek.execute(
                Actie.of("Opvragen", WERK).van(in),
                lopend -> client.send(
                        lopend.headers(HttpRequest.newBuilder(address)).build(),
                        HttpResponse.BodyHandlers.discarding()));
        other.stop(0);

        Logregel regel = ontvanger.line();
        assertThat(sent.get("Traceparent"))
                .containsExactly("00-" + TRACE + "-" + regel.spanId().hex() + "-01");
        assertThat(sent.get("Tracestate")).containsExactly("rojo=1,congo=t61");
        assertThat(regel.herkomst().traceState()).isEqualTo("rojo=1,congo=t61");
        assertThat(Aanroep.of(sent, Optional.empty()).actie().getSpanId())
                .isEqualTo(regel.spanId().hex());
    }

    @Test
    @Requirement("LDV-A11")
    void telemetryOfTheApplicationThatSamplesNothingChangesNothing() throws Exception {
        try (SdkTracerProvider host =
                SdkTracerProvider.builder().setSampler(Sampler.alwaysOff()).build()) {
            Span unsampled = host.get("host").spanBuilder("request").startSpan();
            try (Scope _ = unsampled.makeCurrent()) {
                logboek.execute(Actie.of("Werk", WERK), lopend -> {});
            }
            assertThat(ontvanger.line().parentSpanId()).isEmpty();
        }
    }

    private Logregel called(Map<String, List<String>> headers, Optional<URI> caller) throws Exception {
        logboek.execute(
                Actie.of("Verzoek beantwoorden", ACTIVITEIT)
                        .over(new Betrokkene("1", "nummer"))
                        .van(Aanroep.of(headers, caller)),
                lopend -> {});
        return ontvanger.line();
    }
}
