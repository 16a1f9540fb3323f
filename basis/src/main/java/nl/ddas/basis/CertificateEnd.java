// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a certificate of our own still lasts: as a figure, and as a remark in health when it ends soon.
public final class CertificateEnd {

    /// Days before the end at which the remark changes; above the last there is none.
    private static final long[] BOUNDS = {0, 1, 7, 14, 30, 60};

    private CertificateEnd() {}

    /// Days until it ends, below zero when it has.
    public static double days(X509Certificate certificate, Instant now) {
        Duration left = Duration.between(now, certificate.getNotAfter().toInstant());
        return left.toSeconds() / (double) Duration.ofDays(1).toSeconds();
    }

    /// What the operator should know, Dutch; empty when it lasts for more than 60 days.
    ///
    /// @param purpose what it is for, Dutch, such as `tls`
    public static Optional<String> remark(String purpose, X509Certificate certificate, Instant now) {
        double left = days(certificate, now);
        for (long bound : BOUNDS) {
            if (left <= bound) {
                return Optional.of("het certificaat voor " + purpose
                        + (bound == 0
                                ? " is afgelopen"
                                : " loopt af binnen " + bound + (bound == 1 ? " dag" : " dagen"))
                        + "; vraag een nieuw aan");
            }
        }
        return Optional.empty();
    }
}
