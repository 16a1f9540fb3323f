// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Clock;
import nl.ddas.fsc.model.ContractContent;

/// Writes down in the audit trail what was signed or refused by policy, after it was.
record PolicyNotes(AuditTrail audit, Clock clock) {

    void note(ContractContent content, AutoSign.Decision decision) {
        switch (decision) {
            case AutoSign.Decision.Sign(String by) -> note("contract-accept", content, "signed by " + by);
            case AutoSign.Decision.Refuse(String reason) -> note("contract-refuse", content, reason);
            case AutoSign.Decision.Leave() -> {}
        }
    }

    private void note(String act, ContractContent content, String outcome) {
        long number = audit.begin(
                clock.instant(),
                new AuditTrail.Act("manager", act, content.hash().value()));
        audit.end(number, outcome);
    }
}
