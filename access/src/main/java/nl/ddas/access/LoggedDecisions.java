// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

import java.io.IOException;
import nl.ddas.basis.JsonValue.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides nothing that is not kept: each question with its decision is on disk before the answer goes out, and
/// without that the answer is [Decision.Undecided].
///
/// @param judge who decides
/// @param log where it is kept
public record LoggedDecisions(Judge judge, DecisionLog log) implements DecisionPoint {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedDecisions.class);

    @Override
    public Decision decide(Evaluation question) {
        Judge.Judgement judgement = judged(question);
        Decision decision = judgement.decision();
        if (decision instanceof Decision.Undecided(String why)) {
            LOG.warn("access could not be decided, so it is refused: {}", why);
        }
        try {
            log.write(question, judgement);
            return decision;
        } catch (IOException full) {
            LOG.error("a decision about access could not be kept, so it is refused", full);
            return new Decision.Undecided("the decision could not be kept");
        }
    }

    @Override
    public void tick() {
        log.removeOld();
    }

    /// A judge does not throw; one with a fault in it does, and then too it is kept that somebody asked.
    private Judge.Judgement judged(Evaluation question) {
        try {
            return judge.judge(question);
        } catch (RuntimeException fault) {
            LOG.error("who decides about access failed", fault);
            return new Judge.Judgement(new Decision.Undecided("who decides failed: " + fault), JsonObject.EMPTY);
        }
    }
}
