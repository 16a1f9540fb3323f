// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.util.Optional;

/// The plan of action.
public record PlanVanAanpak(Optional<LocalDate> datumAfronding) {}
