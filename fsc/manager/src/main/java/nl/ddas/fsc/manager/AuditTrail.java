// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who did what, so that it can be accounted for. An act is written down before it is done, and what it came to
/// afterwards: what cannot be written down is not done. Safe for many threads.
public interface AuditTrail {

    /// Outcome of an act that was begun; stays when the Manager died before the end of it.
    String BEGUN = "begun";

    /// An act.
    ///
    /// @param who name of the operator or part, as in its certificate; `manager` for what the Manager does
    ///     by itself
    /// @param act such as `contract-accept`
    /// @param subject what it was done to: a hash, a name; no personal data
    record Act(String who, String act, String subject) {}

    /// An act as it was written down.
    ///
    /// @param number grows with each act
    /// @param outcome `begun`, `done`, or why not
    record Entry(long number, Instant at, Act act, String outcome) {}

    /// Which entries are wanted, newest first.
    ///
    /// @param before entries with a lower number than this
    /// @param limit at most so many
    record Wanted(Optional<Long> before, int limit) {}

    /// Writes down what is going to be done.
    ///
    /// @return its number
    long begin(Instant at, Act act);

    /// Writes down what it came to.
    void end(long number, String outcome);

    List<Entry> list(Wanted wanted);

    /// Removes entries older than this.
    ///
    /// @return how many
    int removeBefore(Instant moment);
}
