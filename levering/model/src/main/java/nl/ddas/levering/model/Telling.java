// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

/// Counts what is handed over.
final class Telling {
    int leveringen;
    long trajecten;
    long clienten;
    long vormfouten;

    Lezing.Aantallen aantallen() {
        return new Lezing.Aantallen(leveringen, trajecten, clienten, vormfouten);
    }
}
