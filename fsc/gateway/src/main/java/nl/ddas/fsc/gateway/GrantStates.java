// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import nl.ddas.fsc.model.GrantHash;

/// What the Inway asks its own Manager: whether the contract behind a token that is still good has not been revoked
/// meanwhile. The standard does not ask for it; without it a token is good until it expires. Called for every request,
/// on an event loop: must not block.
@FunctionalInterface
public interface GrantStates {

    /// Does not ask.
    GrantStates NOT_ASKED = grant -> CompletableFuture.completedFuture(true);

    /// @return fails when it could not be found out
    CompletionStage<Boolean> usable(GrantHash grant);
}
