// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// Key material of one end of a mutual TLS connection.
///
/// @param key private key of the leaf
/// @param chain leaf first, root left out
/// @param anchors who we trust
/// @param revocation whether and how revoked certificates of the other end are refused
public record Tls(PrivateKey key, List<X509Certificate> chain, List<X509Certificate> anchors, Revocation revocation) {

    @Override
    public String toString() {
        return "Tls[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
