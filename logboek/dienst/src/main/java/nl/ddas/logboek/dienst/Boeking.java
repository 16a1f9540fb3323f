// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.List;

/// What became of lines that were offered to the store.
public sealed interface Boeking {

    /// Each was decided on, and what was stored is durable.
    ///
    /// @param opslag for each line, in the order in which they were offered
    record Geboekt(List<Opslag> opslag) implements Boeking {
        public Geboekt {
            opslag = List.copyOf(opslag);
        }
    }

    /// Too many lines wait already. None of these was taken; they may be offered again later.
    record Vol() implements Boeking {}
}
