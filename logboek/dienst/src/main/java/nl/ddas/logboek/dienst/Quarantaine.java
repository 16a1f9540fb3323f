// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.List;

/// Where lines wait that are not in the log. Safe for many threads.
public interface Quarantaine {

    /// Keeps them, and returns when they are durable. The same content of the same controller is kept once.
    ///
    /// @throws RuntimeException when it is not known whether they are kept
    void add(List<Apart> regels);

    /// What waits, oldest first.
    List<Apart> waiting(Houder houder, int aantal);

    /// How many wait, of all controllers: for an alarm.
    long count();
}
