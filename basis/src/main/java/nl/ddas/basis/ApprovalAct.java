// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import nl.ddas.basis.JsonValue.JsonObject;

/// What an operator did.
public sealed interface ApprovalAct {

    /// Made somebody operator without a second pair of eyes: the first himself, and by him the second.
    record Appoint(Operator operator) implements ApprovalAct {}

    /// Asked for something that another must approve.
    ///
    /// @param kind what is asked, a word with points, such as `operator.add`
    /// @param content all that is needed to judge it and to carry it out
    record Propose(String kind, JsonObject content) implements ApprovalAct {}

    /// Agreed with a proposal of another.
    record Approve(long id) implements ApprovalAct {}

    /// Turned a proposal down.
    ///
    /// @param reason 1 to 1.000 characters
    record Reject(long id, String reason) implements ApprovalAct {}

    /// Took back a proposal of his own.
    record Withdraw(long id) implements ApprovalAct {}

    /// Did what was approved.
    ///
    /// @param result what came of it
    record CarryOut(long id, JsonObject result) implements ApprovalAct {}

    /// Did something that one may do alone, and wants known.
    record Note(String kind, JsonObject content) implements ApprovalAct {}
}
