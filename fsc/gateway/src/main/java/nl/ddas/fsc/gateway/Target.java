// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A Service with the connections to it, and how many requests it has now.
///
/// @param running how many
record Target(InwayConfig.Service service, Onward onward, AtomicInteger running) {

    /// Takes one request more.
    ///
    /// @return to run when it is over, once or more often; nothing when the service has as many as it may have
    Optional<Runnable> enter() {
        if (running.incrementAndGet() > service.atOnce()) {
            running.decrementAndGet();
            return Optional.empty();
        }
        AtomicBoolean over = new AtomicBoolean();
        return Optional.of(() -> {
            if (over.compareAndSet(false, true)) {
                running.decrementAndGet();
            }
        });
    }
}
