// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides nothing that is not kept: each question with its decision is on disk before the answer goes out, and
/// without that the answer is [Decision.Undecided].
///
/// @param decisions who decides
/// @param log where it is kept
public record LoggedDecisions(DecisionPoint decisions, DecisionLog log) implements DecisionPoint {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedDecisions.class);

    @Override
    public Decision decide(Evaluation question) {
        Decision decision = decisions.decide(question);
        if (decision instanceof Decision.Undecided(String why)) {
            LOG.warn("access could not be decided, so it is refused: {}", why);
        }
        try {
            log.write(question, decision);
            return decision;
        } catch (IOException full) {
            LOG.error("a decision about access could not be kept, so it is refused", full);
            return new Decision.Undecided("the decision could not be kept");
        }
    }
}
