// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

/// What became of one line in the store.
public enum Opslag {
    /// Stored now.
    NIEUW,
    /// The same line was there already: nothing to do, and as good as stored.
    HERHALING,
    /// Another line with the same ids was there already. What was there is untouched (LDV-L12).
    CONFLICT
}
