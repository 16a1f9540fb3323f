// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.TokenMaker;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Purpose;

/// The Manager of A and of B in one: internal API for their gateways, tokens for Outways.
final class PlayedManager implements AutoCloseable {

    private static final Duration TEN = Duration.ofSeconds(10);

    final Map<String, JsonObject> registered = new ConcurrentHashMap<>();
    volatile boolean valid = true;
    volatile boolean validForInway = true;
    volatile boolean nameTaken;
    volatile boolean away;
    volatile boolean awayForInway;
    volatile List<PeerId> offering = List.of(World.A, World.C);
    volatile Identity signer = World.ONE.identity(World.A, Purpose.SIGNING);
    volatile URI endpoint;
    private final HttpServer internal;
    private final HttpServer tokens;
    private final int inwayPort;

    PlayedManager(Network network, URI endpoint, int inwayPort) {
        this.endpoint = endpoint;
        this.inwayPort = inwayPort;
        this.internal = HttpServer.start(
                network,
                new HttpServer.Config("127.0.0.1", 0, Optional.of(World.OTHER_CA.tls(World.C)), 100_000, TEN),
                this::internal);
        this.tokens = HttpServer.start(
                network,
                new HttpServer.Config("127.0.0.1", 0, Optional.of(World.ONE.tls(World.A)), 100_000, TEN),
                request -> token());
    }

    URI address() {
        return URI.create("https://127.0.0.1:" + internal.port());
    }

    int port() {
        return tokens.port();
    }

    private Response token() {
        URI audience = URI.create("https://127.0.0.1:" + inwayPort);
        String compact = new TokenMaker(signer)
                .make(World.ONE.claims(audience, Optional.empty(), Optional.empty(), Duration.ofMinutes(5)));
        return json(200, JsonObject.EMPTY.with("access_token", compact).with("token_type", "bearer"));
    }

    private Response internal(Request request) throws IOException {
        String path = request.path();
        if (request.method().equals("PUT")) {
            if (nameTaken) {
                return json(409, JsonObject.EMPTY.with("detail", "Geef elke Outway een eigen naam."));
            }
            if (JsonReading.of(request.body(), 100_000) instanceof JsonReading.Read(JsonObject json)) {
                registered.put(path, json);
            }
            return json(200, JsonObject.EMPTY.with("seen", 1));
        }
        String hash = World.GRANT.value().replace("$", "%24");
        return switch (path) {
            case "/v1/jwks" -> json(200, new Jwks(List.of(signer.chain())).toJson());
            case "/v1/services" -> services();
            case String state
            when state.equals("/v1/grants/" + hash + "/state") ->
                awayForInway ? json(500, JsonObject.EMPTY) : json(200, JsonObject.EMPTY.with("usable", validForInway));
            case String grant when grant.equals("/v1/grants/" + hash + "?outway=outway") -> grant();
            case "/v1/grants?outway=outway",
                    "/v1/grants?outway=outway&serviceName=parkeren&peerId=00000099000000000001" ->
                json(200, JsonObject.EMPTY.with("grants", new JsonArray(List.of(route()))));
            case "/v1/grants?outway=outway&serviceName=tweemaal" ->
                json(
                        200,
                        JsonObject.EMPTY.with(
                                "grants",
                                new JsonArray(offering.stream()
                                        .<JsonValue>map(peer -> route(peer, "tweemaal"))
                                        .toList())));
            case String other -> json(404, JsonObject.EMPTY.with("detail", other));
        };
    }

    private Response grant() {
        if (away) {
            return json(500, JsonObject.EMPTY);
        }
        return valid ? json(200, route()) : json(404, JsonObject.EMPTY);
    }

    private Response services() {
        JsonObject service = JsonObject.EMPTY
                .with("name", World.SERVICE)
                .with("endpoint", endpoint.toString())
                .with("protocol", "PROTOCOL_TCP_HTTP_1.1")
                .with("atOnce", 8)
                .with("enabled", true);
        JsonObject off = service.with("name", "uit").with("enabled", false);
        return json(200, JsonObject.EMPTY.with("services", new JsonArray(List.of(service, off))));
    }

    private JsonObject route() {
        return route(World.A, World.SERVICE);
    }

    private JsonObject route(PeerId provider, String service) {
        JsonObject data = JsonObject.EMPTY
                .with("type", "GRANT_TYPE_SERVICE_CONNECTION")
                .with(
                        "outway",
                        JsonObject.EMPTY
                                .with("peer_id", World.B.value())
                                .with(
                                        "identification",
                                        JsonObject.EMPTY
                                                .with("type", "OUTWAY_IDENTIFICATION_TYPE_PUBLIC_KEY_THUMBPRINT")
                                                .with("public_key_thumbprint", "0".repeat(64))))
                .with(
                        "service",
                        JsonObject.EMPTY
                                .with("type", "SERVICE_TYPE_SERVICE")
                                .with("peer_id", provider.value())
                                .with("name", service))
                .with("properties", deep());
        return JsonObject.EMPTY
                .with("grantHash", World.GRANT.value())
                .with("grant", data)
                .with("managerAddress", "https://127.0.0.1:" + tokens.port())
                .with("protocol", "PROTOCOL_TCP_HTTP_1.1")
                .with("notAfter", World.CLOCK.instant().plusSeconds(1000).getEpochSecond());
    }

    /// As deep as Peers may agree on.
    private static JsonObject deep() {
        JsonObject deep = JsonObject.EMPTY;
        for (int level = 1; level < 58; level++) {
            deep = JsonObject.EMPTY.with("in", deep);
        }
        return deep;
    }

    private static Response json(int status, JsonObject body) {
        return Response.text(status, "application/json", new String(body.toBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        tokens.close();
        internal.close();
    }
}
