// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Arrays;
import java.util.Optional;

/// The four kinds of Grant (FSC Core, "Grants").
public enum GrantType {
    SERVICE_PUBLICATION(2),
    SERVICE_CONNECTION(3),
    DELEGATED_SERVICE_CONNECTION(4),
    DELEGATED_SERVICE_PUBLICATION(5);

    private final int hashType;

    GrantType(int hashType) {
        this.hashType = hashType;
    }

    /// Name in messages, such as `GRANT_TYPE_SERVICE_CONNECTION`.
    public String wire() {
        return "GRANT_TYPE_" + name();
    }

    /// Number in a grant hash, 2 to 5. The standard also numbers the types 1 to 4; those numbers stand in no hash.
    public int hashType() {
        return hashType;
    }

    /// Whether it gives access to a Service; a token can be had for these only.
    public boolean isConnection() {
        return switch (this) {
            case SERVICE_CONNECTION, DELEGATED_SERVICE_CONNECTION -> true;
            case SERVICE_PUBLICATION, DELEGATED_SERVICE_PUBLICATION -> false;
        };
    }

    /// The type with this name in messages.
    public static Optional<GrantType> find(String wire) {
        return Arrays.stream(values()).filter(t -> t.wire().equals(wire)).findFirst();
    }

    /// The type with this number in a hash.
    public static Optional<GrantType> ofHash(int hashType) {
        return Arrays.stream(values()).filter(t -> t.hashType == hashType).findFirst();
    }
}
