// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import java.util.Optional;
import nl.ddas.access.RemoteDecisionPoint;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsReload;
import nl.ddas.fsc.model.PropertyKeys;

/// Makes of the settings who signs contracts of others.
final class SigningPolicy {

    private SigningPolicy() {}

    /// Whether the policy decision point is reached with internal certificates.
    static boolean needsInternal(ManagerConfig config) {
        return config.inside().signers() instanceof Signers.ByPdp pdp && pdp.isHttps();
    }

    /// @param internal key material of our own organisation, when there is any
    static AutoSign open(ManagerConfig config, ManagerServer.Parts parts, List<TlsReload> internal, Opened opened) {
        AutoSign signs = signs(config, parts, internal, opened);
        PropertyKeys keys = config.group().switches().propertyKeys();
        return proposal -> keys.knows(proposal.content()) ? signs.decide(proposal) : new AutoSign.Decision.Leave();
    }

    private static AutoSign signs(
            ManagerConfig config, ManagerServer.Parts parts, List<TlsReload> internal, Opened opened) {
        return switch (config.inside().signers()) {
            case Signers.ByRules(SignRules rules) -> config.directory() ? rules.thenAsDirectory() : rules;
            case Signers.ByPdp pdp -> {
                Optional<TlsReload> keys = pdp.isHttps() ? internal.stream().findFirst() : Optional.empty();
                Optional<Tls> tls = keys.map(TlsReload::now);
                HttpClient client =
                        HttpClient.open(parts.network(), new HttpClient.Config(tls, pdp.longest(), pdp.longest()));
                opened.add(client::close);
                keys.ifPresent(reload -> reload.attach(client));
                yield new SignPdp(new RemoteDecisionPoint(client, pdp.address(), pdp.longest()), parts.clock());
            }
        };
    }
}
