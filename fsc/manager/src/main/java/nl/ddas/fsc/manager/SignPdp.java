// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Clock;
import java.util.Optional;
import nl.ddas.access.Decision.Decided;
import nl.ddas.access.Decision.Undecided;
import nl.ddas.access.DecisionPoint;
import nl.ddas.access.Evaluation;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Printable;
import nl.ddas.fsc.model.SignatureType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a policy decision point say whether we sign (AuthZEN Authorization API 1.0, access evaluation). It sees the
/// whole content. Without an answer of it the operator decides.
///
/// `decision` true signs. False refuses when the answer has a text `reason` in its `context`, for the other side; else
/// the contract waits for the operator.
record SignPdp(DecisionPoint decisions, Clock clock) implements AutoSign {

    private static final Logger LOG = LoggerFactory.getLogger(SignPdp.class);
    private static final int LONGEST_REASON = 500;

    @Override
    public Decision decide(Proposal proposal) {
        return switch (decisions.decide(evaluation(proposal))) {
            case Decided(boolean allowed, JsonObject context) ->
                allowed ? new Decision.Sign("the policy decision point") : refusedOrLeft(context);
            case Undecided(String why) -> {
                LOG.warn(
                        "the policy decision point does not say whether to sign {}; it waits for an operator: {}",
                        proposal.content().hash(),
                        why);
                yield new Decision.Leave();
            }
        };
    }

    private static Decision refusedOrLeft(JsonObject context) {
        Optional<String> reason = context.text("reason").filter(text -> !text.isBlank());
        return reason.<Decision>map(text -> new Decision.Refuse(Printable.of(text, LONGEST_REASON)))
                .orElseGet(Decision.Leave::new);
    }

    private Evaluation evaluation(Proposal proposal) {
        return new Evaluation(
                new Evaluation.Entity(
                        "peer",
                        proposal.from().id().value(),
                        JsonObject.EMPTY.with("name", proposal.from().name())),
                new Evaluation.Action("accept"),
                new Evaluation.Entity("contract", proposal.content().hash().value(), contract(proposal)),
                JsonObject.EMPTY
                        .with("time", clock.instant().toString())
                        .with("self", proposal.self().value()));
    }

    private static JsonObject contract(Proposal proposal) {
        return JsonObject.EMPTY
                .with("content", proposal.content().tree())
                .with(
                        "grantHashes",
                        JsonArray.ofTexts(proposal.content().grantHashes().stream()
                                .map(GrantHash::value)
                                .toList()))
                .with(
                        "accepted",
                        JsonArray.ofTexts(proposal.contract()
                                .of(SignatureType.ACCEPT)
                                .map(signature -> signature.peer().value())
                                .toList()));
    }
}
