// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

/// The choices of one combining run; stored with every outcome.
///
/// @param maxgat largest number of days between the end of one traject and the start of the next that still makes them
/// one; 0 asks for a shared day
public record Instellingen(Gemeenteregel gemeenteregel, BsnModus bsnmodus, int maxgat) {
    /// The rules of June 2026.
    public static final Instellingen STANDAARD = new Instellingen(Gemeenteregel.GELIJK, BsnModus.STRIKT, 0);

    public Instellingen {
        if (maxgat < 0 || maxgat > 3660) {
            throw new IllegalArgumentException("maxgat: expected 0..3660 days, got " + maxgat);
        }
    }
}
