// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Handler;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.HashText;
import nl.ddas.fsc.model.Jwks;

/// What our own Inways and Outways ask of their Manager, on mutual TLS with internal certificates: they register
/// themselves, and find out which Grants are good. Described in `internal-api.json`.
final class InternalApi implements Handler {

    private static final int MOST_BYTES = 256 * 1024;

    private final Self self;
    private final Parts parts;

    /// What answers come from.
    ///
    /// @param newKeys looks at contracts when an Outway is new or changed
    /// @param audit hears of Inways and Outways that are new or changed
    /// @param refused callers that are no Inway or Outway, such as operators
    record Parts(
            Contracts contracts,
            Standing standing,
            Registrations registrations,
            Routes routes,
            NewKeys newKeys,
            Supplier<Jwks> jwks,
            AuditTrail audit,
            Predicate<Request> refused) {}

    InternalApi(Self self, Parts parts) {
        this.self = self;
        this.parts = parts;
    }

    @Override
    public Response handle(Request request) throws IOException {
        Optional<ApiPath> path = ApiPath.read(request.path());
        if (path.isEmpty()) {
            return Replies.wrong("Het adres van het verzoek kan niet worden gelezen.");
        }
        if (parts.refused().test(request)) {
            return Replies.problem(
                    403,
                    "niet-toegestaan",
                    "Dit mag niet met dit certificaat",
                    "Deze ingang is voor Inways en Outways. Staan er in de Manager bij gateways die het mogen, zet deze"
                            + " er dan bij. Een bediener gebruikt de beheeringang.");
        }
        List<String> at = path.get().segments();
        return switch (request.method() + " " + at.size() + " " + (at.isEmpty() ? "" : at.getFirst())) {
            case "GET 1 openapi.json" -> document();
            case "GET 1 jwks" -> Replies.json(200, parts.jwks().get().toJson());
            case "GET 1 peer" -> Replies.json(200, peer());
            case "GET 1 services" -> Replies.json(200, services());
            case "PUT 2 inways" -> inway(request, at.get(1));
            case "PUT 2 outways" -> outway(request, at.get(1));
            case "GET 1 grants" -> grants(path.get().query());
            case "GET 2 grants" -> grant(at.get(1), path.get().query());
            case String there when there.equals("GET 3 grants") && at.get(2).equals("state") -> state(at.get(1));
            case String _ -> Replies.notThere("Dit adres bestaat niet. Zie /v1/openapi.json.");
        };
    }

    private static Response document() {
        return Replies.document(Bundled.text(InternalApi.class, "internal-api.json"));
    }

    private JsonObject peer() {
        return JsonObject.EMPTY
                .with("peerId", self.id().value())
                .with("peerName", self.identity().name())
                .with("groupId", self.group().id())
                .with("managerAddress", self.address().toString());
    }

    private JsonObject services() {
        return JsonObject.EMPTY.with(
                "services", Json.array(parts.registrations().services().stream().map(OwnService::toJson)));
    }

    private Response inway(Request request, String name) throws IOException {
        Optional<RegisteredInway> inway = body(request).flatMap(json -> RegisteredInway.read(name, json, self.now()));
        if (inway.isEmpty()) {
            return Replies.wrong("Verwacht: address (https met poort), certificateThumbprint en services (namen).");
        }
        Optional<Response> taken = taken(inway.get());
        if (taken.isPresent()) {
            return taken.get();
        }
        boolean same = parts.registrations().inways().stream().anyMatch(known -> known.sameAs(inway.get()));
        noted(request, same, new Registering("inway-register", name, () -> parts.registrations()
                .register(inway.get())));
        return seen(inway.get().seen());
    }

    private Response outway(Request request, String name) throws IOException {
        Optional<RegisteredOutway> outway =
                body(request).flatMap(json -> RegisteredOutway.read(name, json, self.now()));
        if (outway.isEmpty()) {
            return Replies.wrong(
                    "Verwacht: publicKeyThumbprint (64 hexadecimale tekens), certificateThumbprint en domainNames.");
        }
        Optional<Response> taken = taken(outway.get());
        if (taken.isPresent()) {
            return taken.get();
        }
        boolean same = parts.registrations().outways().stream().anyMatch(known -> known.sameAs(outway.get()));
        noted(request, same, new Registering("outway-register", name, () -> {
            parts.registrations().register(outway.get());
            if (!same) {
                parts.newKeys().look();
            }
        }));
        return seen(outway.get().seen());
    }

    private Optional<Response> taken(RegisteredGateway asking) {
        return parts.registrations().taken(asking).map(InternalApi::inUse);
    }

    private static Response inUse(RegisteredGateway by) {
        return Replies.problem(
                409,
                "naam-in-gebruik",
                "Deze naam is in gebruik",
                "Als " + by.kind() + " " + by.name()
                        + " meldt zich nu een ander, met adres of sleutel (en certificaat) "
                        + by.mark() + ". Geef elke " + by.kind()
                        + " een eigen naam (instelling name), of zet een van de twee uit.");
    }

    /// @param act name in the audit trail
    private record Registering(String act, String name, Runnable work) {}

    /// Does it, and writes down what is new; not that somebody is still there.
    private void noted(Request request, boolean same, Registering registering) {
        if (same) {
            registering.work().run();
            return;
        }
        String who = request.peer().stream()
                .findFirst()
                .flatMap(Operators::commonName)
                .orElse("unknown");
        long number = parts.audit().begin(self.now(), new AuditTrail.Act(who, registering.act(), registering.name()));
        registering.work().run();
        parts.audit().end(number, "done");
    }

    private static Response seen(Instant seen) {
        return Replies.json(200, JsonObject.EMPTY.with("seen", seen.getEpochSecond()));
    }

    private static Optional<JsonObject> body(Request request) throws IOException {
        return JsonReading.of(request.body(), MOST_BYTES) instanceof JsonReading.Read(JsonObject json)
                ? Optional.of(json)
                : Optional.empty();
    }

    private Response grants(FormText query) {
        Optional<RegisteredOutway> outway = query.value("outway").flatMap(parts.registrations()::outway);
        if (outway.isEmpty()) {
            return unknownOutway();
        }
        Optional<String> peer = query.value("peerId").filter(text -> !text.isEmpty());
        List<JsonObject> found = query.value("serviceName")
                .filter(text -> !text.isEmpty())
                .map(name -> parts.routes().toService(name, outway.get()))
                .orElseGet(() -> parts.routes().all(outway.get()));
        return Replies.json(
                200,
                JsonObject.EMPTY.with(
                        "grants",
                        Json.array(found.stream()
                                .filter(route -> peer.isEmpty()
                                        || route.object("service")
                                                .flatMap(service -> service.text("peerId"))
                                                .equals(peer)))));
    }

    private Response grant(String hash, FormText query) {
        Optional<RegisteredOutway> outway = query.value("outway").flatMap(parts.registrations()::outway);
        if (outway.isEmpty()) {
            return unknownOutway();
        }
        Optional<JsonObject> route = HashText.read(hash) instanceof GrantHash grant
                ? parts.routes().route(grant, outway.get())
                : Optional.empty();
        return route.map(found -> Replies.json(200, found))
                .orElseGet(() -> Replies.notThere(
                        "Er is geen geldig contract met deze grant voor deze Outway, of het adres van de andere"
                                + " Manager is niet bekend."));
    }

    private static Response unknownOutway() {
        return Replies.wrong("outway: verwacht werd de naam van een Outway die zich heeft gemeld.");
    }

    private Response state(String hash) {
        Instant now = self.now();
        Optional<Contract> contract = HashText.read(hash) instanceof GrantHash grant
                ? parts.contracts().withGrant(grant)
                : Optional.empty();
        JsonObject answer = JsonObject.EMPTY
                .with("grantHash", hash)
                .with(
                        "usable",
                        contract.filter(c -> c.usable(now, parts.standing().at(now)))
                                .isPresent());
        return Replies.json(
                200,
                contract.map(c -> answer.with(
                                "state", parts.standing().state(c, now).wire()))
                        .orElse(answer));
    }
}
