// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The certificates that came with a signature: each issued by the name of the next, leaf first, not yet trusted.
record SignerChain(List<X509Certificate> certificates) {

    private static final int MAX_CERTIFICATES = 6;
    private static final int MAX_BYTES = 6 * 1024;

    /// From 65537 on (FIPS 186-5, A.1.1): smaller ones forgive faults in padding.
    private static final int MIN_EXPONENT_BITS = 17;

    private static final int MAX_EXPONENT_BITS = 64;

    X509Certificate leaf() {
        return certificates.getFirst();
    }

    RSAPublicKey key() {
        return (RSAPublicKey) leaf().getPublicKey();
    }

    /// @param x5c base64 of DER
    /// @param x5tS256 fingerprint that must be that of the leaf
    /// @throws Rejection when a certificate cannot be read, is out of order, or has a key of the wrong kind or size
    static SignerChain read(List<String> x5c, Optional<String> x5tS256) {
        if (x5c.size() > MAX_CERTIFICATES) {
            throw Refusal.CERTIFICAAT_FORMAAT.because("De handtekening bevat " + x5c.size()
                    + " certificaten; ten hoogste " + MAX_CERTIFICATES + " zijn toegestaan.");
        }
        List<X509Certificate> certificates = new ArrayList<>(x5c.size());
        for (String text : x5c) {
            certificates.add(certificate(text));
        }
        SignerChain chain = new SignerChain(List.copyOf(certificates));
        chain.checkOrder();
        chain.checkKey();
        x5tS256.ifPresent(chain::checkFingerprint);
        return chain;
    }

    private static X509Certificate certificate(String text) {
        return StrictBase64.standard(text)
                .filter(der -> der.length <= MAX_BYTES)
                .flatMap(Certificates::readStrictly)
                .orElseThrow(() -> Refusal.CERTIFICAAT_FORMAAT.because(
                        "Een certificaat in x5c is niet te lezen. Verwacht: DER in gewone base64, ten hoogste 6 kB."));
    }

    /// Each certificate must name the next one as its issuer; whether that one signed it is not looked at here.
    ///
    /// @throws Rejection `certificaat-formaat`
    void checkOrder() {
        for (int i = 1; i < certificates.size(); i++) {
            if (!certificates
                    .get(i - 1)
                    .getIssuerX500Principal()
                    .equals(certificates.get(i).getSubjectX500Principal())) {
                throw Refusal.CERTIFICAAT_FORMAAT.because("De certificaten in x5c staan niet op volgorde: eerst het"
                        + " eigen certificaat, dan telkens dat van de uitgever van het vorige.");
            }
        }
    }

    /// The key of the leaf must be one for PS256: RSA as [RsaSize] wants it, with a public exponent of 17 to 64
    /// bits.
    ///
    /// @throws Rejection `certificaat-sleutellengte`
    void checkKey() {
        boolean good = leaf().getPublicKey() instanceof RSAPublicKey rsa
                && RsaSize.fits(rsa)
                && rsa.getPublicExponent().bitLength() >= MIN_EXPONENT_BITS
                && rsa.getPublicExponent().bitLength() <= MAX_EXPONENT_BITS;
        if (!good) {
            throw Refusal.CERTIFICAAT_SLEUTELLENGTE.because("De sleutel van het certificaat is niet geschikt."
                    + " Verwacht: RSA van 2048 tot 8192 bits, bij voorkeur 3072, met publieke exponent 65537.");
        }
    }

    private void checkFingerprint(String x5tS256) {
        byte[] named = StrictBase64.url(x5tS256).orElse(new byte[0]);
        if (!MessageDigest.isEqual(named, Sha256.of(leaf()))) {
            throw Refusal.CERTIFICAAT_THUMBPRINT.because(
                    "De vingerafdruk x5t#S256 hoort niet bij het eerste certificaat in x5c.");
        }
    }
}
