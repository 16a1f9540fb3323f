// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
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
        if (!belongs(key, chain.getFirst().getPublicKey())) {
            throw new IllegalArgumentException("Identity: the certificate belongs to another key");
        }
    }

    static boolean belongs(PrivateKey key, PublicKey certified) {
        return switch (key) {
            case RSAKey own ->
                certified instanceof RSAKey other && own.getModulus().equals(other.getModulus());
            case ECKey _ -> certified instanceof ECKey && verifies(key, certified);
            // A key inside a device tells nothing of itself.
            case PrivateKey _ -> true;
        };
    }

    /// A private point tells its public one only by doing what it is for.
    private static boolean verifies(PrivateKey key, PublicKey certified) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            return signature.verify(signed);
        } catch (GeneralSecurityException otherCurve) {
            return false;
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
