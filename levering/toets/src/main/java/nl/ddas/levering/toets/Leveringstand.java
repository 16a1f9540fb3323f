// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.OptionalLong;
import nl.ddas.levering.model.LeveringKop;

/// The levering that is being read.
///
/// @param pagina index of the message in which it began, from 0
/// @param index of the levering in that message
/// @param pointer JSON pointer of the levering
/// @param nummer serial number of the levering in the delivery, from 0
/// @param organisatie see [Vorige#organisatie]
/// @param geweigerd whether a blocking Bevinding refuses it
/// @param heeftTrajecten whether the array was there
record Leveringstand(
        int pagina,
        int index,
        String pointer,
        int nummer,
        LeveringKop kop,
        Omgeving omgeving,
        String organisatie,
        boolean geweigerd,
        boolean heeftTrajecten,
        Leveringpatroon telling) {

    void besluit(Vorige vorige, Vondsten vondsten) {
        OptionalLong toen = vorige.trajecten(organisatie);
        telling.besluit(heeftTrajecten, toen, vondsten);
    }
}
