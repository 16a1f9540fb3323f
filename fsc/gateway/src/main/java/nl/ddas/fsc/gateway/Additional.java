// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.AccessToken;

/// What extensions want in a log record beside the claims of the core.
final class Additional {

    /// Properties of FSC External Contract, by which a delegation refers to a contract outside FSC.
    private static final List<String> EXTERNAL_CONTRACT = List.of(
            "delegation.connection.external_contract_reference", "delegation.publication.external_contract_reference");

    private Additional() {}

    /// Those properties of the token, as they stand in it; nothing when it has none.
    static Optional<JsonObject> of(AccessToken token) {
        if (token.properties().isEmpty()) {
            return Optional.empty();
        }
        JsonObject found = JsonObject.EMPTY;
        for (String name : EXTERNAL_CONTRACT) {
            Optional<JsonValue> value = token.properties().get().members().get(name);
            if (value.isPresent()) {
                found = found.with(name, value.get());
            }
        }
        return found.members().isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
