// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import nl.ddas.basis.Network;

/// Waiting for the event loops, on a thread that may block.
final class Waiting {

    private Waiting() {}

    /// @throws IllegalStateException when the work failed or took too long
    static <T> T await(Future<T> future, Duration longest, String what) {
        try {
            return Network.await(future, longest, what);
        } catch (IOException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }
}
