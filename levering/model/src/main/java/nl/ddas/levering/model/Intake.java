// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.util.Optional;

/// Between the first talk and the plan of action, with the decision that ends it.
public record Intake(
        Periode periode, Optional<LocalDate> beschikkingsdatum, Optional<Beschikkingssoort> beschikkingssoort) {}
