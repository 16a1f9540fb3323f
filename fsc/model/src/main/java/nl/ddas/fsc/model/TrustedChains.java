// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.trust.Chains;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.Trust;

/// Follows chains up to the Trust Anchors of the Group, revocation lists included.
///
/// @param trust asked at every check, so that new anchors and lists count at once
public record TrustedChains(Supplier<Trust> trust) implements ChainCheck {

    @Override
    public Optional<String> objection(List<X509Certificate> chain, Instant now) {
        return Chains.objection(chain, trust.get(), now).map(TrustedChains::english);
    }

    private static String english(Refusal refusal) {
        return switch (refusal) {
            case CERTIFICAAT_GELDIGHEID -> "the certificate, or one above it, is expired or not yet valid";
            case CERTIFICAAT_INGETROKKEN -> "the certificate, or one above it, is revoked";
            case INTREKKINGSSTATUS_ONBEKEND -> "no valid revocation list tells whether the certificate is revoked";
            case Refusal other -> "the certificate does not lead to a trust anchor of the group";
        };
    }
}
