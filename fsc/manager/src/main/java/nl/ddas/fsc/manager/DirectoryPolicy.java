// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantType;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;

/// How a Directory signs publications. Contracts that are no publication here are left to the operator.
///
/// @param self the Directory
/// @param types of Grants that are signed
/// @param serviceNames what the name of a Service must look like
/// @param longest how long a publication may last
public record DirectoryPolicy(PeerId self, Set<GrantType> types, Pattern serviceNames, Duration longest)
        implements AutoSign {

    /// Signs both kinds of publication, with any name and for at most ten years.
    public static DirectoryPolicy all(PeerId self) {
        return new DirectoryPolicy(
                self,
                Set.of(GrantType.SERVICE_PUBLICATION, GrantType.DELEGATED_SERVICE_PUBLICATION),
                Pattern.compile(".+"),
                Duration.ofDays(3653));
    }

    public DirectoryPolicy {
        types = Set.copyOf(types);
    }

    @Override
    public Decision decide(ContractContent content, PeerIdentity from) {
        List<Grant> grants = content.grants();
        boolean ours = grants.stream()
                .allMatch(grant -> types.contains(grant.type())
                        && grant.publication()
                                .filter(p -> p.directory().equals(self))
                                .isPresent());
        if (!ours) {
            return new Decision.Leave();
        }
        return objection(content).<Decision>map(Decision.Refuse::new).orElseGet(Decision.Sign::new);
    }

    private Optional<String> objection(ContractContent content) {
        Duration life = Duration.between(
                content.validity().notBefore(), content.validity().notAfter());
        if (life.compareTo(longest) > 0) {
            return Optional.of("this directory signs publications for at most " + longest.toDays() + " days");
        }
        return content.grants().stream()
                        .allMatch(g -> serviceNames.matcher(g.serviceName()).matches())
                ? Optional.empty()
                : Optional.of("this directory takes services with a name of the form " + serviceNames);
    }
}
