// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// SHA-256 of a certificate in DER, as `x5t#S256` (RFC 7515, 4.1.8). Not to be confused with the thumbprint of the
/// public key in grants, see [OutwayIdentification.PublicKeyThumbprint].
///
/// @param base64url 43 characters, no padding; the one spelling that is sent
public record CertificateThumbprint(String base64url) {

    /// 32 bytes: the last character holds four bits.
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    public CertificateThumbprint {
        if (!FORM.matcher(base64url).matches()) {
            throw new IllegalArgumentException("CertificateThumbprint: expected 43 characters of base64url");
        }
    }

    public static CertificateThumbprint of(X509Certificate certificate) {
        return new CertificateThumbprint(Digests.url(Digests.sha256(Digests.der(certificate))));
    }

    /// Reads a thumbprint in either alphabet of base64, padded or not: examples in the standard have both.
    public static Optional<CertificateThumbprint> read(String text) {
        String bare = text.endsWith("=") ? text.substring(0, text.length() - 1) : text;
        String url = bare.replace('+', '-').replace('/', '_');
        return FORM.matcher(url).matches() ? Optional.of(new CertificateThumbprint(url)) : Optional.empty();
    }

    /// The 32 bytes.
    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(base64url);
    }

    @Override
    public String toString() {
        return base64url;
    }
}
