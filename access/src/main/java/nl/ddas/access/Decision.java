// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// What a decision point says. Whoever asked lets the act through when [#allows] says so, and in no other case.
public sealed interface Decision {

    /// An answer (AuthZEN Authorization API 1.0, section 6.2).
    ///
    /// @param allowed the `decision`
    /// @param context what goes with it, such as a `reason` or how far the permission reaches; `{}` when nothing
    record Decided(boolean allowed, JsonObject context) implements Decision {

        /// As it goes over the wire.
        public JsonObject toJson() {
            JsonObject json = JsonObject.EMPTY.with("decision", allowed);
            return context.members().isEmpty() ? json : json.with("context", context);
        }
    }

    /// No answer: the decision point is away, too slow, or broken. Refuses, as any doubt does.
    ///
    /// @param why English, for the log
    record Undecided(String why) implements Decision {}

    /// Yes, with what goes with it.
    static Decision permit(JsonObject context) {
        return new Decided(true, context);
    }

    /// No, and why.
    static Decision deny(String reason) {
        return new Decided(false, JsonObject.EMPTY.with("reason", reason));
    }

    /// Whether the act may go on.
    default boolean allows() {
        return switch (this) {
            case Decided decided -> decided.allowed();
            case Undecided _ -> false;
        };
    }

    /// Reads an answer.
    ///
    /// @return empty when it holds no `decision`
    static Optional<Decided> read(JsonObject json) {
        return json.bool("decision")
                .map(allowed -> new Decided(allowed, json.object("context").orElse(JsonObject.EMPTY)));
    }
}
