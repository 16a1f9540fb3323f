// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.time.Instant;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// Something that was asked, and how it stands.
///
/// @param id number of its entry in the journal
/// @param kind a word with points
/// @param decidedBy who approved, rejected or withdrew it
/// @param reason why it was rejected
/// @param result what came of it once it was carried out
public record Proposal(
        long id,
        String kind,
        JsonObject content,
        Operator by,
        Instant at,
        Standing standing,
        Optional<Operator> decidedBy,
        Optional<String> reason,
        Optional<JsonObject> result) {

    /// How a proposal stands.
    public enum Standing {
        /// Waits for another operator.
        OPEN,
        /// Approved by another; not carried out yet.
        APPROVED,
        /// Approved and carried out.
        CARRIED_OUT,
        /// Turned down.
        REJECTED,
        /// Taken back.
        WITHDRAWN
    }

    /// Who would become operator, or get another certificate; empty for another proposal.
    public Optional<Operator> candidate() {
        return OperatorChange.of(kind, content)
                .flatMap(change -> change instanceof OperatorChange.Add(Operator operator)
                        ? Optional.of(operator)
                        : Optional.<Operator>empty());
    }

    static Proposal open(ApprovalEntry entry, ApprovalAct.Propose act) {
        return new Proposal(
                entry.number(),
                act.kind(),
                act.content(),
                entry.by(),
                entry.at(),
                Standing.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Proposal approved(Operator by) {
        return decided(Standing.APPROVED, by);
    }

    Proposal rejected(Operator by, String why) {
        return decided(Standing.REJECTED, by).because(why);
    }

    Proposal withdrawn(Operator by) {
        return decided(Standing.WITHDRAWN, by);
    }

    Proposal carriedOut(JsonObject what) {
        return new Proposal(id, kind, content, by, at, Standing.CARRIED_OUT, decidedBy, reason, Optional.of(what));
    }

    private Proposal decided(Standing now, Operator decider) {
        return new Proposal(id, kind, content, by, at, now, Optional.of(decider), reason, result);
    }

    private Proposal because(String why) {
        return new Proposal(id, kind, content, by, at, standing, decidedBy, Optional.of(why), result);
    }
}
