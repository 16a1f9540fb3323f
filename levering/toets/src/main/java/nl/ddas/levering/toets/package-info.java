// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// Checks a delivery: a table of rules gives Bevindingen, Bevindingen give an Oordeel and a Verwerkingsverslag.
///
/// Start with [Toetser]. Depends on `levering.model`, `presentation` and `basis`; knows no network and no
/// database.
@NullMarked
package nl.ddas.levering.toets;

import org.jspecify.annotations.NullMarked;
