// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

/// Whether trajecten of one person under different responsible gemeenten may become one.
public enum Gemeenteregel {
    /// Only under the same gemeente (aanleverprotocol June 2026). `Onbekend` joins a known one, never bridges two.
    GELIJK,
    /// The gemeente does not matter (aanleverprotocol July 2024).
    NEGEREN
}
