// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import nl.ddas.basis.Headers;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.LogRecord;

/// The plugin that may refuse what a contract allows: finer rules of the own organisation. Called on an event loop:
/// must not block.
@FunctionalInterface
public interface Authorization {

    /// No finer rules.
    Authorization NONE = question -> CompletableFuture.completedFuture(new Decision.Permitted());

    /// A request, as the rules may see it.
    ///
    /// @param uri path and query as they stand
    /// @param headers without the access token
    record Question(
            LogRecord.Direction direction, String method, String uri, Headers headers, AccessToken token, Instant now) {

        // Path and headers may tell about persons.
        @Override
        public String toString() {
            return "Question[" + method + ", " + token + "]";
        }
    }

    /// What the rules say.
    sealed interface Decision {
        /// The request goes on.
        record Permitted() implements Decision {}

        /// The request is refused.
        ///
        /// @param reason English, for the caller; no personal data
        record Denied(String reason) implements Decision {}
    }

    /// @return fails when the rules could not be asked; then the request is refused
    CompletionStage<Decision> ask(Question question);
}
