// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

/// When an action began and ended, kept as precisely as it came.
///
/// @param start nanoseconds since the epoch, above 0
/// @param eind nanoseconds since the epoch, not before the start
public record Tijdspanne(long start, long eind) {

    private static final long NANOS = 1_000_000;

    /// @throws IllegalArgumentException when the end is before the start, or the start not after the epoch
    public Tijdspanne {
        if (start <= 0 || eind < start) {
            throw new IllegalArgumentException("expected a start after the epoch and an end not before it");
        }
    }

    /// `start_time` (LDV 3.2.2.5): whole milliseconds since the epoch, rounded down.
    public long startMillis() {
        return start / NANOS;
    }

    /// `end_time` (LDV 3.2.2.6): whole milliseconds since the epoch, rounded down.
    public long eindMillis() {
        return eind / NANOS;
    }
}
