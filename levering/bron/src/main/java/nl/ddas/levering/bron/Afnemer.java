// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.util.Optional;
import nl.ddas.levering.verkeer.Afzender;
import nl.ddas.trust.Oin;

/// Who gets a page, or sent a report.
///
/// @param organisatie who signed it
/// @param door who sent it, when that is another
/// @param transactie number under which a gateway knows the request
record Afnemer(Oin organisatie, Optional<Oin> door, Optional<String> transactie) {

    /// @param ondertekenaar who signed, verified
    /// @param afzender who sent it, verified
    static Afnemer van(String ondertekenaar, Afzender afzender) {
        return new Afnemer(
                new Oin(ondertekenaar),
                Optional.of(afzender.oin())
                        .filter(oin -> !oin.equals(ondertekenaar))
                        .map(Oin::new),
                afzender.transactie());
    }

    /// Who signed what we have here, when it is not known who sent it.
    static Afnemer van(String ondertekenaar) {
        return new Afnemer(new Oin(ondertekenaar), Optional.empty(), Optional.empty());
    }
}
