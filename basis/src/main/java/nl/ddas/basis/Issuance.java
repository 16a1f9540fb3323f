// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;

/// Whether an authority really issued something: its name stands in it, and its key signed it. Says nothing of whether
/// the authority is trusted, or may issue such things.
public final class Issuance {

    private Issuance() {}

    /// Whether it issued a certificate.
    public static boolean isBy(X509Certificate issuer, X509Certificate certificate) {
        try {
            if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                return false;
            }
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException otherKey) {
            return false;
        }
    }

    /// Whether it issued a revocation list.
    public static boolean isBy(X509Certificate issuer, X509CRL list) {
        try {
            if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                return false;
            }
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException otherKey) {
            return false;
        }
    }
}
