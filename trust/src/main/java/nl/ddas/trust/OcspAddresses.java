// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/// Where may be asked about a certificate. An address in a certificate counts only when it stands in the settings, or
/// when they say so.
///
/// @param set in the settings
/// @param fromCertificates whether those in certificates of trusted issuers may be used too
public record OcspAddresses(List<URI> set, boolean fromCertificates) {

    private static final Set<String> WEB = Set.of("http", "https");
    private static final int MOST = 4;

    public OcspAddresses {
        set = List.copyOf(set);
    }

    /// Where to ask, in this order: where the certificate says, when that may be; else at all that are set.
    List<URI> of(X509Certificate certificate) {
        List<URI> named = named(certificate).stream()
                .filter(address -> fromCertificates || set.contains(address))
                .limit(MOST)
                .toList();
        return named.isEmpty() ? set : named;
    }

    private static List<URI> named(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.authorityInfoAccess.getId());
        List<URI> named = new ArrayList<>();
        if (extension == null) {
            return named;
        }
        // Of a trusted issuer, but still: what it wrote there may be anything.
        try {
            AuthorityInformationAccess access =
                    AuthorityInformationAccess.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension));
            for (AccessDescription one : access.getAccessDescriptions()) {
                GeneralName place = one.getAccessLocation();
                if (one.getAccessMethod().equals(AccessDescription.id_ad_ocsp)
                        && place.getTagNo() == GeneralName.uniformResourceIdentifier) {
                    web(place.getName().toString()).ifPresent(named::add);
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            return List.of();
        }
        return named;
    }

    /// One that can be asked: another among those of a certificate does not stand in its way.
    private static Optional<URI> web(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(address -> address.getScheme() != null && WEB.contains(address.getScheme()))
                    .filter(address -> address.getHost() != null && address.getRawUserInfo() == null);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
