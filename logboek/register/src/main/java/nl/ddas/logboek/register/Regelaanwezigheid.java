// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.time.Instant;
import java.util.function.Predicate;

/// Whether the log has lines of an activity: a version may not be put behind a line that was written under another one
/// (LDV-R10). The log fills it.
@FunctionalInterface
public interface Regelaanwezigheid {

    /// A register that knows no log.
    Regelaanwezigheid GEEN = (_, _, _) -> false;

    /// Whether there is a line that started in this time, of whatever controller.
    ///
    /// @param noemt whether what stands in a line names the activity
    /// @param van inclusive
    /// @param tot exclusive
    /// @throws RuntimeException when the log cannot be asked: then nothing may be put behind it
    boolean has(Predicate<String> noemt, Instant van, Instant tot);
}
