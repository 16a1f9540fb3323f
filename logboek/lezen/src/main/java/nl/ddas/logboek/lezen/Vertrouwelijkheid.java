// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.time.Instant;
import java.util.Optional;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.Leeszicht;

/// What the register says about confidentiality (READ-13, READ-14). It is asked for each question, so it must be fast:
/// a cache, not a call.
@FunctionalInterface
public interface Vertrouwelijkheid {

    /// Nothing is confidential: for a log without a register.
    Vertrouwelijkheid GEEN = (_, _, _) -> Optional.empty();

    /// Which lines may be seen by who has no right to confidential ones. It decides before a line is read: what is
    /// not in it does not leave the store.
    ///
    /// @param houder whose log is read
    /// @param activiteit the one that is asked for, if any: nothing else needs to be said
    /// @param nu when is read: confidentiality may have ended
    /// @return empty when all may be seen
    /// @throws RuntimeException when it is not known: then nothing is shown
    Optional<Leeszicht> zicht(Houder houder, Optional<String> activiteit, Instant nu);
}
