// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.OptionalLong;
import nl.ddas.levering.model.LeveringKop;

/// The levering that is being read.
///
/// @param plek where it began
/// @param nummer serial number of the levering in the delivery, from 0
/// @param organisatie see [Vorige#organisatie]
/// @param geweigerd whether a blocking Bevinding refuses it
/// @param heeftTrajecten whether the array was there
record Leveringstand(
        Kopplek.Levering plek,
        int nummer,
        LeveringKop kop,
        String organisatie,
        boolean geweigerd,
        boolean heeftTrajecten,
        Leveringpatroon telling) {

    void besluit(Vorige vorige, Vondsten vondsten) {
        OptionalLong toen = vorige.trajecten(organisatie);
        telling.besluit(heeftTrajecten, toen, vondsten);
    }
}
