// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// The solution that is carried out.
///
/// @param vtlb vrij te laten bedrag, whole euros a month
public record Oplossing(Periode periode, Optional<Long> vtlb, Optional<Oplossingssoort> soort) {}
