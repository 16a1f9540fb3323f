// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

/// When a key has to be on a line.
public sealed interface Vereiste {

    /// It may always be left out.
    record Nooit() implements Vereiste {}

    /// On each line that carries any key of the extension.
    record BinnenExtensie() implements Vereiste {}

    /// On every line of a logbook; no extension may ask that.
    record Altijd() implements Vereiste {}

    /// On lines of the extension for which this holds.
    record Als(String tekst, Voorwaarde voorwaarde) implements Vereiste {}
}
