// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

import nl.ddas.basis.JsonValue.JsonObject;

/// Decides, and says by what: for who keeps the decision, so that it can be taken again with the same policies.
@FunctionalInterface
public interface Judge {

    /// A decision and what it was taken by, of one moment: policies that are approved meanwhile are not in it.
    ///
    /// @param policies names the policies, with their version
    record Judgement(Decision decision, JsonObject policies) {}

    /// As [DecisionPoint#decide]; one with a fault in it may throw, which [LoggedDecisions] makes undecided.
    Judgement judge(Evaluation question);

    /// One whose policies have one name, whatever their version is.
    static Judge of(DecisionPoint decisions, JsonObject policies) {
        return question -> new Judgement(decisions.decide(question), policies);
    }
}
