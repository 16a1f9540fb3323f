// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// Kind of decision that ends the intake (EnumBeschikkingssoort).
public enum Beschikkingssoort implements Waarde {
    AFWIJZINGSBESCHIKKING("Afwijzingsbeschikking"),
    TOELATINGSBESCHIKKING("Toelatingsbeschikking");

    private final String tekst;

    Beschikkingssoort(String tekst) {
        this.tekst = tekst;
    }

    @Override
    public String tekst() {
        return tekst;
    }

    /// The value with exactly this text, empty when there is none.
    public static Optional<Beschikkingssoort> lees(String tekst) {
        return Waarde.lees(values(), tekst);
    }
}
