// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How long a certificate still lasts: as a figure, and as a remark in health when it ends soon.
public final class CertificateEnd {

    /// Days before the end at which the remark changes; above the last there is none.
    private static final long[] BOUNDS = {0, 1, 7, 14, 30, 60};

    private CertificateEnd() {}

    /// Days until it ends, below zero when it has.
    public static double days(X509Certificate certificate, Instant now) {
        Duration left = Duration.between(now, certificate.getNotAfter().toInstant());
        return left.toSeconds() / (double) Duration.ofDays(1).toSeconds();
    }

    /// Days until the first of a chain ends: with an issuer its certificates end too.
    ///
    /// @param chain leaf first, not empty
    public static double days(List<X509Certificate> chain, Instant now) {
        return days(first(chain), now);
    }

    private static X509Certificate first(List<X509Certificate> chain) {
        return Collections.min(chain, Comparator.comparing(X509Certificate::getNotAfter));
    }

    /// What the operator should know, Dutch; empty when all of the chain lasts for more than 60 days.
    ///
    /// @param purpose what it is for, Dutch, such as `tls`
    /// @param chain leaf first, not empty
    public static Optional<String> remark(String purpose, List<X509Certificate> chain, Instant now) {
        X509Certificate first = first(chain);
        return first.getNotAfter()
                        .toInstant()
                        .isBefore(chain.getFirst().getNotAfter().toInstant())
                ? when(first, now)
                        .map(when -> "een uitgever boven het certificaat voor " + purpose + " " + when
                                + "; vraag een certificaat aan van een uitgever die langer geldt")
                : remark(purpose, chain.getFirst(), now);
    }

    /// What the operator should know, Dutch; empty when it lasts for more than 60 days.
    ///
    /// @param purpose what it is for, Dutch, such as `tls`
    public static Optional<String> remark(String purpose, X509Certificate certificate, Instant now) {
        return when(certificate, now)
                .map(when -> "het certificaat voor " + purpose + " " + when + "; vraag een nieuw aan");
    }

    /// When it ends, as the end of a sentence in Dutch, such as `loopt af binnen 7 dagen`; empty when it lasts
    /// for more than 60 days.
    public static Optional<String> when(X509Certificate certificate, Instant now) {
        double left = days(certificate, now);
        for (long bound : BOUNDS) {
            if (left <= bound) {
                return Optional.of(
                        bound == 0 ? "is afgelopen" : "loopt af binnen " + bound + (bound == 1 ? " dag" : " dagen"));
            }
        }
        return Optional.empty();
    }
}
