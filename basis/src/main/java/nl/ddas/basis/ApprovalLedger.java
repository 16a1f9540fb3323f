// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Proposal.Standing;

/// What the acts up to now come to, and whether one more is allowed. The same rules hold for an act of now and for one
/// that is read back: who writes in the journal past the program gets no further.
final class ApprovalLedger {

    private static final int LONGEST_REASON = 1000;

    private final List<Operator> operators = new ArrayList<>();
    private final Map<Long, Proposal> proposals = new LinkedHashMap<>();
    private final List<ApprovalEntry> history = new ArrayList<>();

    List<Operator> operators() {
        return List.copyOf(operators);
    }

    List<Proposal> proposals() {
        return List.copyOf(proposals.values());
    }

    Optional<Proposal> proposal(long id) {
        return Optional.ofNullable(proposals.get(id));
    }

    List<ApprovalEntry> history() {
        return List.copyOf(history);
    }

    Instant lastAt() {
        return history.isEmpty() ? Instant.EPOCH : history.getLast().at();
    }

    /// Why an act is not allowed now; empty when it is.
    Optional<Objection> objection(ApprovalEntry entry) {
        if (!entry.by().isValidAt(entry.at())) {
            return Optional.of(Objection.CERTIFICATE_NOT_VALID);
        }
        if (entry.act() instanceof ApprovalAct.Appoint(Operator candidate)) {
            return toAppointing(entry.by(), candidate);
        }
        return operators.contains(entry.by()) ? toAct(entry.by(), entry.act()) : Optional.of(Objection.NOT_AN_OPERATOR);
    }

    private Optional<Objection> toAppointing(Operator by, Operator candidate) {
        if (operators.size() >= 2) {
            return Optional.of(Objection.NEEDS_APPROVAL);
        }
        if (operators.isEmpty()) {
            return by.equals(candidate) ? Optional.empty() : Optional.of(Objection.FIRST_APPOINTS_HIMSELF);
        }
        if (!operators.contains(by)) {
            return Optional.of(Objection.NOT_AN_OPERATOR);
        }
        return operators.getFirst().isSamePerson(candidate)
                ? Optional.of(Objection.ALREADY_OPERATOR)
                : Optional.empty();
    }

    private Optional<Objection> toAct(Operator by, ApprovalAct act) {
        return switch (act) {
            case ApprovalAct.Appoint _, ApprovalAct.Note _ -> Optional.empty();
            case ApprovalAct.Propose propose -> toProposing(propose);
            case ApprovalAct.Approve(long id) -> toDeciding(id).or(() -> toApproving(by, id));
            case ApprovalAct.Reject(long id, String reason) ->
                toDeciding(id)
                        .or(() -> reason.isBlank() || reason.length() > LONGEST_REASON
                                ? Optional.of(Objection.REASON_MISSING)
                                : Optional.empty());
            case ApprovalAct.Withdraw(long id) ->
                toDeciding(id)
                        .or(() -> of(id).by().isSamePerson(by)
                                ? Optional.empty()
                                : Optional.of(Objection.NOT_THE_PROPOSER));
            case ApprovalAct.CarryOut(long id, JsonObject _) -> toCarryingOut(id);
        };
    }

    private Optional<Objection> toProposing(ApprovalAct.Propose propose) {
        return OperatorChange.of(propose.kind(), propose.content()).flatMap(change -> change.objection(operators));
    }

    private Optional<Objection> toDeciding(long id) {
        return proposal(id)
                .map(proposal -> proposal.standing() == Standing.OPEN
                        ? Optional.<Objection>empty()
                        : Optional.of(Objection.ALREADY_DECIDED))
                .orElse(Optional.of(Objection.UNKNOWN_PROPOSAL));
    }

    private Optional<Objection> toApproving(Operator by, long id) {
        Proposal proposal = of(id);
        if (proposal.by().isSamePerson(by)) {
            return Optional.of(Objection.SAME_PERSON);
        }
        if (!operators.contains(proposal.by())) {
            return Optional.of(Objection.PROPOSER_GONE);
        }
        return OperatorChange.of(proposal.kind(), proposal.content()).flatMap(change -> change.objection(operators));
    }

    private Optional<Objection> toCarryingOut(long id) {
        return proposal(id)
                .map(proposal -> proposal.standing() == Standing.APPROVED
                        ? Optional.<Objection>empty()
                        : Optional.of(Objection.NOT_APPROVED))
                .orElse(Optional.of(Objection.UNKNOWN_PROPOSAL));
    }

    /// Takes in an act to which there is no objection.
    void add(ApprovalEntry entry) {
        history.add(entry);
        switch (entry.act()) {
            case ApprovalAct.Appoint(Operator operator) -> operators.add(operator);
            case ApprovalAct.Propose propose -> proposals.put(entry.number(), Proposal.open(entry, propose));
            case ApprovalAct.Approve(long id) -> approve(of(id), entry.by());
            case ApprovalAct.Reject(long id, String reason) -> proposals.put(id, of(id).rejected(entry.by(), reason));
            case ApprovalAct.Withdraw(long id) -> proposals.put(id, of(id).withdrawn(entry.by()));
            case ApprovalAct.CarryOut(long id, JsonObject result) -> proposals.put(id, of(id).carriedOut(result));
            case ApprovalAct.Note _ -> {}
        }
    }

    /// A change of the operators is carried out by being approved.
    private void approve(Proposal proposal, Operator by) {
        Proposal approved = proposal.approved(by);
        Optional<OperatorChange> change = OperatorChange.of(proposal.kind(), proposal.content());
        change.ifPresent(some -> some.carryOut(operators));
        proposals.put(proposal.id(), change.isPresent() ? approved.carriedOut(JsonObject.EMPTY) : approved);
    }

    private Proposal of(long id) {
        return proposal(id).orElseThrow();
    }
}
