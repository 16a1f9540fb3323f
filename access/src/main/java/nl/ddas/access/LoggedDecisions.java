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
        try {
            log.write(question, judgement);
            return judgement.decision();
        } catch (IOException full) {
            LOG.error("a decision about access could not be kept, so it is refused", full);
            return new Decision.Undecided("the decision could not be kept");
        }
    }

    /// Also when a judge has a fault in it, it is kept that somebody asked.
    private Judge.Judgement judged(Evaluation question) {
        try {
            Judge.Judgement judgement = judge.judge(question);
            if (judgement.decision() instanceof Decision.Undecided(String why)) {
                LOG.warn("access could not be decided, so it is refused: {}", why);
            }
            return judgement;
        } catch (RuntimeException fault) {
            LOG.error("access could not be decided, so it is refused", fault);
            return new Judge.Judgement(new Decision.Undecided("who decides failed: " + fault), JsonObject.EMPTY);
        }
    }
}
