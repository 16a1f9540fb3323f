// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.PeerId;

/// Says something about a contract in our name: signature and outbox rows in one change.
record Signing(Self self) {

    /// Signs, and lets every other Peer on the contract hear it.
    Contract say(Contracts.Change change, Contract contract, Delivery.Action action) {
        Contract signed = contract.with(
                self.signer().get().sign(action.signature(), contract.content().hash(), self.stamp()));
        change.put(signed);
        Instant now = self.now();
        for (PeerId peer : contract.content().peers()) {
            if (!peer.equals(self.id())) {
                change.send(Delivery.now(contract.content().hash(), peer, action, now));
            }
        }
        return signed;
    }
}
