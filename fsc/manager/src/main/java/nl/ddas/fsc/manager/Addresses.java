// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import java.util.Optional;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the Managers of others are: what we know of them, else what a Directory says.
///
/// @param directories asked in this order
record Addresses(Contracts contracts, OtherManagers others, List<OtherManagers.Called> directories) {

    private static final Logger LOG = LoggerFactory.getLogger(Addresses.class);

    Addresses {
        directories = List.copyOf(directories);
    }

    /// @param doubted the known address did not work: ask the Directory first
    Optional<ManagerAddress> of(PeerId peer, boolean doubted) {
        Optional<ManagerAddress> known = contracts.peer(peer).map(Peer::address).or(() -> directories.stream()
                .filter(d -> d.peer().equals(peer))
                .map(OtherManagers.Called::at)
                .findFirst());
        return known.isPresent() && !doubted ? known : listed(peer).or(() -> known);
    }

    private Optional<ManagerAddress> listed(PeerId peer) {
        return directories.stream()
                .filter(directory -> !directory.peer().equals(peer))
                .flatMap(directory -> ask(directory, peer).stream())
                .findFirst();
    }

    private Optional<ManagerAddress> ask(OtherManagers.Called directory, PeerId peer) {
        try {
            return others.address(directory, peer);
        } catch (PeerUnreachable unreachable) {
            LOG.info("no address of peer {}: {}", peer, unreachable.getMessage());
            return Optional.empty();
        }
    }
}
