// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

/// Where access is decided (policy decision point).
@FunctionalInterface
public interface DecisionPoint {

    /// Decides; never throws, since what cannot be decided is [Decision.Undecided].
    Decision decide(Evaluation question);
}
