// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Arrays;
import java.util.Optional;

/// What a published Service speaks.
public enum Protocol {
    HTTP_1_1("PROTOCOL_TCP_HTTP_1.1"),
    HTTP_2("PROTOCOL_TCP_HTTP_2");

    private final String wire;

    Protocol(String wire) {
        this.wire = wire;
    }

    /// Name in messages.
    public String wire() {
        return wire;
    }

    /// The protocol with this name in messages.
    public static Optional<Protocol> find(String wire) {
        return Arrays.stream(values()).filter(p -> p.wire.equals(wire)).findFirst();
    }
}
