// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.io.Serial;

/// Ends the walk over a message that we refuse; caught in [BerichtLezer] and turned into a [Lezing], so it never
/// leaves this package. An IOException, because the stream below the parser refuses bytes too.
final class Weigering extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Reden reden;

    Weigering(Reden reden) {
        super(reden.toString());
        this.reden = reden;
    }

    Reden reden() {
        return reden;
    }

    /// No trace is needed for what we expect.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /// Why reading ended.
    sealed interface Reden {

        /// @param positie byte offset from 0 of the first byte that is no UTF-8
        record SlechteByte(long positie) implements Reden {}

        /// @param uitleg what is wrong, in Dutch
        record Json(Positie plek, String uitleg) implements Reden {}

        /// @param uitleg which limit of ours it goes beyond, in Dutch
        record Grens(Positie plek, String uitleg) implements Reden {}
    }
}
