// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.Locale;

/// How bad a Bevinding is.
public enum Ernst {
    /// Refuses what the rule is about: message, levering or traject.
    BLOKKEREND,
    /// Should be repaired; is read.
    WAARSCHUWING,
    /// Good to know.
    INFORMATIEF;

    /// The word as written in reports and JSON.
    public String tekst() {
        return name().toLowerCase(Locale.ROOT);
    }
}
