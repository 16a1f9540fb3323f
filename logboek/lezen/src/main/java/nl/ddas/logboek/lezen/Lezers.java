// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.Optional;
import nl.ddas.basis.Request;

/// Knows who reads, by the certificate it showed or a token it sent.
@FunctionalInterface
public interface Lezers {

    /// Empty for a stranger.
    Optional<Lezer> find(Request request);
}
