// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Optional;

/// What the rules need to know of contracts that are stored already, ended ones included.
public interface KnownContracts {

    /// The content hash of the contract with this `iv`.
    Optional<ContentHash> withIv(String iv);
}
