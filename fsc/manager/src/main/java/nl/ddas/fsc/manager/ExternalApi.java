// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.ContractRequest;
import nl.ddas.fsc.model.Domain;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.FscError;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.StrictJson;
import nl.ddas.fsc.model.TlsPeer;

/// What other Peers can ask of a Manager (OpenAPI of FSC Core and Logging), on mutual TLS. Who calls follows
/// from the client certificate, never from a body.
final class ExternalApi implements Handler {

    private static final String BASE = "/v1";
    private static final int LONGEST_FORM = 64 * 1024;
    private static final String JWKS = "/.well-known/jwks.json";

    private final Self self;
    private final Parts parts;

    /// What answers come from.
    ///
    /// @param jwks certificates of now for contracts and tokens, and older ones that are still needed
    /// @param seen is shown the certificates of each caller
    /// @param announced is told of a Peer that announced itself; returns at once
    record Parts(
            Reception reception,
            Tokens tokens,
            Lists lists,
            Supplier<Jwks> jwks,
            Consumer<PeerId> announced,
            PeerLimits limits,
            Figures figures,
            Consumer<List<X509Certificate>> seen) {}

    ExternalApi(Self self, Parts parts) {
        this.self = self;
        this.parts = parts;
    }

    @Override
    public Response handle(Request request) throws IOException {
        Response answer = answered(request);
        if (answer.status() >= 400) {
            parts.figures().refused(answer.status());
        }
        return answer;
    }

    private Response answered(Request request) throws IOException {
        Optional<TlsPeer> caller = request.peer().stream()
                .findFirst()
                .flatMap(certificate -> self.group().peerIds().peer(certificate));
        String[] target = request.path().split("\\?", 2);
        Optional<FormText> query = FormText.read(target.length > 1 ? target[1] : "");
        String path = target[0].startsWith(BASE + "/") ? target[0].substring(BASE.length()) : "";
        if (caller.isEmpty()) {
            return error(ErrorCode.PEER_CERTIFICATE_VERIFICATION_FAILED.because(
                    "the subject of the client certificate has no peer id and name as this group wants them"));
        }
        if (query.isEmpty()) {
            return error(ErrorCode.MALFORMED_REQUEST.because(
                    "the query has a broken percent-encoding, or a control character in it"));
        }
        Optional<PeerLimits.Turn> turn = parts.limits().enter(caller.get().id());
        if (turn.isEmpty()) {
            return busy("this peer has too many requests running", 429, "1");
        }
        try {
            parts.seen().accept(request.peer());
            return turn.get().endWith(route(request, target[0].equals(JWKS) ? JWKS : path, query.get(), caller.get()));
        } catch (IOException | RuntimeException | Error failed) {
            turn.get().close();
            throw failed;
        }
    }

    private Response route(Request request, String path, FormText query, TlsPeer caller) throws IOException {
        return switch (request.method() + " " + path) {
            case "PUT /announce" -> announce(request, caller);
            case "POST /contracts" -> submitted(request);
            case "GET /contracts" -> listed(parts.lists().contracts(query, caller.id()));
            case "POST /token" -> token(request, caller);
            case "GET " + JWKS -> json(200, parts.jwks().get().toJson());
            case "GET /peer" -> json(200, parts.lists().peer());
            case "GET /peers" -> listed(parts.lists().peers(query));
            case "GET /services" -> listed(parts.lists().services(query));
            case "GET /logs" -> listed(parts.lists().logs(query, caller.id()));
            case String other when other.startsWith("PUT /contracts/") -> signature(request, path);
            case String _ -> notThere();
        };
    }

    private Response signature(Request request, String path) throws IOException {
        List<String> segments = List.of(path.split("/", -1));
        Optional<SignatureType> type = segments.size() == 4 ? SignatureType.find(segments.get(3)) : Optional.empty();
        if (type.isEmpty()) {
            return notThere();
        }
        // What has a broken encoding is no hash: let the rules say so.
        String hash = FormText.segment(segments.get(2)).orElse(segments.get(2));
        return received(new ContractRequest(
                request.peer().getFirst(), type.get(), Optional.of(hash), addresses(request), body(request)));
    }

    private Response submitted(Request request) throws IOException {
        return received(new ContractRequest(
                request.peer().getFirst(), SignatureType.ACCEPT, Optional.empty(), addresses(request), body(request)));
    }

    private Response received(ContractRequest request) {
        return answer(parts.reception().receive(request), 201);
    }

    private static List<String> addresses(Request request) {
        return request.headers().all(ManagerAddress.HEADER);
    }

    private static byte[] body(Request request) throws IOException {
        return request.body().readNBytes(StrictJson.MAX_BYTES + 1);
    }

    private Response announce(Request request, TlsPeer caller) throws IOException {
        if (request.body().read() >= 0) {
            return error(ErrorCode.MALFORMED_REQUEST.because("expected no body"));
        }
        List<String> headers = addresses(request);
        Optional<ManagerAddress> address = headers.size() == 1
                ? ManagerAddress.read(headers.getFirst(), self.group().ports())
                : Optional.empty();
        if (address.isEmpty()) {
            return error(ErrorCode.MALFORMED_REQUEST.because("header " + ManagerAddress.HEADER
                    + ": expected one https address with a port that this group allows and nothing behind it"));
        }
        Reception.Answer answer = parts.reception().announce(caller.identity(), address.get());
        if (answer instanceof Reception.Answer.Taken) {
            parts.announced().accept(caller.id());
        }
        return answer(answer, 200);
    }

    private Response token(Request request, TlsPeer caller) throws IOException {
        byte[] body = request.body().readNBytes(LONGEST_FORM + 1);
        if (body.length > LONGEST_FORM) {
            parts.figures().token("invalid_request");
            return json(
                    400,
                    new Tokens.Answer.Refused("invalid_request", "expected at most " + LONGEST_FORM + " bytes").body());
        }
        Headers headers =
                Headers.of("Content-Type", "application/json", "Cache-Control", "no-store", "Pragma", "no-cache");
        return switch (parts.tokens()
                .token(
                        request.headers().first("Content-Type").orElse(""),
                        new String(body, StandardCharsets.UTF_8),
                        caller)) {
            case Tokens.Answer.Given given -> {
                parts.figures().token("given");
                yield Response.of(200, headers, given.body().toBytes());
            }
            case Tokens.Answer.Refused refused -> {
                parts.figures().token(refused.error());
                yield Response.of(400, headers, refused.body().toBytes());
            }
            case Tokens.Answer.Later(String why) -> {
                parts.figures().token("later");
                yield busy(why, 503, "5");
            }
        };
    }

    private static Response answer(Reception.Answer answer, int good) {
        return switch (answer) {
            case Reception.Answer.Taken() -> Response.of(good, Headers.NONE, new byte[0]);
            case Reception.Answer.Refused(FscError error) -> error(error);
            case Reception.Answer.Later(String why) -> busy(why, 503, "5");
            case Reception.Answer.Enough(String why) -> busy(why, 429, "600");
        };
    }

    private static Response busy(String why, int status, String seconds) {
        return told(status, why, Headers.of("Retry-After", seconds));
    }

    /// An answer for which FSC has no code.
    private static Response told(int status, String why, Headers headers) {
        return Response.of(
                status,
                headers.with("Content-Type", "application/json"),
                JsonObject.EMPTY
                        .with("message", why)
                        .with("domain", Domain.MANAGER.wire())
                        .toBytes());
    }

    private static Response listed(Lists.Answer answer) {
        return switch (answer) {
            case Lists.Answer.Given(JsonObject body) -> json(200, body);
            case Lists.Answer.Written(byte[] body) ->
                Response.of(200, Headers.of("Content-Type", "application/json"), body);
            case Lists.Answer.Refused(FscError error) -> error(error);
            case Lists.Answer.TooLong(String why) -> told(413, why, Headers.NONE);
        };
    }

    /// What went wrong before or in all of the above, for another Peer to read.
    static Response fault(Problem problem) {
        return switch (problem.status()) {
            case 400 ->
                error(ErrorCode.MALFORMED_REQUEST.because("expected a request by HTTP/1.1 (RFC 9112) or HTTP/2"));
            case 413 -> error(ErrorCode.MALFORMED_REQUEST.because("the body is too large"));
            case 431 ->
                told(
                        431,
                        "expected a request line and headers of at most " + Network.MAX_HEAD + " bytes",
                        Headers.NONE);
            default ->
                told(
                        problem.status(),
                        "something went wrong here; our log has it under " + problem.instance(),
                        Headers.NONE);
        };
    }

    private static Response notThere() {
        return told(404, "there is nothing here", Headers.NONE);
    }

    private static Response json(int status, JsonObject body) {
        return Response.of(status, Headers.of("Content-Type", "application/json"), body.toBytes());
    }

    private static Response error(FscError error) {
        return Response.of(error.status(), error.headers(), error.body().toBytes());
    }
}
