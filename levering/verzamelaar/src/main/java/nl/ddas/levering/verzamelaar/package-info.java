// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// CBS' collector: fetches the gegevens of a period from every supplier, keeps them sealed as evidence, checks them,
/// sends each supplier its Verwerkingsverslag, and reads what was approved into the database.
///
/// Start with [Verzamelaar]. One [Ophaling] stands for one supplier and period; its [Toestand] is a row in the
/// database, so that a run that was killed goes on where it was. Who the suppliers are comes in through
/// [Leveranciers]; nothing here knows the gateway by which they are reached.
@NullMarked
package nl.ddas.levering.verzamelaar;

import org.jspecify.annotations.NullMarked;
