// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

/// A register that stays as it is while the program runs, such as the one that comes with it.
///
/// @param document given out once
public record Vastebron(Registerdocument document) implements Registerbron {

    private static final String MERK = "vast";

    @Override
    public Antwoord fetch(String merk) {
        return merk.equals(MERK) ? new Antwoord.Zelfde() : new Antwoord.Nieuw(document, MERK);
    }
}
