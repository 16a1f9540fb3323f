// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.util.Optional;

/// One debt.
///
/// @param bedrag whole euros
public record Schuld(
        Optional<Long> bedrag,
        Optional<LocalDate> peildatum,
        Optional<Boolean> zakelijkeSchuld,
        Optional<Schuldensoort> schuldsoort,
        Optional<Schuldeiser> schuldeiser) {}
