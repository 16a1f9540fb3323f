// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// A contract or a signature as it comes in: `POST /contracts` or `PUT /contracts/{hash}/accept|reject|revoke`.
///
/// @param caller TLS client certificate, trusted already
/// @param type of signature that the route wants; a POST wants an accept
/// @param pathHash the hash in the path, percent-decoded; nothing for a POST
/// @param managerAddress all values of header `Fsc-Manager-Address`
/// @param body as received
public record ContractRequest(
        X509Certificate caller,
        SignatureType type,
        Optional<String> pathHash,
        List<String> managerAddress,
        byte[] body) {

    public ContractRequest {
        managerAddress = List.copyOf(managerAddress);
    }
}
