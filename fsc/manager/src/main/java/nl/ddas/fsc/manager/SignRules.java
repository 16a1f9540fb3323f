// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.ddas.fsc.model.ContractContent;

/// Signs by rules: the first that holds decides; without one the operator does.
///
/// @param rules in order
public record SignRules(List<SignRule> rules) implements AutoSign {

    /// A publication for longer is a mistake.
    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    public SignRules {
        rules = List.copyOf(rules);
    }

    @Override
    public Decision decide(Proposal proposal) {
        return rules.stream()
                .filter(rule -> rule.holds(proposal))
                .findFirst()
                .map(SignRule::then)
                .orElseGet(Decision.Leave::new);
    }

    /// With the rules of a Directory behind these: it signs each publication in itself, for at most ten years. What it
    /// does not sign by then is left to the operator.
    SignRules thenAsDirectory() {
        List<SignRule> all = new ArrayList<>(rules);
        all.add(new SignRule(
                new Decision.Refuse("this directory takes publications for at most " + TEN_YEARS.toDays() + " days"),
                List.of((grant, self) -> SignRole.DIRECTORY.isThatOf(self, grant)),
                List.of(proposal -> life(proposal.content()).compareTo(TEN_YEARS) > 0)));
        all.add(new SignRule(
                new Decision.Sign("the rule of a directory"),
                List.of((grant, self) -> SignRole.DIRECTORY.isThatOf(self, grant)),
                List.of()));
        return new SignRules(all);
    }

    /// How long a contract is good.
    static Duration life(ContractContent content) {
        return Duration.between(
                content.validity().notBefore(), content.validity().notAfter());
    }
}
