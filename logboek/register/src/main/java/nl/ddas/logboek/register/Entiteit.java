// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.UUID;

/// A party: controller, processor, recipient (`Entity` of the draft API). Not versioned: contact data of people must be
/// able to go.
public record Entiteit(UUID id, EntityType type, String name, Contact contact) {

    /// Whether even the name belongs to a person.
    public boolean isPerson() {
        return type == EntityType.NATURAL_PERSON;
    }

    @Override
    public String toString() {
        return "Entiteit[" + id + "]";
    }
}
