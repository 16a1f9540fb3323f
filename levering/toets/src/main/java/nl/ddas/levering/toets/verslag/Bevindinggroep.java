// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.util.List;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.toets.Ernst;

/// All findings of one code and severity that ask the same to be done.
///
/// @param voorbeeld message of the first one
/// @param advies what to do
/// @param plaatsen places of at most the first five
public record Bevindinggroep(
        String code, Ernst ernst, long aantal, String voorbeeld, String advies, List<Plaats> plaatsen) {}
