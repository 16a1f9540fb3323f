// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import nl.ddas.levering.model.Gemeente;
/// A row of slots of the world in one gemeente: as many trajecten in every half-year.
///
/// @param eerstePlek number of the first slot in the world; no two streams of a world share a slot
/// @param aantal number of slots, so of trajecten in every half-year
/// @param uitbesteed whether another organisation carries out part of the trajecten and delivers those parts
/// itself
/// @param verhuisd whether a few of the trajecten stand in a second gemeente too

public record Stroom(Gemeente gemeente, long eerstePlek, int aantal, boolean uitbesteed, boolean verhuisd) {}
