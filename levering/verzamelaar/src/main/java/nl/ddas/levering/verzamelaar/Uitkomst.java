// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Duration;
import java.util.Optional;

/// How one attempt went.
sealed interface Uitkomst<T> {

    record Gelukt<T>(T waarde) implements Uitkomst<T> {}

    /// Trying again may help.
    ///
    /// @param na how long the other side asks to wait
    record Later<T>(String reden, Optional<Duration> na) implements Uitkomst<T> {}

    /// Trying again will not help: somebody must look at it.
    record Nooit<T>(String reden) implements Uitkomst<T> {}
}
