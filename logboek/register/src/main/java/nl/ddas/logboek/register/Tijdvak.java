// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.time.Instant;
import java.util.Optional;

/// A stretch of time in which lines began.
///
/// @param vanaf inclusive
/// @param tot exclusive; empty when there is no end to it yet
public record Tijdvak(Instant vanaf, Optional<Instant> tot) {

    /// Since lines are written.
    static final Tijdvak ALTIJD = new Tijdvak(Instant.EPOCH, Optional.empty());

    /// Whether a moment lies in it.
    public boolean has(Instant moment) {
        return !moment.isBefore(vanaf)
                && tot.filter(end -> !moment.isBefore(end)).isEmpty();
    }
}
