// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.util.List;

/// Where lines wait that are not in the log, as the server uses it: it puts them there and counts them. Reading
/// them is for [Quarantainebeheer]. Safe for many threads.
public interface Quarantaine {

    /// What became of lines that were offered.
    enum Plaatsing {
        /// They are durable.
        BEWAARD,
        /// There is no room for all of them; none was taken.
        VOL
    }

    /// How much one controller has in it.
    ///
    /// @param regels that wait
    /// @param bytes of these lines
    /// @param vulling of the room there is, 0 to 1; the fullest of both limits
    record Stand(Houder houder, long regels, long bytes, double vulling) {}

    /// Keeps lines, all or none, and returns when they are durable. The very same bytes of the same controller are kept
    /// once, with how often they came.
    ///
    /// @throws RuntimeException when it is not known whether they are kept
    Plaatsing add(Houder houder, Instant now, List<Apart> regels);

    /// Of each controller that has lines in it: for figures and an alarm.
    List<Stand> standen();

    /// Removes what came before a moment for the last time, taken up or not: the only way anything leaves.
    ///
    /// @return how many lines
    int removeBefore(Instant moment);
}
