// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.OptionalInt;
import nl.ddas.levering.model.Plaats;

/// One thing a rule found, ready to show. Never holds a BSN.
///
/// @param code code of the rule in the catalogue, such as `T-06`
/// @param geldtVoor what is refused when `ernst` is blocking
/// @param plaats where it stands
/// @param levering index of the levering from 0, empty when it is about the whole message
/// @param traject index of the traject from 0, empty when it is not about one traject
/// @param melding what is wrong, Dutch, one sentence
/// @param advies what to do about it, Dutch, one sentence
public record Bevinding(
        String code,
        Ernst ernst,
        GeldtVoor geldtVoor,
        Plaats plaats,
        OptionalInt levering,
        OptionalInt traject,
        String melding,
        String advies) {}
