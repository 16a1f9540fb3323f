// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

/// One end of mutual TLS connections, that can go on with other key material while it runs.
public interface TlsEnd {

    /// Makes new connections with this key material, trust and revocation lists. Open connections whose other
    /// side is not trusted by it are closed; the rest goes on.
    ///
    /// @throws IllegalArgumentException when the key material cannot be used; then nothing has changed
    /// @throws IllegalStateException when this end does not speak TLS, or was closed
    void renew(Tls tls);

    /// Looks again at open connections: a certificate or a list may have ended. One whose other side is not
    /// trusted any more is closed, as by [#renew]; the rest goes on.
    ///
    /// @param tls what is in use
    /// @throws IllegalArgumentException when nobody can be judged by it
    /// @throws IllegalStateException when this end does not speak TLS
    void closeUntrusted(Tls tls);
}
