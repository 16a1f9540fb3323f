// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SigningCertificates;

/// Certificates that others sign with: those seen before, else the JWKS of that Peer. Throws [PeerUnreachable] when it
/// has to look there and cannot: the signature is then neither good nor bad. Safe for many threads.
public final class SigningKeys implements SigningCertificates {

    private static final int KEPT = 10_000;

    private final OtherManagers others;
    private final Map<CertificateThumbprint, List<X509Certificate>> seen = new LinkedHashMap<>();

    public SigningKeys(OtherManagers others) {
        this.others = others;
    }

    @Override
    public Optional<List<X509Certificate>> chain(PeerId peer, ManagerAddress at, CertificateThumbprint thumbprint) {
        Optional<List<X509Certificate>> known = known(thumbprint);
        if (known.isPresent()) {
            return known;
        }
        Optional<List<X509Certificate>> fetched =
                others.jwks(new OtherManagers.Called(peer, at)).chain(thumbprint);
        fetched.ifPresent(chain -> keep(thumbprint, chain));
        return fetched;
    }

    private Optional<List<X509Certificate>> known(CertificateThumbprint thumbprint) {
        synchronized (seen) {
            return Optional.ofNullable(seen.get(thumbprint));
        }
    }

    private void keep(CertificateThumbprint thumbprint, List<X509Certificate> chain) {
        synchronized (seen) {
            if (seen.size() >= KEPT) {
                seen.remove(seen.keySet().iterator().next());
            }
            seen.put(thumbprint, chain);
        }
    }
}
