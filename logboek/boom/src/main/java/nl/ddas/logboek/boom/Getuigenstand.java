// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.Optional;

/// What a witness remembers: of each log the last checkpoint it signed. Safe for many threads and processes.
public interface Getuigenstand {

    /// A head of a tree.
    ///
    /// @param size how many leaves, 0 and up
    record Kop(long size, Hash root) {

        /// Of a log that was never seen.
        public static final Kop GEEN = new Kop(0, Merkle.EMPTY);
    }

    /// The last head that was signed of a log; empty when none ever was.
    Optional<Kop> last(String origin);

    /// Puts another head in the place of the last one, if that is still the last. On disk when it returns, so
    /// that nothing is ever signed that could be forgotten.
    ///
    /// @param from what [#last] gave; [Kop#GEEN] for none
    /// @param signed the checkpoint as the log signed it
    /// @return false when another came first; then nothing is changed
    boolean advance(String origin, Kop from, Kop to, SignedNote signed);

    /// Keeps what a log signed and what does not go on from what it signed before: this proves that it shows different
    /// people different histories, or lost one.
    void keepRefused(String origin, byte[] aanbod);
}
