// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Why other sides of connections are not trusted: each chain is judged once, which takes a path validation. One
/// thread.
final class Objections {

    private final OpenConnections.Trusted trusted;
    private final Map<List<X509Certificate>, Optional<String>> judged = new HashMap<>();

    Objections(OpenConnections.Trusted trusted) {
        this.trusted = trusted;
    }

    /// What is against a side; empty when it is trusted. One of which the certificates cannot be read is not.
    ///
    /// @param chain of that side, leaf first
    Optional<String> to(Supplier<List<X509Certificate>> chain) {
        try {
            return judged.computeIfAbsent(chain.get(), this::judge);
        } catch (IllegalStateException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    /// Whatever goes wrong, it is no trust.
    private Optional<String> judge(List<X509Certificate> chain) {
        try {
            trusted.check(chain.toArray(X509Certificate[]::new));
            return Optional.empty();
        } catch (CertificateException | RuntimeException untrusted) {
            return Optional.of(String.valueOf(untrusted.getMessage()));
        }
    }
}
