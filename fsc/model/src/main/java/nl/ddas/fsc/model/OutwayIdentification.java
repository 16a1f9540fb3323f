// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// How an Outway is recognised by its TLS client certificate. Values are as received; [ContractRules] checks
/// their form.
public sealed interface OutwayIdentification {

    /// Whether this TLS client certificate is one of the Outway.
    boolean matches(X509Certificate client);

    /// An Outway of this Peer that is recognised so.
    default Outway outwayOf(PeerId peer) {
        return new Outway(peer, this);
    }

    /// By its key: SHA-256 of SubjectPublicKeyInfo, 64 lower-case hexadecimal digits. Stays the same when a certificate
    /// is renewed with the same key.
    record PublicKeyThumbprint(String hex) implements OutwayIdentification {

        /// The thumbprint of the key in a certificate, over the bytes that stand in it.
        public static PublicKeyThumbprint of(X509Certificate certificate) {
            byte[] info = certificate.getPublicKey().getEncoded();
            return new PublicKeyThumbprint(HexFormat.of().formatHex(Digests.sha256(info)));
        }

        @Override
        public boolean matches(X509Certificate client) {
            return of(client).hex.equals(hex);
        }
    }

    /// By a name in its certificate: a `dNSName` in Subject Alternative Name, compared without case, no wildcards
    /// (RFC 6125). FSC Core 2.0 only.
    record DomainName(String name) implements OutwayIdentification {

        private static final int DNS_NAME = 2;

        @Override
        public boolean matches(X509Certificate client) {
            return names(client).stream()
                    .filter(entry -> entry.getFirst().equals(DNS_NAME))
                    .anyMatch(entry ->
                            entry.get(1).toString().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
        }

        private static Collection<List<?>> names(X509Certificate client) {
            try {
                Collection<List<?>> names = client.getSubjectAlternativeNames();
                return names == null ? List.of() : names;
            } catch (CertificateParsingException unreadable) {
                return List.of();
            }
        }
    }
}
