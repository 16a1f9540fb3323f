// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// A version of the exchange model.
public enum Versie implements Waarde {
    V0_8("v0.8"),
    V0_9("v0.9"),
    V0_10("v0.10"),
    V1_0("v1.0");

    private final String tekst;

    Versie(String tekst) {
        this.tekst = tekst;
    }

    @Override
    public String tekst() {
        return tekst;
    }

    /// The version with exactly this text, empty when there is none.
    public static Optional<Versie> lees(String tekst) {
        return Waarde.lees(values(), tekst);
    }
}
