// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// Guidance beside the phases.
public record Begeleiding(Periode periode, Optional<Begeleidingssoort> soort) {}
