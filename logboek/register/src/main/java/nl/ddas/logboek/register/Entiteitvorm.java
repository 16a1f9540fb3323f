// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// Reads and writes a party, with the names of the draft API.
final class Entiteitvorm {

    private Entiteitvorm() {}

    /// Reads; what is wrong is told to the card.
    static Optional<Entiteit> read(Kaart kaart) {
        String name = kaart.text("name");
        Contact contact = new Contact(
                kaart.text("address"),
                kaart.text("postalCode"),
                kaart.text("city"),
                kaart.text("country"),
                kaart.text("phonenumber"),
                kaart.text("email"));
        Optional<Entiteit> entiteit = Waarden.uuid(kaart, "id")
                .flatMap(id -> Waarden.word(kaart, "type", EntityType.class)
                        .map(type -> new Entiteit(id, type, name, contact)));
        Inhoudlezer.required(kaart, "id", "type", "name");
        kaart.end();
        return entiteit;
    }

    /// What everybody may know: nothing about a person but that there is one (LDV-R9).
    static JsonObject open(Entiteit entiteit) {
        JsonObject json = JsonObject.EMPTY
                .with("id", entiteit.id().toString())
                .with("type", entiteit.type().woord());
        return entiteit.isPerson() ? json : json.with("name", entiteit.name());
    }

    /// With contact data.
    static JsonObject whole(Entiteit entiteit) {
        Contact contact = entiteit.contact();
        JsonObject json = open(entiteit).with("name", entiteit.name());
        json = Inhoudschrijver.text(json, "address", contact.address());
        json = Inhoudschrijver.text(json, "postalCode", contact.postalCode());
        json = Inhoudschrijver.text(json, "city", contact.city());
        json = Inhoudschrijver.text(json, "country", contact.country());
        json = Inhoudschrijver.text(json, "phonenumber", contact.phonenumber());
        return Inhoudschrijver.text(json, "email", contact.email());
    }
}
