// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.time.Instant;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Identity;

/// Signs contracts for a Peer (FSC Core, "Signatures"): header `alg` and `x5t#S256`, nothing else.
///
/// @param signer key and certificate chain for contracts
public record SignatureMaker(PeerId self, Identity signer) {

    /// @throws IllegalArgumentException when the key fits none of the algorithms of FSC
    public SignatureMaker {
        if (JwsAlgorithm.usual(signer.leaf().getPublicKey()).isEmpty()) {
            throw new IllegalArgumentException(
                    "SignatureMaker: expected an RSA key of 2048 to 8192 bits or an EC key on P-256, P-384 or P-521");
        }
    }

    /// Signs with the usual algorithm of the key.
    ///
    /// @param signedAt set it some seconds back, for receivers whose clock is behind
    public ContractSignature sign(SignatureType type, ContentHash hash, Instant signedAt) {
        return sign(JwsAlgorithm.usual(signer.leaf().getPublicKey()).orElseThrow(), type, hash, signedAt);
    }

    /// Signs with an algorithm that fits the key.
    public ContractSignature sign(JwsAlgorithm algorithm, SignatureType type, ContentHash hash, Instant signedAt) {
        JsonObject payload = JsonObject.EMPTY
                .with("contract_content_hash", hash.value())
                .with("type", type.wire())
                .with("signed_at", signedAt.getEpochSecond());
        return new ContractSignature(
                self,
                type,
                Instant.ofEpochSecond(signedAt.getEpochSecond()),
                Jws.make(signer, algorithm, "", payload),
                signer.chain());
    }
}
