// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.List;

/// A private key with its certificate chain.
///
/// @param chain leaf first, root left out (a root on its own has itself)
public record Identity(PrivateKey key, List<X509Certificate> chain) {

    /// @throws IllegalArgumentException when there is no certificate, or it belongs to another key
    public Identity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("Identity: expected at least one certificate");
        }
        if (key instanceof RSAKey own
                && chain.getFirst().getPublicKey() instanceof RSAKey certified
                && !own.getModulus().equals(certified.getModulus())) {
            throw new IllegalArgumentException("Identity: the certificate belongs to another key");
        }
    }

    public X509Certificate leaf() {
        return chain.getFirst();
    }

    KeyPair pair() {
        return new KeyPair(leaf().getPublicKey(), key);
    }

    @Override
    public String toString() {
        return "Identity[" + leaf().getSubjectX500Principal() + "]";
    }
}
