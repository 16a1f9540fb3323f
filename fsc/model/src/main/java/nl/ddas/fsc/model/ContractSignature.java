// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// One Peer's word on a contract, verified when it came in.
///
/// @param signedAt whole seconds
/// @param jws compact form as received
/// @param chain of the signing certificate, leaf first, root left out: needed later, when the JWKS no longer has it
public record ContractSignature(
        PeerId peer, SignatureType type, Instant signedAt, String jws, List<X509Certificate> chain) {

    public ContractSignature {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("ContractSignature: expected the signing certificate");
        }
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    @Override
    public String toString() {
        return "ContractSignature[" + type + " by " + peer + "]";
    }
}
