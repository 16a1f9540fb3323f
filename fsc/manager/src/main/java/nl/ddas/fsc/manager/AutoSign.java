// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;

/// Decides whether we sign a contract of others without asking anybody. Asked outside any change of the
/// store, so it may take a while. Safe for many threads.
@FunctionalInterface
public interface AutoSign {

    /// Leaves everything to the operator.
    AutoSign NEVER = proposal -> new Decision.Leave();

    Decision decide(Proposal proposal);

    /// A contract that waits for our answer.
    ///
    /// @param contract as it would be stored: with the signatures so far, the one that came in now too
    /// @param from who handed it over
    /// @param self who we are
    record Proposal(Contract contract, PeerIdentity from, PeerId self) {

        public ContractContent content() {
            return contract.content();
        }
    }

    /// What to do.
    sealed interface Decision {
        /// Accept it at once.
        ///
        /// @param by English, for the audit trail: who or what decided
        record Sign(String by) implements Decision {}

        /// Keep it for the operator.
        record Leave() implements Decision {}

        /// Do not store it; reject it when it is stored already.
        ///
        /// @param reason for the other side and the audit trail
        record Refuse(String reason) implements Decision {}
    }
}
