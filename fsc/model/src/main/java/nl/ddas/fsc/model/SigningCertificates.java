// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// Where the certificate of a signature is found: what is known already, or else the JWKS of the Peer that sent it.
public interface SigningCertificates {

    /// The certificate with this thumbprint and its chain, leaf first, not yet trusted.
    ///
    /// @param peer whose signature it should be
    /// @param at where the Manager of that Peer says to be; the one who connects there must see a
    ///     certificate of `peer`
    /// @return nothing when it is unknown, or where it should be cannot be reached
    Optional<List<X509Certificate>> chain(PeerId peer, ManagerAddress at, CertificateThumbprint thumbprint);
}
