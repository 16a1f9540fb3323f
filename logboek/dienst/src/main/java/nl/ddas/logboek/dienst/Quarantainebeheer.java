// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Quarantine as who decides about it uses it. There is no removing here: what a sender offered, and that it
/// was refused, is evidence too, and goes when its time is over (see [Quarantaine#removeBefore]).
public interface Quarantainebeheer {

    /// What is kept, oldest first, what was taken up included.
    ///
    /// @param na the number after which to begin; 0 for the first
    List<Quarantaineregel> list(long na, int aantal);

    /// The bytes of a line; empty when it is not there or was taken up. They may hold persons.
    Optional<byte[]> inhoud(long nummer);

    /// Notes that it is in the log now, and forgets what it held: the log has that.
    void takenUp(long nummer, Instant now);

    /// Notes why it is still not in the log.
    void stillWrong(long nummer, List<String> codes);
}
