// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

/// What a rule does: looks at one thing and reports what is not right. Must be quick and free of garbage
/// when all is well.
///
/// @param <X> what it looks at
@FunctionalInterface
interface Proef<X> {
    void proef(X onderwerp, Omgeving omgeving, Vondsten vondsten);
}
