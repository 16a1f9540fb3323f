// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import nl.ddas.basis.JsonValue.JsonObject;

/// Free members of a Grant (FSC Properties): part of its hash, copied into the access token as claim `prp`.
///
/// @param members as received, order and number forms kept
public record Properties(JsonObject members) {

    /// Length of the canonical form in bytes; the Group has a limit on it.
    public int size() {
        return Canonical.bytes(members).length;
    }
}
