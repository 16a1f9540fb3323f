// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules on one Grant.
final class GrantRules {

    static final Pattern SERVICE_NAME = Pattern.compile("[a-zA-Z0-9._-]{1,100}");
    private static final Pattern THUMBPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
    private static final int MAX_DNS_NAME = 253;

    private final Group group;

    GrantRules(Group group) {
        this.group = group;
    }

    /// @throws Refusal with the first rule that fails
    void check(Grant grant) {
        if (!SERVICE_NAME.matcher(grant.serviceName()).matches()) {
            throw ContentRules.invalid("service name: expected 1 to 100 of a-z A-Z 0-9 . _ -");
        }
        if (!grant.peers().stream().allMatch(group.peerIds()::accepts)) {
            throw ContentRules.invalid("peer_id: expected ids as this group wants them, "
                    + group.peerIds().form().pattern());
        }
        grant.connection()
                .ifPresent(connection -> identification(connection.outway().identification()));
        if (grant.properties().map(Properties::size).orElse(0)
                > group.switches().maxPropertiesBytes()) {
            throw ContentRules.invalid(
                    "properties: expected at most " + group.switches().maxPropertiesBytes() + " bytes");
        }
        PropertyKeys keys = group.switches().propertyKeys();
        if (keys.refuses() && !keys.unknownIn(grant).isEmpty()) {
            throw ContentRules.invalid("properties: this group has no extension with "
                    + keys.unknownIn(grant).iterator().next());
        }
    }

    private static void identification(OutwayIdentification identification) {
        switch (identification) {
            case OutwayIdentification.PublicKeyThumbprint(String hex) -> {
                if (!THUMBPRINT.matcher(hex).matches()) {
                    throw new Refusal(ErrorCode.INCORRECT_PUBLIC_KEY_THUMBPRINT.because(
                            "public_key_thumbprint: expected 64 lower-case hexadecimal digits"));
                }
            }
            case OutwayIdentification.DomainName(String name) -> {
                if (!isDnsName(name)) {
                    throw ContentRules.invalid("domain_name: expected a DNS name, without wildcard");
                }
            }
        }
    }

    private static boolean isDnsName(String name) {
        return name.length() <= MAX_DNS_NAME
                && Arrays.stream(name.split("\\.", -1))
                        .allMatch(label -> LABEL.matcher(label).matches());
    }

    /// By the letter of the standard: who may submit this Grant.
    void submitter(Grant grant, PeerId submitter) {
        Set<PeerId> may =
                switch (grant) {
                    case Grant.ServicePublication p -> Set.of(p.service().peer());
                    case Grant.DelegatedServicePublication p -> set(p.service().peer(), p.delegator());
                    case Grant.ServiceConnection c -> Set.of(c.outway().peer());
                    case Grant.DelegatedServiceConnection c -> set(c.outway().peer(), c.delegator());
                };
        if (!may.contains(submitter)) {
            throw ContentRules.invalid("peer " + submitter + " may not submit a grant of type "
                    + grant.type().wire());
        }
    }

    private static Set<PeerId> set(PeerId one, PeerId other) {
        return Optional.of(other)
                .filter(o -> !o.equals(one))
                .map(o -> Set.of(one, o))
                .orElse(Set.of(one));
    }
}
