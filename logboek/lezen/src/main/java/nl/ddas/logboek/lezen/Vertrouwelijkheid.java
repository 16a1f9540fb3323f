// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.time.Instant;

/// What the register says about confidentiality of an activity (READ-13, READ-14). It is asked for each line, so it
/// must be fast: a cache, not a call.
@FunctionalInterface
public interface Vertrouwelijkheid {

    /// Nothing is confidential.
    Vertrouwelijkheid GEEN = (_, _, _) -> false;

    /// Whether lines of an activity stay hidden.
    ///
    /// @param activiteit as it stands in the line
    /// @param regel when the action began
    /// @param nu when is read: confidentiality may have ended
    /// @throws RuntimeException when it is not known: then nothing is shown
    boolean isVertrouwelijk(String activiteit, Instant regel, Instant nu);
}
