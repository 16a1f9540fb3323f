// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.nio.file.Path;
import java.util.Optional;

/// What opens the keys of the authority.
///
/// @param issuing password of the key that issues
/// @param rootKey where the key of the root is now; it is away most of the time
/// @param root password of the key of the root; empty when it is not needed
public record CaSecrets(String issuing, Path rootKey, Optional<String> root) {

    static final int SHORTEST = 12;

    public CaSecrets {
        if (issuing.length() < SHORTEST || root.map(String::length).orElse(SHORTEST) < SHORTEST) {
            throw new IllegalArgumentException("CaSecrets: expected passwords of at least " + SHORTEST + " characters");
        }
    }

    @Override
    public String toString() {
        return "CaSecrets[" + rootKey + "]";
    }
}
