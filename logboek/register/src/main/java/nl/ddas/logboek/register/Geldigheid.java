// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.time.Instant;
import java.util.Optional;

/// A version with the time in which it holds.
///
/// @param vanaf inclusive
/// @param tot exclusive; empty when it holds until further notice
public record Geldigheid(Versie versie, Instant vanaf, Optional<Instant> tot) {}
