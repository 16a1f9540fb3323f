// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether certificates lead to a Trust Anchor of the Group.
public interface ChainCheck {

    /// Why a chain is not trusted at a moment, in English; nothing when it is.
    ///
    /// @param chain leaf first, root left out or not
    Optional<String> objection(List<X509Certificate> chain, Instant now);
}
