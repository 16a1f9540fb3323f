// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

/// How far a trace is followed.
///
/// @param diepte steps from a begin at most
/// @param logboeken asked at most
/// @param regels taken in at most, of all logs
/// @param bytes read at most, of all logs
public record Volggrenzen(int diepte, int logboeken, int regels, long bytes) {

    /// Ten steps, thirty logs, 10.000 lines, 64 MiB.
    public static final Volggrenzen GEWOON = new Volggrenzen(10, 30, 10_000, 64L << 20);

    /// @throws IllegalArgumentException when one is below 1 (depth: below 0)
    public Volggrenzen {
        if (diepte < 0 || logboeken < 1 || regels < 1 || bytes < 1) {
            throw new IllegalArgumentException("expected limits above 0");
        }
    }
}
