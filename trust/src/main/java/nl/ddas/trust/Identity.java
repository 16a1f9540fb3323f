// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// A private key with its certificate chain.
///
/// @param chain leaf first, root left out
public record Identity(PrivateKey key, List<X509Certificate> chain) {

    public X509Certificate leaf() {
        return chain.getFirst();
    }

    @Override
    public String toString() {
        return "Identity[" + leaf().getSubjectX500Principal() + "]";
    }
}
