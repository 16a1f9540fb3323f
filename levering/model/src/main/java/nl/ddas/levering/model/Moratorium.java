// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.util.Optional;

/// A pause in which creditors may not collect.
public record Moratorium(Optional<LocalDate> datumAanvraag, Optional<LocalDate> datumGoedkeuring, Periode periode) {}
