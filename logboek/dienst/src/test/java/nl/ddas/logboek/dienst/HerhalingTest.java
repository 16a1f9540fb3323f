// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.ddas.logboek.dienst.LogregelsContract.ALLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.OtlpSchrijver;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of lines when their sender does what OTLP tells it to do, over each way in and on mutual TLS.
class HerhalingTest {

    private static final String OIN = "00000099000000003000";
    private static final Houder HOUDER = new Houder(OIN);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /// How it comes in.
    enum Weg {
        GRPC,
        PROTOBUF,
        JSON
    }

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

    /// A store that fails a number of times, before or after it stored.
    private static final class Haperend extends Kapot {

        private final GeheugenLogregels below = new GeheugenLogregels(new SecureRandom());
        private final AtomicInteger left;
        private final boolean isAfter;

        private Haperend(int times, boolean isAfter) {
            this.left = new AtomicInteger(times);
            this.isAfter = isAfter;
        }

        @Override
        public Boeking add(List<Inboeking> regels) {
            boolean isBroken = left.getAndDecrement() > 0;
            if (isBroken && !isAfter) {
                throw new IllegalStateException("no database");
            }
            Boeking done = below.add(regels);
            if (isBroken) {
                throw new IllegalStateException("the connection broke after the commit");
            }
            return done;
        }

        @Override
        public Regelpagina search(Houder houder, Zoekvraag vraag) {
            return below.search(houder, vraag);
        }
    }

    private static Stand stand(Logregels regels, Quarantainegrens grens) {
        return new Stand(regels, grens, Optional.of(server), Certificaten.houders());
    }

    private static Zender.Verloop send(Stand stand, Weg weg, byte[] protobuf, int most) {
        try (Grpcclient grpc = new Grpcclient(stand.grpc(), sender);
                HttpClient http = Stand.client(Certificaten.context(sender))) {
            Supplier<Zender.Gehoord> attempt =
                    switch (weg) {
                        case GRPC ->
                            () -> Zender.heard(grpc.call(OtlpGrpc.ADRES, Grpcbericht.write(protobuf), Map.of()));
                        case PROTOBUF -> () -> post(http, stand.adres(), "application/x-protobuf", protobuf);
                        case JSON -> () -> post(http, stand.adres(), "application/json", Jsonvorm.of(protobuf));
                    };
            return Zender.send(attempt, most);
        }
    }

    private static Zender.Gehoord post(HttpClient client, URI adres, String type, byte[] body) {
        return Zender.heard(Stand.send(
                client,
                HttpRequest.newBuilder(adres)
                        .header("Content-Type", type)
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Stand.gzip(body)))));
    }

    private static byte[] lines(Logregel... regels) {
        return OtlpSchrijver.write(List.of(regels));
    }

    @ParameterizedTest
    @EnumSource(Weg.class)
    @Requirement({"LDV-L1", "OTLP-1"})
    void aLineWithAllNineFieldsComesBackAsItWas(Weg weg) {
        try (Stand stand = stand(new Haperend(0, false), Quarantainegrens.STANDAARD)) {
            send(stand, weg, lines(Regels.child(1), Regels.line(2)), 1);

            assertThat(stand.regels.search(HOUDER, ALLES).regels()).containsExactly(Regels.child(1), Regels.line(2));
        }
    }

    @ParameterizedTest
    @EnumSource(Weg.class)
    @Requirement({"OTLP-1", "OTLP-5", "LDV-L3"})
    void aStoreThatIsAwayForAWhileLosesNothing(Weg weg) {
        try (Stand stand = stand(new Haperend(2, false), Quarantainegrens.STANDAARD)) {
            Zender.Verloop verloop = send(stand, weg, lines(Regels.line(1), Regels.line(2)), 5);

            assertThat(verloop.eind()).isInstanceOf(Zender.Gehoord.Klaar.class);
            assertThat(verloop.wachten()).containsExactly(SECOND, SECOND);
            assertThat(stand.regels.search(HOUDER, ALLES).regels()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Weg.class)
    @Requirement({"OTLP-7", "LDV-L12"})
    void aConfirmationThatWasLostDoublesNothing(Weg weg) {
        try (Stand stand = stand(new Haperend(1, true), Quarantainegrens.STANDAARD)) {
            Zender.Verloop verloop = send(stand, weg, lines(Regels.line(1)), 5);

            assertThat(verloop.pogingen()).isEqualTo(2);
            assertThat(verloop.eind()).isInstanceOf(Zender.Gehoord.Klaar.class);
            assertThat(stand.regels.search(HOUDER, ALLES).regels()).hasSize(1);
            assertThat(stand.quarantaine.list(0, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Weg.class)
    @Requirement("OTLP-4")
    void aWrongLineIsSentOnceAndKeptApart(Weg weg) {
        try (Stand stand = stand(new Haperend(0, false), Quarantainegrens.STANDAARD)) {
            send(stand, weg, lines(Regels.line(1)), 5);
            Zender.Verloop verloop = send(stand, weg, lines(Regels.named(Regels.line(1), "Anders"), Regels.line(2)), 5);

            assertThat(verloop).isEqualTo(new Zender.Verloop(1, List.of(), new Zender.Gehoord.Klaar()));
            assertThat(stand.regels.search(HOUDER, ALLES).regels()).hasSize(2);
            assertThat(stand.quarantaine.list(0, 10)).singleElement().satisfies(one -> assertThat(one.codes())
                    .containsExactly("CONFLICT"));
        }
    }

    @ParameterizedTest
    @EnumSource(Weg.class)
    @Requirement({"OTLP-4", "OTLP-9"})
    void withoutRoomForAWrongLineTheSenderKeepsIt(Weg weg) {
        try (Stand stand = stand(new Haperend(0, false), new Quarantainegrens(1, 10_000))) {
            send(stand, weg, lines(Regels.line(1), Regels.line(2)), 5);
            send(stand, weg, lines(Regels.named(Regels.line(1), "Anders")), 5);
            byte[] body = lines(Regels.named(Regels.line(2), "Anders"), Regels.line(3));

            Zender.Verloop full = send(stand, weg, body, 2);
            assertThat(full.eind()).isEqualTo(new Zender.Gehoord.Opnieuw(SECOND));
            assertThat(stand.quarantaine.list(0, 10)).hasSize(1);
            stand.quarantaine.removeBefore(Instant.MAX);
            assertThat(send(stand, weg, body, 2).eind()).isInstanceOf(Zender.Gehoord.Klaar.class);
            assertThat(stand.quarantaine.list(0, 10)).hasSize(1);
            assertThat(stand.regels.search(HOUDER, ALLES).regels()).hasSize(3);
        }
    }

    @Test
    void aLineThatTheStoreCannotHoldTakesNoOtherAlong() {
        GeheugenLogregels below = new GeheugenLogregels(new SecureRandom());
        Kapot picky = new Kapot() {
            @Override
            public Boeking add(List<Inboeking> regels) {
                if (regels.stream().anyMatch(one -> one.regel().name().equals("gif"))) {
                    throw new Onbewaarbaar(new IllegalStateException("refused"));
                }
                return below.add(regels);
            }
        };
        try (Stand stand = stand(picky, Quarantainegrens.STANDAARD)) {
            byte[] body = lines(Regels.line(1), Regels.named(Regels.line(2), "gif"), Regels.line(3));
            assertThat(send(stand, Weg.GRPC, body, 5).pogingen()).isOne();

            assertThat(below.search(HOUDER, ALLES).regels()).containsExactly(Regels.line(1), Regels.line(3));
            assertThat(stand.quarantaine.list(0, 10)).singleElement().satisfies(one -> assertThat(one.codes())
                    .containsExactly("LINE_UNSTORABLE"));
        }
    }

    @ParameterizedTest
    @EnumSource(Weg.class)
    @Requirement({"OTLP-5", "OTLP-6"})
    void whatCannotBeReadIsSentOnce(Weg weg) {
        try (Stand stand = stand(new Haperend(0, false), Quarantainegrens.STANDAARD)) {
            Zender.Verloop verloop = send(stand, weg, new byte[] {1, 2, 3}, 5);

            assertThat(verloop).isEqualTo(new Zender.Verloop(1, List.of(), new Zender.Gehoord.Verloren()));
        }
    }

    /// This SDK has no exporter for JSON over HTTP, but it does have the JSON: what its logging exporter writes.
    @Test
    @Requirement({"LDV-L20", "OTLP-1", "OTLP-2", "OTLP-8"})
    void theJsonOfOpenTelemetryIsTaken() throws Exception {
        List<SpanData> ended = new ArrayList<>();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(new Opvanger(ended))
                .build()) {
            provider.get("test")
                    .spanBuilder("Inzien")
                    .setAttribute("dpl.core.processing_activity_id", "https://a.nl/7")
                    .setStartTimestamp(Instant.parse("2026-11-22T12:00:00Z"))
                    .startSpan()
                    .end(Instant.parse("2026-11-22T12:00:01Z"));
        }
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        TraceRequestMarshaler.create(ended).writeJsonTo(json);
        assertThat(json.toString(UTF_8)).startsWith("{\"resourceSpans\":");

        try (Stand stand = stand(new Haperend(0, false), Quarantainegrens.STANDAARD);
                HttpClient http = Stand.client(Certificaten.context(sender))) {
            assertThat(post(http, stand.adres(), "application/json", json.toByteArray()))
                    .isInstanceOf(Zender.Gehoord.Klaar.class);
            assertThat(stand.regels.search(HOUDER, ALLES).regels())
                    .singleElement()
                    .satisfies(line -> assertThat(line.spanId().hex())
                            .isEqualTo(ended.getFirst().getSpanId()));
        }
    }

    /// Keeps spans that ended.
    private record Opvanger(List<SpanData> ended) implements SpanProcessor {
        @Override
        public void onStart(Context parent, ReadWriteSpan span) {}

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            ended.add(span.toSpanData());
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }

    @Test
    @Requirement({"LDV-L2", "LDV-L19"})
    void withoutTlsOrCertificateNobodyGetsIn() {
        try (Stand stand = stand(new Haperend(0, false), Quarantainegrens.STANDAARD);
                HttpClient plain = HttpClient.newHttpClient();
                HttpClient nobody = Stand.client(Certificaten.context(sender, false))) {
            URI http = URI.create(stand.adres().toString().replace("https", "http"));
            assertThat(isAnswered(plain, http)).isFalse();
            assertThat(isAnswered(nobody, stand.adres())).isFalse();
        }
    }

    private static boolean isAnswered(HttpClient client, URI adres) {
        try {
            client.send(
                    HttpRequest.newBuilder(adres)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException refused) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
