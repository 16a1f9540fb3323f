// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.time.Instant;
import java.util.UUID;

/// Whether the log has lines of an activity: a version may not be put behind a line that was written under another one
/// (LDV-R10). The log fills it.
@FunctionalInterface
public interface Regelaanwezigheid {

    /// A register that knows no log.
    Regelaanwezigheid GEEN = (_, _, _) -> false;

    /// Whether there is a line that started in this time.
    ///
    /// @param van inclusive
    /// @param tot exclusive
    boolean has(UUID activiteit, Instant van, Instant tot);
}
