// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.util.List;

/// What an order came to.
public sealed interface CaOutcome {

    /// It is in the journal.
    ///
    /// @param id of the proposal
    record Done(long id) implements CaOutcome {}

    /// Nothing was done.
    ///
    /// @param why Dutch, one sentence or more each
    record Refused(List<String> why) implements CaOutcome {}

    static CaOutcome refused(String why) {
        return new Refused(List.of(why));
    }
}
