// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

/// How much may wait for a store, in lines and in bytes: many small lines cost as much memory as few large ones.
///
/// @param groep lines in one commit at most, unless one sender offers more at once
/// @param regels lines that may wait, those being stored included
/// @param bytes of the lines that may wait, as they are stored, less than 2 GiB; in memory a line takes some five times
///     as much
public record Wachtruimte(int groep, int regels, int bytes) {

    /// Some 200 MiB of memory at most.
    public static final Wachtruimte STANDAARD = new Wachtruimte(5_000, 100_000, 32 << 20);

    /// @throws IllegalArgumentException when nothing fits
    public Wachtruimte {
        if (groep < 1 || regels < 1 || bytes < 1) {
            throw new IllegalArgumentException("expected room for one line at least");
        }
    }
}
