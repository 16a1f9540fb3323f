// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// Burgerservicenummer as delivered, right or wrong. Prints itself masked, so that it cannot end up in a log by
/// accident.
public record Bsn(String waarde) {

    /// Nine digits: blanks and dots taken out, eight digits get a leading zero; empty when that does not give nine
    /// digits.
    public Optional<String> genormaliseerd() {
        StringBuilder cijfers = new StringBuilder(9);
        for (int i = 0; i < waarde.length(); i++) {
            char teken = waarde.charAt(i);
            if (teken >= '0' && teken <= '9') {
                cijfers.append(teken);
            } else if (teken != '.' && teken != ' ' && teken != '-') {
                return Optional.empty();
            }
        }
        if (cijfers.length() == 8) {
            cijfers.insert(0, '0');
        }
        return cijfers.length() == 9 ? Optional.of(cijfers.toString()) : Optional.empty();
    }

    /// Whether the normalised number passes the elfproef (weights 9..2 and -1) and is not all zeros.
    public boolean voldoetAanElfproef() {
        return Bsncijfers.elfproef(Bsncijfers.getal(waarde));
    }

    @Override
    public String toString() {
        return "Bsn[*********]";
    }
}
