// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.time.Instant;

/// How it stands between one of our logs and one witness.
public sealed interface Getuigestatus {

    /// It signed.
    ///
    /// @param size of the tree it signed
    record Getekend(long size, Instant moment) implements Getuigestatus {}

    /// It did not answer, or could not now; nothing is wrong with the log.
    ///
    /// @param waarom for the operator, Dutch
    record Afwezig(String waarom) implements Getuigestatus {}

    /// It saw another tree than ours: somebody rewrote or restored something, or shows different people
    /// different things.
    ///
    /// @param waarom for the operator, Dutch
    record Alarm(String waarom) implements Getuigestatus {}
}
