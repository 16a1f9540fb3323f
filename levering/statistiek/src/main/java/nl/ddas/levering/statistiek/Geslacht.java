// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.Locale;

/// Sex as delivered, with the usual synonyms read; anything else counts as unknown.
public enum Geslacht {
    MAN("Man"),
    VROUW("Vrouw"),
    ONBEKEND("Onbekend");

    private final String tekst;

    Geslacht(String tekst) {
        this.tekst = tekst;
    }

    /// The word for tables.
    public String tekst() {
        return tekst;
    }

    /// Reads `Man`, `M`, `1`, `Vrouw`, `V`, `2` in any case; the rest (`Leeg`, `O`, `0`, nonsense) is unknown.
    public static Geslacht lees(String tekst) {
        return switch (tekst.strip().toLowerCase(Locale.ROOT)) {
            case "man", "m", "1", "mannelijk" -> MAN;
            case "vrouw", "v", "2", "vrouwelijk" -> VROUW;
            case String anders -> ONBEKEND;
        };
    }

    /// Equal, or unknown on one side.
    boolean past(Geslacht ander) {
        return this == ander || this == ONBEKEND || ander == ONBEKEND;
    }
}
