// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

/// What became of a moment of the calendar.
public enum Momentafloop {

    /// Nothing was ever collected before that moment, and its half-year not since: whoever starts here first says
    /// when to begin.
    EERSTE_KEER,

    /// Its half-year was not collected at that moment or after it.
    OVERGESLAGEN,

    /// A collection of its half-year was begun, before that moment or after it, and is not finished.
    ONDERWEG,

    /// A collection of its half-year was finished at that moment or after it.
    GEDAAN
}
