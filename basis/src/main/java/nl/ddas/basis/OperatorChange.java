// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// A change of who is operator, which needs two operators like everything else.
sealed interface OperatorChange {

    String ADD = "operator.add";
    String REMOVE = "operator.remove";

    /// One more; or a new certificate for somebody who is one already.
    record Add(Operator operator) implements OperatorChange {}

    /// One less.
    record Remove(String fingerprint) implements OperatorChange {
        private List<Operator> from(List<Operator> operators) {
            return operators.stream()
                    .filter(operator -> !operator.fingerprint().equals(fingerprint))
                    .toList();
        }
    }

    /// Somebody who cannot be one.
    record Nobody() implements OperatorChange {}

    /// The change that is proposed; empty for a proposal of another kind.
    static Optional<OperatorChange> of(String kind, JsonObject content) {
        return switch (kind) {
            case ADD ->
                Optional.of(content.text("certificate")
                        .flatMap(ApprovalLine::decoded)
                        .<OperatorChange>map(Add::new)
                        .orElseGet(Nobody::new));
            case REMOVE -> Optional.of(new Remove(content.text("fingerprint").orElse("")));
            default -> Optional.empty();
        };
    }

    static JsonObject added(Operator operator) {
        return JsonObject.EMPTY.with("certificate", ApprovalLine.encoded(operator));
    }

    static JsonObject removed(String fingerprint) {
        return JsonObject.EMPTY.with("fingerprint", fingerprint);
    }

    /// Why it cannot be done with the operators of now.
    default Optional<Objection> objection(List<Operator> operators) {
        return switch (this) {
            case Nobody() -> Optional.of(Objection.NOT_A_PERSON);
            case Add(Operator operator) ->
                operators.contains(operator) ? Optional.of(Objection.ALREADY_OPERATOR) : Optional.empty();
            case Remove remove -> {
                List<Operator> left = remove.from(operators);
                if (left.size() == operators.size()) {
                    yield Optional.of(Objection.NO_SUCH_OPERATOR);
                }
                yield holdsTwoPersons(left) ? Optional.empty() : Optional.of(Objection.TOO_FEW_OPERATORS);
            }
        };
    }

    /// Does it.
    default void carryOut(List<Operator> operators) {
        switch (this) {
            case Add(Operator operator) -> operators.add(operator);
            case Remove remove -> operators.retainAll(remove.from(operators));
            case Nobody() -> {}
        }
    }

    private static boolean holdsTwoPersons(List<Operator> operators) {
        return operators.stream().anyMatch(one -> operators.stream().anyMatch(other -> !one.isSamePerson(other)));
    }
}
