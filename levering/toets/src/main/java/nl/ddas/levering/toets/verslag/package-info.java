// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// What a check tells people and programs: the report on one's own file, and the Verwerkingsverslag of a delivery.
///
/// Start with [Bestandscontrole] (the administrator's file) or [Verwerkingsverslag] (what CBS sends back).
@NullMarked
package nl.ddas.levering.toets.verslag;

import org.jspecify.annotations.NullMarked;
