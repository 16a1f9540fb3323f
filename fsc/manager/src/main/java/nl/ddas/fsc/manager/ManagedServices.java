// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Response;

/// Own Services, Inways and Outways, for operators.
record ManagedServices(Registrations registrations) {

    Response services() {
        return Replies.json(
                200,
                JsonObject.EMPTY.with(
                        "services", Json.array(registrations.services().stream().map(this::json))));
    }

    Response service(String name) {
        return registrations
                .service(name)
                .map(service -> Replies.json(200, json(service)))
                .orElseGet(() -> Replies.notThere(
                        "Er is hier geen dienst met deze naam. Welke er wel zijn, geeft" + " /v1/services."));
    }

    private JsonObject json(OwnService service) {
        JsonObject json = service.toJson();
        return registrations
                .inway(service.name())
                .map(inway -> json.with("inway", inway.toString()))
                .orElse(json);
    }

    Response put(String name, JsonObject body) {
        if (!ServiceName.is(name) || name.length() < 3) {
            throw new BadForm("De naam van een dienst heeft 3 tot 100 tekens: letters, cijfers, punt, streepje, _.");
        }
        try {
            OwnService service = OwnService.read(name, body);
            registrations.put(service);
            return Replies.json(200, json(service));
        } catch (IllegalArgumentException wrong) {
            throw new BadForm("De beschrijving van de dienst klopt niet. Verwacht: endpoint (http of https, zonder"
                    + " vraagteken), en als u wilt protocol (PROTOCOL_TCP_HTTP_1.1 of PROTOCOL_TCP_HTTP_2), mutual (true"
                    + " als de dienst een certificaat van de Inway wil zien; dan is endpoint https), atOnce (1 tot"
                    + " 100000), enabled (true of false) en properties (een object).");
        }
    }

    Response remove(Kept.Kind kind, String name) {
        return registrations.remove(kind, name) ? Replies.done() : Replies.notThere("Er is hier niets met deze naam.");
    }

    Response inways() {
        return Replies.json(
                200,
                JsonObject.EMPTY.with(
                        "inways",
                        Json.array(registrations.inways().stream().map(inway -> Moments.spelled(inway.toJson(), "seen")
                                .with("alive", registrations.isAlive(inway.seen()))))));
    }

    Response outways() {
        return Replies.json(
                200,
                JsonObject.EMPTY.with(
                        "outways", Json.array(registrations.outways().stream().map(outway -> Moments.spelled(
                                        outway.toJson(), "seen")
                                .with("alive", registrations.isAlive(outway.seen()))))));
    }
}
