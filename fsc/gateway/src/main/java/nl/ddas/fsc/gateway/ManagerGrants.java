// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import nl.ddas.fsc.model.Domain;
import nl.ddas.fsc.model.ErrorCode;

/// What our own Manager says of Grants, remembered for a while.
///
/// @param routes by what is wanted, one of each Peer that it fits
/// @param all under the name of the question; empty when they are not to be shown
record ManagerGrants(
        Remembered<Grants.Wanted, List<Grants.Route>> routes, Optional<Remembered<String, List<Grants.Route>>> all)
        implements Grants {

    /// A client that keeps asking wrongly gives the Manager no more work than this.
    private static final Duration ALL = Duration.ofSeconds(30);

    /// @param life how long one route is remembered
    static ManagerGrants of(OwnManager manager, Duration life, boolean suggest, Clock clock) {
        return new ManagerGrants(
                new Remembered<>(manager::routes, life, clock),
                suggest
                        ? Optional.of(new Remembered<String, List<Route>>(_ -> manager.routes(), ALL, clock))
                        : Optional.empty());
    }

    @Override
    public CompletionStage<Optional<Route>> find(Wanted wanted) {
        CompletableFuture<Optional<Route>> one = new CompletableFuture<>();
        // Mapping the answer would wrap what it fails with.
        CompletionStage<List<Route>> _ = routes.get(wanted).whenComplete((found, failed) -> {
            if (failed != null) {
                one.completeExceptionally(failed);
            } else if (found.size() > 1) {
                one.completeExceptionally(ambiguous());
            } else {
                one.complete(found.stream().findFirst());
            }
        });
        return one;
    }

    /// Names of Services are not unique in a Group: requests that are meant for one Peer must not go to another
    /// because its contract lasts longer.
    private static Stop ambiguous() {
        return new Stop(
                ErrorCode.UNKNOWN_GRANT_HASH_IN_HEADER,
                Domain.OUTWAY,
                "more than one peer offers a service of this name; set peer-id beside its name at this outway");
    }

    @Override
    public CompletionStage<List<Route>> usable() {
        return all.map(remembered -> remembered.soon("all"))
                .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
    }
}
