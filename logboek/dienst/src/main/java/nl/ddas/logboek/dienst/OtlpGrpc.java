// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.basis.BodyTooLarge;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.logboek.model.Antwoordvorm;
import nl.ddas.logboek.model.Invoer;
import nl.ddas.logboek.model.Invoervorm;

/// OTLP over gRPC: the one method `Export` of the collector's service for traces. Its clients send again what
/// ended with UNAVAILABLE and a few others, and drop what ended with anything else (OTLP, "Failures").
final class OtlpGrpc implements Handler {

    /// Where the method is served.
    static final String ADRES = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    private static final String TYPE = "application/grpc";
    private static final Pattern TIJD = Pattern.compile("([0-9]{1,8})([HMSmun])");

    private final Loket loket;
    private final Function<List<X509Certificate>, Optional<Houder>> houders;

    /// @param houders whose lines a sender writes, by the certificate it showed; empty for a stranger
    OtlpGrpc(Loket loket, Function<List<X509Certificate>, Optional<Houder>> houders) {
        this.loket = loket;
        this.houders = houders;
    }

    /// Whether a request says that it is one of gRPC.
    static boolean isGrpc(Request request) {
        return type(request).startsWith(TYPE);
    }

    private static String type(Request request) {
        return request.headers()
                .first("Content-Type")
                .map(text -> text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    @Override
    public Response handle(Request request) throws IOException {
        String type = type(request);
        if (!type.equals(TYPE) && !type.equals(TYPE + "+proto")) {
            return Response.text(415, "text/plain", "expected " + TYPE + "\n");
        }
        if (!request.method().equals("POST")) {
            return Response.of(405, Headers.of("Allow", "POST"), new byte[0]);
        }
        if (!request.path().equals(ADRES)) {
            return end(Grpcstatus.refuse(Grpcstatus.UNIMPLEMENTED, "only " + ADRES + " is served here"));
        }
        String encoding = request.headers().first("grpc-encoding").orElse("identity");
        if (!encoding.equals("identity") && !encoding.equals("gzip")) {
            return end(Grpcstatus.refuse(Grpcstatus.UNIMPLEMENTED, "expected the encoding identity or gzip"));
        }
        Optional<Houder> houder = houders.apply(request.peer());
        return houder.isEmpty()
                ? end(Grpcstatus.refuse(Grpcstatus.PERMISSION_DENIED, "no log is kept for this certificate"))
                : receive(request, houder.get(), encoding.equals("gzip"));
    }

    /// What the head of a call says.
    private record Kop(Houder houder, boolean isGzip, Optional<Duration> geduld) {}

    private Response receive(Request request, Houder houder, boolean isGzip) throws IOException {
        Optional<String> told = request.headers().first("grpc-timeout");
        Optional<Duration> geduld = told.flatMap(OtlpGrpc::timeout);
        if (told.isPresent() && geduld.isEmpty()) {
            return end(Grpcstatus.refuse(Grpcstatus.INTERNAL, "grpc-timeout is no time"));
        }
        return switch (Grpcbericht.read(request.body())) {
            case Grpcbericht.Geen(Grpcstatus status) -> end(status);
            case Grpcbericht.Bericht bericht -> receive(request, new Kop(houder, isGzip, geduld), bericht);
        };
    }

    private Response receive(Request request, Kop kop, Grpcbericht.Bericht bericht) throws IOException {
        if (bericht.isCompressed() && !kop.isGzip()) {
            return end(Grpcstatus.refuse(Grpcstatus.INTERNAL, "the message is compressed, grpc-encoding says how not"));
        }
        if (bericht.length() > loket.grenzen().bytes()) {
            return end(unreadable(Invoer.Reden.TE_GROOT));
        }
        Loket.Zending zending =
                new Loket.Zending(kop.houder(), Invoervorm.OTLP_PROTOBUF, bericht.isCompressed(), kop.geduld());
        Bescheid bescheid = loket.take(zending, bericht.inhoud());
        return switch (bescheid) {
            case Bescheid.Bevestigd(var antwoord) -> {
                byte[] message = Grpcbericht.write(Antwoordvorm.PROTOBUF.write(antwoord));
                yield isMore(request)
                        ? end(Grpcstatus.refuse(Grpcstatus.UNIMPLEMENTED, "expected one message, got more"))
                        : answer(message, Grpcstatus.GOED);
            }
            case Bescheid.Onleesbaar(Invoer.Reden reden) -> end(unreadable(reden));
            case Bescheid.Later(String why) ->
                end(new Grpcstatus(Grpcstatus.UNAVAILABLE, why, Optional.of(Bescheid.WACHT)));
            case Bescheid.TeLaat _ ->
                end(Grpcstatus.refuse(Grpcstatus.DEADLINE_EXCEEDED, "the lines were not stored in time"));
        };
    }

    private static boolean isMore(Request request) throws IOException {
        try {
            return request.body().read() >= 0;
        } catch (BodyTooLarge _) {
            return true;
        }
    }

    private static Grpcstatus unreadable(Invoer.Reden reden) {
        return switch (reden) {
            case VORM, COMPRESSIE -> Grpcstatus.refuse(Grpcstatus.INVALID_ARGUMENT, reden.uitleg());
            // Without RetryInfo: final.
            case TE_GROOT, TE_VEEL -> Grpcstatus.refuse(Grpcstatus.RESOURCE_EXHAUSTED, reden.uitleg());
        };
    }

    /// How long the sender waits (gRPC over HTTP/2, "Timeout"); empty when it is no time.
    static Optional<Duration> timeout(String text) {
        Matcher matcher = TIJD.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "H" -> Duration.ofHours(count);
                    case "M" -> Duration.ofMinutes(count);
                    case "S" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMillis(count);
                    case "u" -> Duration.ofNanos(1_000 * count);
                    default -> Duration.ofNanos(count);
                });
    }

    private static Response end(Grpcstatus status) {
        return answer(new byte[0], status);
    }

    private static Response answer(byte[] message, Grpcstatus status) {
        return new Response(
                200,
                Headers.of("Content-Type", TYPE, "grpc-accept-encoding", "identity,gzip"),
                new Response.Body.Bytes(message),
                status.trailers());
    }
}
