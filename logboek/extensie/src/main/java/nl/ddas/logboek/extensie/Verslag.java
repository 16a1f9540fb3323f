// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;

/// The report on a set of definitions.
///
/// @param bestanden in the order given
/// @param sleutels how many keys the set has together
/// @param langsteSleutel in characters
public record Verslag(List<Bestandsverslag> bestanden, int sleutels, int langsteSleutel) {

    public Verslag {
        bestanden = List.copyOf(bestanden);
    }

    /// Whether somebody has to do something: a warning or worse.
    public boolean vraagtAandacht() {
        return bestanden.stream().anyMatch(Bestandsverslag::vraagtAandacht);
    }
}
