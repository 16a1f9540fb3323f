// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.logboek.model.Antwoordvorm;
import nl.ddas.logboek.model.Exportantwoord;
import nl.ddas.logboek.model.Invoer;
import nl.ddas.logboek.model.Invoervorm;

/// OTLP over HTTP: `POST /v1/traces`, in protobuf or JSON, compressed or not. Answers as OTLP prescribes,
/// because its clients send again after 429, 502, 503 and 504 and after nothing else: whatever may be different
/// later is 503.
final class OtlpHttp implements Handler {

    static final String ADRES = "/v1/traces";
    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";
    private static final String LATER = Long.toString(Bescheid.WACHT.toSeconds());

    private final Loket loket;
    private final Function<List<X509Certificate>, Optional<Houder>> houders;
    private final String paden;

    /// @param houders whose lines a sender writes, by the certificate it showed; empty for a stranger
    /// @param ernaast what the paths begin with that are served beside this one
    OtlpHttp(Loket loket, Function<List<X509Certificate>, Optional<Houder>> houders, List<String> ernaast) {
        this.loket = loket;
        this.houders = houders;
        this.paden = Stream.concat(Stream.of(ADRES), ernaast.stream()).collect(Collectors.joining(", "));
    }

    @Override
    public Response handle(Request request) throws IOException {
        Optional<Antwoordvorm> known = form(request);
        Antwoordvorm vorm = known.orElse(Antwoordvorm.JSON);
        if (!request.path().equals(ADRES)) {
            return refuse(
                    404, vorm, Antwoordvorm.INVALID_ARGUMENT, "nothing is served at this address, only at " + paden);
        }
        if (!request.method().equals("POST")) {
            Response refused = refuse(405, vorm, Antwoordvorm.INVALID_ARGUMENT, "only POST is served here");
            return new Response(405, refused.headers().with("Allow", "POST"), refused.body());
        }
        Optional<Boolean> gzip = gzip(request);
        if (known.isEmpty() || gzip.isEmpty()) {
            return refuse(
                    415,
                    vorm,
                    Antwoordvorm.INVALID_ARGUMENT,
                    "expected " + PROTOBUF + " or " + JSON + ", as it is or with gzip");
        }
        Optional<Houder> houder = houders.apply(request.peer());
        return houder.isEmpty()
                ? refuse(403, vorm, Antwoordvorm.PERMISSION_DENIED, "no log is kept for this certificate")
                : receive(request, vorm, gzip.get(), houder.get());
    }

    private Response receive(Request request, Antwoordvorm vorm, boolean isGzip, Houder houder) throws IOException {
        Invoervorm invoervorm =
                switch (vorm) {
                    case PROTOBUF -> Invoervorm.OTLP_PROTOBUF;
                    case JSON -> Invoervorm.OTLP_JSON;
                };
        return switch (loket.take(new Loket.Zending(houder, invoervorm, isGzip, Optional.empty()), request.body())) {
            case Bescheid.Bevestigd(Exportantwoord antwoord) ->
                Response.of(200, Headers.of("Content-Type", type(vorm)), vorm.write(antwoord));
            case Bescheid.Onleesbaar(Invoer.Reden reden) -> unreadable(vorm, reden);
            case Bescheid.Later(String why) -> later(vorm, why);
            case Bescheid.TeLaat _ -> later(vorm, "the lines could not be stored in time");
        };
    }

    private static Response unreadable(Antwoordvorm vorm, Invoer.Reden reden) {
        return switch (reden) {
            case VORM, COMPRESSIE -> refuse(400, vorm, Antwoordvorm.INVALID_ARGUMENT, reden.uitleg());
            case TE_GROOT, TE_VEEL -> refuse(413, vorm, Antwoordvorm.RESOURCE_EXHAUSTED, reden.uitleg());
        };
    }

    private static Response later(Antwoordvorm vorm, String why) {
        Response refused = refuse(503, vorm, Antwoordvorm.UNAVAILABLE, why);
        return new Response(503, refused.headers().with("Retry-After", LATER), refused.body());
    }

    private static Response refuse(int status, Antwoordvorm vorm, int code, String why) {
        return Response.of(status, Headers.of("Content-Type", type(vorm)), vorm.writeStatus(code, why));
    }

    private static Optional<Antwoordvorm> form(Request request) {
        String type = request.headers()
                .first("Content-Type")
                .map(text -> text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
        return switch (type) {
            case PROTOBUF -> Optional.of(Antwoordvorm.PROTOBUF);
            case JSON -> Optional.of(Antwoordvorm.JSON);
            default -> Optional.empty();
        };
    }

    /// Whether the body is compressed; empty when in a way that is not known here.
    private static Optional<Boolean> gzip(Request request) {
        return switch (request.headers()
                .first("Content-Encoding")
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT)) {
            case "identity" -> Optional.of(false);
            case "gzip" -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    private static String type(Antwoordvorm vorm) {
        return switch (vorm) {
            case PROTOBUF -> PROTOBUF;
            case JSON -> JSON;
        };
    }
}
