// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.util.List;

/// Who looked in the log (READ-16): added to and read, never changed. Safe for many threads.
public interface Inzagen {

    /// Returns when it is durable; who records before it answers, answers nothing unseen.
    ///
    /// @throws RuntimeException when it is not known whether it is there: the answer should not be given
    void add(Inzage inzage);

    /// Those of a controller in a period, the oldest first.
    ///
    /// @param tot not included
    List<Inzage> read(Houder houder, Instant vanaf, Instant tot);
}
