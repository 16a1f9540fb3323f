// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.InwayTokenCheck;
import nl.ddas.fsc.model.Jwks;

/// The certificates by which our Peer signs tokens, as our Manager last told them. Safe for many threads.
final class InwayCertificates implements InwayTokenCheck.OwnCertificates {

    private volatile Map<CertificateThumbprint, X509Certificate> known = Map.of();

    @Override
    public Optional<X509Certificate> find(CertificateThumbprint thumbprint) {
        return Optional.ofNullable(known.get(thumbprint));
    }

    /// From now on these.
    void learn(Jwks jwks) {
        Map<CertificateThumbprint, X509Certificate> now = new HashMap<>();
        for (List<X509Certificate> chain : jwks.chains()) {
            now.put(CertificateThumbprint.of(chain.getFirst()), chain.getFirst());
        }
        known = Map.copyOf(now);
    }

    boolean isEmpty() {
        return known.isEmpty();
    }
}
