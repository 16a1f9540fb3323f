// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;

/// One line of the log (Authorization Decision Log 1.0, consultation of 2026, level 3: question and answer whole).
///
/// @param at when it was decided, in milliseconds
/// @param decision as it was answered; empty when nothing could be decided
public record KeptDecision(Instant at, Evaluation question, Optional<Decision.Decided> decision) {

    /// W3C Trace Context, section 3.2: version, trace, parent, flags.
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

    static KeptDecision of(Evaluation question, Decision decision, Instant at) {
        return new KeptDecision(
                at,
                question,
                switch (decision) {
                    case Decision.Decided decided -> Optional.of(decided);
                    case Decision.Undecided _ -> Optional.empty();
                });
    }

    /// @param policies names the policies that decided and their version
    /// @param random for the numbers of trace and span
    JsonObject toJson(JsonObject policies, RandomGenerator random) {
        JsonObject body = JsonObject.EMPTY.with("adl.core.request", question.toJson());
        return trace(random)
                .with("event_name", "adl.access_evaluation")
                .with("timestamp", at.toEpochMilli())
                // A denial is no error.
                .with("status", decision.isPresent() ? "Ok" : "Error")
                .with("attributes", attributes(policies))
                .with(
                        "body",
                        decision.map(decided -> body.with("adl.core.response", decided.toJson()))
                                .orElse(body));
    }

    private JsonObject trace(RandomGenerator random) {
        Matcher parent =
                TRACEPARENT.matcher(question.context().text("traceparent").orElse(""));
        JsonObject span = JsonObject.EMPTY.with("span_id", hex(random));
        return parent.matches()
                ? span.with("trace_id", parent.group(1)).with("parent_span_id", parent.group(2))
                : span.with("trace_id", hex(random) + hex(random));
    }

    private JsonObject attributes(JsonObject policies) {
        JsonObject attributes = JsonObject.EMPTY.with("adl.core.policies", policies);
        return question.context()
                .text("fscTransactionId")
                .map(id -> attributes.with("adl.fsc.transaction_id", id))
                .orElse(attributes);
    }

    private static String hex(RandomGenerator random) {
        return String.format("%016x", random.nextLong());
    }

    /// @throws IOException when the line holds no decision
    static KeptDecision read(String line) throws IOException {
        if (JsonReading.of(line.getBytes(StandardCharsets.UTF_8)) instanceof JsonReading.Read(JsonObject json)) {
            JsonObject body = json.object("body").orElse(JsonObject.EMPTY);
            Evaluation.Reading question =
                    Evaluation.read(body.object("adl.core.request").orElse(JsonObject.EMPTY));
            if (question instanceof Evaluation.Reading.Good(Evaluation evaluation)) {
                return new KeptDecision(
                        Instant.ofEpochMilli(json.whole("timestamp").orElse(0L)),
                        evaluation,
                        body.object("adl.core.response").flatMap(Decision::read));
            }
        }
        throw new IOException("expected a decision on each line of the log, got another line");
    }
}
