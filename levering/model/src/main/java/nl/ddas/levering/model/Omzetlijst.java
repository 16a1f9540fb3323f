// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.ArrayList;
import java.util.List;

/// Gathers what was converted until it is handed over.
final class Omzetlijst {

    /// One conversion and where the value stands that it is about.
    ///
    /// @param regel counted like `positie`: from the same start
    /// @param positie number of bytes from the start of the message, or of the traject that is being converted
    record Regel(Omzetting omzetting, long regel, long positie) {}

    private final List<Regel> regels = new ArrayList<>();

    /// Notes a conversion of a value in a traject.
    void meld(Omzetting.Soort soort, Knoop waar, String van, String naar) {
        regels.add(new Regel(new Omzetting(soort, waar.pad(), van, naar), waar.regel(), waar.positie()));
    }

    /// Notes a conversion in a header.
    ///
    /// @param pad below the message
    void meld(Omzetting.Soort soort, String pad, Positie plek, String van, String naar) {
        regels.add(new Regel(new Omzetting(soort, pad, van, naar), plek.regel(), plek.offset()));
    }

    List<Regel> regels() {
        return regels;
    }
}
