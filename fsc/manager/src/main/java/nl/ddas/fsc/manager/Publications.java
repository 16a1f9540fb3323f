// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.Optional;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.ServiceRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether a delegated Service is published on behalf of the Peer that a connection names (FSC Core: SHOULD).
///
/// @param strict whether a missing publication is in the way; else it is logged
record Publications(Self self, Contracts contracts, Standing standing, boolean strict) {

    private static final Logger LOG = LoggerFactory.getLogger(Publications.class);

    boolean allow(ServiceRef service) {
        Optional<PeerId> delegator = service.publisher();
        if (delegator.isEmpty() || isPublished(service, delegator.get())) {
            return true;
        }
        LOG.warn(
                "a token is asked for service {} on behalf of peer {}, without a valid publication of it",
                service.name(),
                delegator.get());
        return !strict;
    }

    private boolean isPublished(ServiceRef service, PeerId delegator) {
        Instant now = self.now();
        return contracts.publications(service.name(), now).stream()
                .filter(contract -> publishes(contract, service, delegator))
                .anyMatch(contract -> standing.state(contract, now) == ContractState.VALID);
    }

    private static boolean publishes(Contract contract, ServiceRef service, PeerId delegator) {
        return contract.content().grants().stream()
                .flatMap(grant -> grant.publication().stream())
                .anyMatch(p -> isOf(p, service, delegator));
    }

    private static boolean isOf(Grant.Publication publication, ServiceRef service, PeerId delegator) {
        return publication.service().name().equals(service.name())
                && publication.service().peer().equals(service.peer())
                && publication.delegator().filter(delegator::equals).isPresent();
    }
}
