// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which TLS a listener speaks; forward secrecy and authenticated encryption always.
///
/// Source: NCSC guidelines for TLS, 2025-05 ("goed" and "voldoende"); Digikoppeling asks that TLS 1.2 is supported.
public enum TlsProfile {
    /// TLS 1.3 with suites that are good, for parts of one organisation. On the TLS of the JDK: the other library
    /// cannot leave out a suite of TLS 1.3.
    GOED,

    /// TLS 1.3 and 1.2, for other organisations.
    DIGIKOPPELING;

    /// The profile of a name in settings: `goed` or `digikoppeling`; nothing for another text.
    public static Optional<TlsProfile> read(String text) {
        return switch (text) {
            case "goed" -> Optional.of(GOED);
            case "digikoppeling" -> Optional.of(DIGIKOPPELING);
            case String _ -> Optional.empty();
        };
    }

    /// Versions, as Java names them.
    public Set<String> protocols() {
        return switch (this) {
            case GOED -> Set.of("TLSv1.3");
            case DIGIKOPPELING -> Set.of("TLSv1.2", "TLSv1.3");
        };
    }

    /// Suites as Java names them, first choice first.
    public List<String> suites() {
        return switch (this) {
            case GOED -> List.of("TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");
            case DIGIKOPPELING ->
                List.of(
                        "TLS_AES_256_GCM_SHA384",
                        "TLS_CHACHA20_POLY1305_SHA256",
                        "TLS_AES_128_GCM_SHA256",
                        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
                        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        };
    }
}
