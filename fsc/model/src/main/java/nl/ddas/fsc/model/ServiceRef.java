// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Optional;

/// The Service to which a connection Grant gives access.
///
/// Names are as received; [ContractRules] checks their form.
public sealed interface ServiceRef {

    /// Peer that offers the Service.
    PeerId peer();

    String name();

    /// On whose behalf the Service is offered.
    Optional<PeerId> publisher();

    /// `SERVICE_TYPE_SERVICE`: offered by the Peer itself.
    record Plain(PeerId peer, String name) implements ServiceRef {
        @Override
        public Optional<PeerId> publisher() {
            return Optional.empty();
        }
    }

    /// `SERVICE_TYPE_DELEGATED_SERVICE`: offered on behalf of another Peer.
    ///
    /// @param delegator that other Peer
    record Delegated(PeerId peer, String name, PeerId delegator) implements ServiceRef {
        @Override
        public Optional<PeerId> publisher() {
            return Optional.of(delegator);
        }
    }
}
