// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.List;
import java.util.Optional;

/// What somebody who checks a log brings along, from another source than the log.
///
/// @param sleutels keys of the log; none when there is no better source than the log itself
/// @param getuigen witnesses that must have signed
/// @param vorige an older checkpoint that was kept
public record Houvast(List<VerifierKey> sleutels, List<VerifierKey> getuigen, Optional<SignedNote> vorige) {

    /// Nothing.
    public static final Houvast GEEN = new Houvast(List.of(), List.of(), Optional.empty());

    public Houvast {
        sleutels = List.copyOf(sleutels);
        getuigen = List.copyOf(getuigen);
    }
}
