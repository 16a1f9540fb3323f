// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// Why help ended (EnumUitstroomreden).
public enum Uitstroomreden implements Waarde {
    OVERLEDEN("Overleden"),
    VERHUISD("Verhuisd"),
    NIETVERSCHENEN("Nietverschenen"),
    INGETROKKEN("Ingetrokken"),
    NIET_PASSEND("Niet passend"),
    OVERIG("Overig"),
    VOLDOET_NIET("Voldoet niet"),
    AFGEROND("Afgerond"),
    ZELF("Zelf");

    private final String tekst;

    Uitstroomreden(String tekst) {
        this.tekst = tekst;
    }

    @Override
    public String tekst() {
        return tekst;
    }

    /// The value with exactly this text, empty when there is none.
    public static Optional<Uitstroomreden> lees(String tekst) {
        return Waarde.lees(values(), tekst);
    }
}
