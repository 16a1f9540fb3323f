// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// Kind of guidance (EnumBegeleidingssoort).
public enum Begeleidingssoort implements Waarde {
    BUDGETCOACHING("Budgetcoaching"),
    BUDGETBEHEER("Budgetbeheer"),
    BESCHERMINGSBEWIND("Beschermingsbewind"),
    LANGE_TERMIJN_BEGELEIDING("Lange Termijn Begeleiding (DFD)"),
    BUDGETBEGELEIDING("Budgetbegeleiding");

    private final String tekst;

    Begeleidingssoort(String tekst) {
        this.tekst = tekst;
    }

    @Override
    public String tekst() {
        return tekst;
    }

    /// The value with exactly this text, empty when there is none.
    public static Optional<Begeleidingssoort> lees(String tekst) {
        return Waarde.lees(values(), tekst);
    }
}
