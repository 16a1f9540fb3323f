// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.time.Duration;
import java.util.Optional;

/// What became of one attempt to deliver.
sealed interface Uitkomst {

    /// Every line is in the log.
    record Bevestigd() implements Uitkomst {}

    /// Some or all lines were refused, and sending them again does not help. For LDV that is a failure, although OTLP
    /// answers 200 when it is about some of them.
    record Geweigerd(long regels, String reden) implements Uitkomst {}

    /// Not now.
    ///
    /// @param wacht as the log asked
    record Later(Optional<Duration> wacht, String reden) implements Uitkomst {}
}
