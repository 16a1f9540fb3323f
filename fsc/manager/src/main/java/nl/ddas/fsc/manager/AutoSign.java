// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.PeerIdentity;

/// Decides whether we sign a contract of others without asking anybody. Sees the whole content.
@FunctionalInterface
public interface AutoSign {

    /// Leaves everything to the operator.
    AutoSign NEVER = (content, from) -> new Decision.Leave();

    /// @param from who handed it over
    Decision decide(ContractContent content, PeerIdentity from);

    /// What to do.
    sealed interface Decision {
        /// Accept it at once.
        record Sign() implements Decision {}

        /// Keep it for the operator.
        record Leave() implements Decision {}

        /// Do not even store it.
        ///
        /// @param reason English, for the other side
        record Refuse(String reason) implements Decision {}
    }
}
