// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// Kind of solution (EnumOplossingssoort).
public enum Oplossingssoort implements Waarde {
    BETALINGSREGELING("Betalingsregeling"),
    HERFINANCIERING("Herfinanciering"),
    SANERINGSKREDIET("Saneringskrediet"),
    SCHULDBEMIDDELING("Schuldbemiddeling"),
    NUL_PROCENT_AANBOD("0%-aanbod");

    private final String tekst;

    Oplossingssoort(String tekst) {
        this.tekst = tekst;
    }

    @Override
    public String tekst() {
        return tekst;
    }

    /// The value with exactly this text, empty when there is none.
    public static Optional<Oplossingssoort> lees(String tekst) {
        return Waarde.lees(values(), tekst);
    }
}
