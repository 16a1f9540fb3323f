// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// Kind of debt (EnumSchuldensoort).
public enum Schuldensoort implements Waarde {
    ZORG("Zorg"),
    PUBLIEK("Publiek"),
    NUTS("Nuts"),
    OVERIG("Overig");

    private final String tekst;

    Schuldensoort(String tekst) {
        this.tekst = tekst;
    }

    @Override
    public String tekst() {
        return tekst;
    }

    /// The value with exactly this text, empty when there is none.
    public static Optional<Schuldensoort> lees(String tekst) {
        return Waarde.lees(values(), tekst);
    }
}
