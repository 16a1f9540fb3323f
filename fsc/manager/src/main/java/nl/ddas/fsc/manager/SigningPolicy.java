// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import nl.ddas.basis.TlsReload;
import nl.ddas.fsc.model.PropertyKeys;

/// Makes of the settings who signs contracts of others.
final class SigningPolicy {

    private SigningPolicy() {}

    /// @param internal key material of our own organisation, when there is any
    static AutoSign open(ManagerConfig config, ManagerServer.Parts parts, List<TlsReload> internal, Opened opened) {
        AutoSign signs =
                SignedEnough.of(parts.store().contracts(), parts.clock(), signs(config, parts, internal, opened));
        PropertyKeys keys = config.group().switches().propertyKeys();
        return proposal -> keys.knows(proposal.content()) ? signs.decide(proposal) : new AutoSign.Decision.Leave();
    }

    private static AutoSign signs(
            ManagerConfig config, ManagerServer.Parts parts, List<TlsReload> internal, Opened opened) {
        return switch (config.inside().signers()) {
            case Signers.ByRules(SignRules rules) -> config.directory() ? rules.thenAsDirectory() : rules;
            case Signers.ByPdp(Pdp pdp) -> new SignPdp(pdp.open(parts, internal, opened), parts.clock());
        };
    }
}
