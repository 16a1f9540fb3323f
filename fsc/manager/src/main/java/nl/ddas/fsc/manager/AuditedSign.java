// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Clock;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.PeerIdentity;

/// Writes down what a policy signs or refuses by itself.
record AuditedSign(AutoSign policy, AuditTrail audit, Clock clock) implements AutoSign {

    @Override
    public Decision decide(ContractContent content, PeerIdentity from) {
        Decision decision = policy.decide(content, from);
        switch (decision) {
            case Decision.Sign() -> note("contract-accept", content, "signed by policy");
            case Decision.Refuse(String reason) -> note("contract-refuse", content, reason);
            case Decision.Leave() -> {}
        }
        return decision;
    }

    private void note(String act, ContractContent content, String outcome) {
        long number = audit.begin(
                clock.instant(),
                new AuditTrail.Act("manager", act, content.hash().value()));
        audit.end(number, outcome);
    }
}
