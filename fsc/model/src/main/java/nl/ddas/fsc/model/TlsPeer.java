// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.X509Certificate;

/// The other side of a mutual TLS connection, worked out once a connection: certificate, its thumbprint, who it is.
///
/// @param thumbprint of `certificate`; access tokens are bound to it
public record TlsPeer(X509Certificate certificate, CertificateThumbprint thumbprint, PeerIdentity identity) {

    public PeerId id() {
        return identity.id();
    }

    @Override
    public String toString() {
        return "TlsPeer[" + identity.id() + "]";
    }
}
