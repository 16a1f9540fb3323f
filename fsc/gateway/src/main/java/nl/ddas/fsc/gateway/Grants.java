// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;

/// What the Outway asks its own Manager: under which Grants it may connect now. Called for every request, on an
/// event loop: must not block, and may keep what it knows for a while.
@FunctionalInterface
public interface Grants {

    /// How a client says where it wants to go.
    sealed interface Wanted {
        /// By the Grant itself.
        record ByHash(GrantHash grant) implements Wanted {}

        /// By the Service; of several Grants the one that lasts longest.
        ///
        /// @param provider the Peer that offers it; empty when the name says enough
        record ByService(String service, Optional<PeerId> provider) implements Wanted {}
    }

    /// A connection that may be used.
    ///
    /// @param connection what the Grant says
    /// @param manager of the Peer that offers the Service; gives the access tokens
    /// @param protocol what the Service speaks
    record Route(GrantHash grant, Grant.Connection connection, ManagerAddress manager, Protocol protocol) {}

    /// The connection under a Grant of a valid contract, for the certificate of this Outway.
    ///
    /// @return completes with nothing when there is none; fails when it could not be found out, and with what the
    ///     client is to hear when a name is of Services of more than one Peer
    CompletionStage<Optional<Route>> find(Wanted wanted);

    /// The connections that may be named to a client that asks for another, by name of the Service.
    ///
    /// @return completes with nothing when they are not to be shown; may fail
    default CompletionStage<List<Route>> usable() {
        return CompletableFuture.completedFuture(List.of());
    }
}
