// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// Who may do what: questions to a decision point, its answers, and the log of both (AuthZEN Authorization API 1.0,
/// with the additions of its Dutch profile; Authorization Decision Log 1.0, consultation of 2026).
///
/// Start with [DecisionPoint]: where access is decided, without a word of how. [RemoteDecisionPoint] asks one
/// elsewhere, [AccessEndpoint] lets others ask ours, [LoggedDecisions] keeps in a [DecisionLog] what a [Judge] decided.
/// Knows `basis` only, and nothing of what is asked for.
@NullMarked
package nl.ddas.access;

import org.jspecify.annotations.NullMarked;
