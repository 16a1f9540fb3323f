// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.util.Optional;

/// A stretch of days, both ends inclusive, each possibly unknown: the shape of most phases in the model.
public record Periode(Optional<LocalDate> startdatum, Optional<LocalDate> einddatum) {}
