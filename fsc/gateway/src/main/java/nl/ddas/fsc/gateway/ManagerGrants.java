// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What our own Manager says of Grants, remembered for a while.
///
/// @param routes by what is wanted
/// @param all under the name of the question; empty when they are not to be shown
record ManagerGrants(Remembered<Wanted, Optional<Grants.Route>> routes, Optional<Remembered<String, List<Route>>> all)
        implements Grants {

    /// A client that keeps asking wrongly gives the Manager no more work than this.
    private static final Duration ALL = Duration.ofSeconds(30);

    /// @param life how long one route is remembered
    static ManagerGrants of(OwnManager manager, Duration life, boolean suggest, Clock clock) {
        return new ManagerGrants(
                new Remembered<>(manager::route, life, clock),
                suggest
                        ? Optional.of(new Remembered<String, List<Route>>(_ -> manager.routes(), ALL, clock))
                        : Optional.empty());
    }

    @Override
    public CompletionStage<Optional<Route>> find(Wanted wanted) {
        return routes.get(wanted);
    }

    @Override
    public CompletionStage<List<Route>> usable() {
        return all.map(remembered -> remembered.soon("all"))
                .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
    }
}
