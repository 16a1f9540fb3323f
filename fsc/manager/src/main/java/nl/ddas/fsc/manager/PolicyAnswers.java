// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.Optional;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureType;

/// Lets the policy answer a contract that is stored and waits for us, when another Peer has said something about it
/// that did not come in as a message. What comes in is answered by [Reception].
record PolicyAnswers(Self self, Contracts contracts, AutoSign policy, PolicyNotes notes) {

    /// Asks the policy, outside any change, and says what it decides. When another signature comes in meanwhile it is
    /// asked again, so that it saw all that it answers.
    ///
    /// @param from who has said something about it
    void answer(ContentHash hash, PeerIdentity from) {
        boolean overtaken = true;
        while (overtaken) {
            overtaken = contracts
                    .find(hash)
                    .filter(contract -> isOpen(contract, self))
                    .filter(contract -> isOvertaken(contract, from))
                    .isPresent();
        }
    }

    private boolean isOvertaken(Contract seen, PeerIdentity from) {
        AutoSign.Decision decision = policy.decide(new AutoSign.Proposal(seen, from, self.id()));
        return switch (decision) {
            case AutoSign.Decision.Leave _ -> false;
            case AutoSign.Decision.Sign _ -> !isSaid(seen, Delivery.Action.ACCEPT, decision);
            case AutoSign.Decision.Refuse _ -> !isSaid(seen, Delivery.Action.REJECT, decision);
        };
    }

    private boolean isSaid(Contract seen, Delivery.Action action, AutoSign.Decision decision) {
        boolean said = contracts.change(seen.content().hash(), change -> {
            Optional<Contract> same =
                    change.contract().filter(now -> now.signatures().equals(seen.signatures()));
            same.ifPresent(contract -> new Signing(self).say(change, contract, action));
            return same.isPresent();
        });
        if (said) {
            notes.note(seen.content(), decision);
        }
        return said;
    }

    /// Whether a contract waits for our answer: nobody is against it, and we have said nothing.
    static boolean isOpen(Contract contract, Self self) {
        return contract.signatures().stream()
                .allMatch(s -> s.type() == SignatureType.ACCEPT && !s.peer().equals(self.id()));
    }
}
