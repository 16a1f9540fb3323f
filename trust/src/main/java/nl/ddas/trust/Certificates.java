// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Object;

/// Reads certificates from bytes.
final class Certificates {

    private static final int DER_SEQUENCE = 0x30;

    private Certificates() {}

    static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException broken) {
            throw new IllegalStateException("every Java knows X.509", broken);
        }
    }

    /// One certificate in DER and nothing else: no PEM, no bytes behind it, no other spelling of the same.
    static Optional<X509Certificate> readStrictly(byte[] der) {
        if (der.length == 0 || der[0] != DER_SEQUENCE) {
            return Optional.empty();
        }
        try {
            X509Certificate certificate =
                    (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der));
            return Arrays.equals(der, certificate.getEncoded()) && isOfWholeBytes(der, certificate.getSignature())
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (CertificateException notACertificate) {
            return Optional.empty();
        }
    }

    /// One revocation list in DER. Bytes behind it are no part of it.
    ///
    /// @throws CRLException when it is none
    static X509CRL list(byte[] der) throws CRLException {
        X509CRL list = (X509CRL) factory().generateCRL(new ByteArrayInputStream(der));
        if (!isOfWholeBytes(list.getEncoded(), list.getSignature())) {
            throw new CRLException("the signature of the list does not end with a whole byte");
        }
        return list;
    }

    /// The signature is a string of bits at the very end. How many bits of its last byte do not count stands
    /// before it, where no signature covers it: always none, or the same could be written in more ways
    /// than one.
    private static boolean isOfWholeBytes(byte[] der, byte[] signature) {
        return der[der.length - signature.length - 1] == 0;
    }

    static byte[] der(ASN1Object object) {
        try {
            return object.getEncoded("DER");
        } catch (IOException broken) {
            throw new IllegalStateException("writing to memory failed", broken);
        }
    }
}
