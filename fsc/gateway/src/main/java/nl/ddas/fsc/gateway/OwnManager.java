// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.AtOnce;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.HashText;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.StrictJson;

/// The internal API of our own Manager, on mutual TLS with internal certificates. Blocks. Safe for many threads.
final class OwnManager {

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final HttpClient client;
    private final String base;
    private final String name;
    private final Set<Integer> ports;

    /// @param address of the internal API, without path
    /// @param name under which this part registers itself
    /// @param ports that the Group allows
    OwnManager(HttpClient client, URI address, String name, Set<Integer> ports) {
        String text = address.toString();
        this.client = client;
        this.base = (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + "/v1";
        this.name = name;
        this.ports = Set.copyOf(ports);
    }

    /// Tells that this part is there.
    ///
    /// @param kind `inways` or `outways`
    /// @throws IOException when the Manager does not answer, or does not take it, with its reason
    void register(String kind, JsonObject what) throws IOException {
        Answer answer = call("PUT", "/" + kind + "/" + encoded(name), what.toBytes());
        if (answer.status() != 200) {
            throw answer.unexpected("registering");
        }
    }

    /// The connections that are meant by what is wanted, of each Peer the one that lasts longest: more than one when
    /// several Peers offer a Service of that name, none when no valid contract gives one to this Outway.
    List<Grants.Route> routes(Grants.Wanted wanted) throws IOException {
        String outway = "outway=" + encoded(name);
        return switch (wanted) {
            case Grants.Wanted.ByHash(GrantHash grant) -> {
                Answer answer = call("GET", "/grants/" + encoded(grant.value()) + "?" + outway, new byte[0]);
                yield answer.status() == 404 ? List.of() : List.of(route(answer.expect(200, "asking for a grant")));
            }
            case Grants.Wanted.ByService(String service, var provider) -> {
                String peer =
                        provider.map(id -> "&peerId=" + encoded(id.value())).orElse("");
                Answer answer =
                        call("GET", "/grants?" + outway + "&serviceName=" + encoded(service) + peer, new byte[0]);
                yield longest(objects(answer.expect(200, "asking for grants"), "grants"));
            }
        };
    }

    private List<Grants.Route> longest(List<JsonObject> grants) throws IOException {
        Map<PeerId, Grants.Route> longest = new LinkedHashMap<>();
        List<JsonObject> longestFirst = grants.stream()
                .sorted(Comparator.comparingLong(
                        route -> -route.whole("notAfter").orElse(0L)))
                .toList();
        for (JsonObject json : longestFirst) {
            Grants.Route route = route(json);
            longest.putIfAbsent(route.connection().service().peer(), route);
        }
        return List.copyOf(longest.values());
    }

    /// All connections that this Outway may make, by name of the Service.
    List<Grants.Route> routes() throws IOException {
        List<Grants.Route> routes = new ArrayList<>();
        for (JsonObject json : objects(
                call("GET", "/grants?outway=" + encoded(name), new byte[0]).expect(200, "asking for all grants"),
                "grants")) {
            routes.add(route(json));
        }
        routes.sort(Comparator.comparing(route -> route.connection().service().name()));
        return routes;
    }

    private Grants.Route route(JsonObject json) throws IOException {
        Optional<GrantHash> hash = json.text("grantHash")
                .flatMap(
                        text -> HashText.read(text) instanceof GrantHash grant ? Optional.of(grant) : Optional.empty());
        Optional<Grant.Connection> connection =
                json.object("grant").flatMap(Grant::read).flatMap(Grant::connection);
        Optional<ManagerAddress> manager =
                json.text("managerAddress").flatMap(text -> ManagerAddress.read(text, ports));
        Protocol protocol = json.text("protocol").flatMap(Protocol::find).orElse(Protocol.HTTP_1_1);
        if (hash.isEmpty() || connection.isEmpty() || manager.isEmpty()) {
            throw new IOException("our manager tells a route that cannot be read: hash " + hash.isPresent()
                    + ", grant " + connection.isPresent() + ", address with a port of the group "
                    + manager.isPresent());
        }
        return new Grants.Route(hash.get(), connection.get(), manager.get(), protocol);
    }

    /// Whether the contract with this Grant is valid now.
    boolean usable(GrantHash grant) throws IOException {
        return call("GET", "/grants/" + encoded(grant.value()) + "/state", new byte[0])
                .expect(200, "asking for the state of a grant")
                .bool("usable")
                .orElse(false);
    }

    /// The certificates by which our Peer signs.
    Jwks jwks() throws IOException {
        return Jwks.read(call("GET", "/jwks", new byte[0]).expect(200, "asking for our own keys"));
    }

    /// The Services that the Manager knows as ours and enabled.
    List<InwayConfig.Service> services() throws IOException {
        List<InwayConfig.Service> services = new ArrayList<>();
        for (JsonObject json :
                objects(call("GET", "/services", new byte[0]).expect(200, "asking for services"), "services")) {
            if (json.bool("enabled").orElse(true)) {
                services.add(service(json));
            }
        }
        return services;
    }

    private static InwayConfig.Service service(JsonObject json) throws IOException {
        try {
            return new InwayConfig.Service(
                    json.text("name").orElse(""),
                    URI.create(json.text("endpoint").orElse("")),
                    json.text("protocol").flatMap(Protocol::find).orElse(Protocol.HTTP_1_1),
                    Optional.<Path>empty(),
                    json.bool("mutual").orElse(false),
                    Math.toIntExact(json.whole("atOnce").orElse((long) AtOnce.DEFAULT)));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new IOException(
                    "our manager names a service that cannot be used: "
                            + json.text("name").orElse("one without a name"),
                    wrong);
        }
    }

    private static List<JsonObject> objects(JsonObject in, String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonValue value : in.array(name).orElse(List.of())) {
            if (value instanceof JsonObject object) {
                objects.add(object);
            }
        }
        return objects;
    }

    private record Answer(int status, JsonObject body) {
        JsonObject expect(int good, String what) throws IOException {
            if (status != good) {
                throw unexpected(what);
            }
            return body;
        }

        /// With what the Manager says about it, in its words: it knows what the operator can do.
        IOException unexpected(String what) {
            String detail = body.text("detail").map(text -> ": " + text).orElse("");
            return new IOException(what + ": our manager answers " + status + detail);
        }
    }

    private Answer call(String method, String target, byte[] body) throws IOException {
        Headers headers = Headers.of("Accept", "application/json", "Content-Type", "application/json");
        try (HttpClient.Answer answer =
                client.send(new HttpClient.Call(method, URI.create(base + target), headers, body))) {
            return JsonReading.of(answer.body(), MOST_BYTES, StrictJson.ANSWER)
                            instanceof JsonReading.Read(JsonObject json)
                    ? new Answer(answer.status(), json)
                    : new Answer(answer.status(), JsonObject.EMPTY);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
