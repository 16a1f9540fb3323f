// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

/// What becomes of a line, mildest first.
public enum Gevolg {
    /// Stored; the sender or an operator should know.
    WAARSCHUWEN,
    /// Not stored as a line, but kept until somebody has looked: it may be right after all.
    QUARANTAINE,
    /// Cannot be a line.
    WEIGEREN
}
