// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.PeerId;

/// One rule by which contracts are signed or refused. A rule that signs holds for a contract when all its Grants meet
/// all conditions; one that refuses, or leaves it to the operator, when one Grant does.
///
/// @param then what follows when the rule holds
/// @param grants conditions on a Grant, with who we are
/// @param whole conditions on the contract
public record SignRule(
        AutoSign.Decision then, List<BiPredicate<Grant, PeerId>> grants, List<Predicate<AutoSign.Proposal>> whole) {

    public SignRule {
        grants = List.copyOf(grants);
        whole = List.copyOf(whole);
    }

    boolean holds(AutoSign.Proposal proposal) {
        return quantified(then, proposal.content().grants(), grant -> grants.stream()
                        .allMatch(c -> c.test(grant, proposal.self())))
                && whole.stream().allMatch(condition -> condition.test(proposal));
    }

    /// All of them for a rule that signs; one of them for another.
    static <T> boolean quantified(AutoSign.Decision then, Collection<T> items, Predicate<T> condition) {
        Stream<T> each = items.stream();
        return then instanceof AutoSign.Decision.Sign ? each.allMatch(condition) : each.anyMatch(condition);
    }
}
