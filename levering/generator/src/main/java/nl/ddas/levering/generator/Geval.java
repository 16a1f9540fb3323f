// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

/// One traject of the world, whole.
///
/// @param plek slot in the world
/// @param halfjaar half-year in which it started; with `plek` it names the traject
/// @param persoonHalfjaar half-year in which the persons first asked for help; with `plek` it names them
/// @param persoonStart day on which they did
/// @param zaad seed of everything that is drawn for this traject alone
record Geval(
        Stroom stroom,
        long plek,
        int halfjaar,
        int persoonHalfjaar,
        int persoonStart,
        Verloop verloop,
        Deling deling,
        Zaad zaad) {

    /// Number of the traject in its world.
    long nummer() {
        return plek * Bsns.PER_PLEK + Math.floorMod(halfjaar, Bsns.PER_PLEK);
    }

    /// Number within the slot of the first of its persons.
    int persoon() {
        return Math.floorMod(persoonHalfjaar, Bsns.PER_PLEK / 2) * 2;
    }
}
