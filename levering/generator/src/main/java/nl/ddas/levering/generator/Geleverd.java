// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;

/// One traject with the levering it belongs to.
///
/// @param levering index of the levering from 0; trajecten of one levering come one after the other
/// @param kop the same object for all trajecten of a levering
public record Geleverd(int levering, LeveringKop kop, Schuldhulptraject traject) {}
