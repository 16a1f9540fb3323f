// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import nl.ddas.trust.Identity;

/// Signs access tokens for the Peer that offers the Service; header `alg`, `typ` and `x5t#S256`.
///
/// @param signer key and certificate chain for tokens
public record TokenMaker(Identity signer) {

    /// @throws IllegalArgumentException when the key fits none of the algorithms of FSC
    public TokenMaker {
        if (JwsAlgorithm.usual(signer.leaf().getPublicKey()).isEmpty()) {
            throw new IllegalArgumentException(
                    "TokenMaker: expected an RSA key of 2048 to 8192 bits or an EC key on P-256, P-384 or P-521");
        }
    }

    /// The token in compact form. Never log it.
    public String make(AccessToken token) {
        return Jws.make(signer, "JWT", token.toJson());
    }
}
