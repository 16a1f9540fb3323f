// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Afwijking;
import nl.ddas.levering.model.Afwijking.Soort;
import nl.ddas.levering.model.Schuldhulptraject;

/// Finds what was delivered in a field that could not be read as the schema says, so that the rule that
/// knows the field can speak beside A-03.
final class Afwijkingen {

    private Afwijkingen() {}

    /// The text of a field; when it came as another JSON type (a number for a text), that value as text; else
    /// empty text.
    static String tekst(Optional<String> veld, Schuldhulptraject traject, String pad) {
        if (veld.isPresent()) {
            return veld.get();
        }
        List<Afwijking> afwijkingen = traject.afwijkingen();
        for (int i = 0; i < afwijkingen.size(); i++) {
            Afwijking afwijking = afwijkingen.get(i);
            if (afwijking.soort() == Soort.ANDER_TYPE && afwijking.pad().equals(pad)) {
                return afwijking.tekst();
            }
        }
        return "";
    }

    /// Whether something was delivered in the field after all, though not as the schema says.
    static boolean staatEr(Schuldhulptraject traject, String pad) {
        List<Afwijking> afwijkingen = traject.afwijkingen();
        for (int i = 0; i < afwijkingen.size(); i++) {
            Afwijking afwijking = afwijkingen.get(i);
            if (afwijking.soort() != Soort.LEEG
                    && afwijking.soort() != Soort.ONBEKEND_VELD
                    && afwijking.pad().equals(pad)) {
                return true;
            }
        }
        return false;
    }
}
