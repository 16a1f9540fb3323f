// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

/// How much of a stranger is read. A small body can ask for much memory (64 MiB of empty attributes is 33 million
/// objects), so bytes, lines and values are counted apart.
///
/// @param bytes of one body after decompression
/// @param regels lines in one body
/// @param waarden attributes and values in one body, nested ones too
/// @param diepte of lists and groups in each other
/// @param regelbytes of one line
public record Grenzen(long bytes, int regels, int waarden, int diepte, int regelbytes) {

    /// 64 MiB as the OTLP specification recommends, 100.000 lines, 2 million values, 8 deep, 1 MiB a line.
    public static final Grenzen STANDAARD = new Grenzen(64L << 20, 100_000, 2_000_000, 8, 1 << 20);
}
