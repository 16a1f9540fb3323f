// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.Locale;

/// How bad a Bevinding is.
public enum Niveau {
    /// Breaks the guideline: the extension cannot be used so.
    FOUT,
    /// Should be repaired.
    WAARSCHUWING,
    /// Good to know.
    INFORMATIEF;

    /// The word as written in reports and JSON.
    public String tekst() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether somebody has to do something about it.
    public boolean vraagtAandacht() {
        return this != INFORMATIEF;
    }
}
