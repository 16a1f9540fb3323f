// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Purpose;

/// A certificate of a party in the register.
///
/// @param request number of the proposal it was asked in
/// @param generation of the authority that issued it
/// @param revoked empty as long as it counts
public record Issued(
        long request,
        Purpose purpose,
        Holder holder,
        X509Certificate certificate,
        int generation,
        Optional<Revoked> revoked) {

    /// Serial number.
    public BigInteger serial() {
        return certificate.getSerialNumber();
    }

    /// Whether it is not revoked and has not run out.
    public boolean isValidAt(Instant moment) {
        return revoked.isEmpty() && moment.isBefore(certificate.getNotAfter().toInstant());
    }

    Issued revoked(Revoked by) {
        return new Issued(request, purpose, holder, certificate, generation, Optional.of(by));
    }
}
