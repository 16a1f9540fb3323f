// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.List;

/// Where the leaves of the trees come from. Each log (the lines of one controller) has a tree of its own;
/// its leaves are numbered from 0 without gaps, in the order in which they became durable, and never
/// change. Safe for many threads.
public interface Bladbron {

    /// The logs there are, by their controller's code.
    List<String> logs();

    /// What stands in leaves, as one row of [Verbintenis#BYTES] bytes for each.
    ///
    /// @param from number of the first, 0 and up
    /// @param count how many at most, 1 and up
    /// @return fewer than asked for when there are no more yet; empty when none
    byte[] read(String log, long from, int count);
}
