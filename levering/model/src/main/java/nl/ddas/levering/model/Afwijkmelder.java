// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

/// Hears of each thing that does not fit the model.
@FunctionalInterface
interface Afwijkmelder {
    void meld(Afwijking afwijking, Positie plek);
}
