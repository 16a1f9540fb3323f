// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

/// One line of the table of rules: a row of the catalogue and the code that proves it.
///
/// @param <X> what the rule looks at
record Regel<X>(String code, Proef<X> proef) {}
