// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Arrays;
import java.util.Optional;

/// What a Peer says with a signature over a content hash.
public enum SignatureType {
    ACCEPT("accept"),
    REJECT("reject"),
    REVOKE("revoke");

    private final String wire;

    SignatureType(String wire) {
        this.wire = wire;
    }

    /// Name in signatures, in paths and in lists.
    public String wire() {
        return wire;
    }

    /// The type with this name.
    public static Optional<SignatureType> find(String wire) {
        return Arrays.stream(values()).filter(t -> t.wire.equals(wire)).findFirst();
    }
}
