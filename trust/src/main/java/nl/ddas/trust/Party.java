// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.PublicKey;
import java.util.List;
import java.util.Set;

/// An organisation with its three certificates, each with a key of its own.
///
/// @param holder who it is
public record Party(Holder holder, Identity tls, Identity signing, Identity encryption) {

    /// @throws IllegalArgumentException when two of the certificates share a key
    public Party {
        Set<PublicKey> keys = Set.copyOf(List.of(
                tls.leaf().getPublicKey(),
                signing.leaf().getPublicKey(),
                encryption.leaf().getPublicKey()));
        if (keys.size() < 3) {
            throw new IllegalArgumentException("Party: expected a key of its own for each certificate");
        }
    }

    public String name() {
        return holder.name();
    }

    public Oin oin() {
        return holder.oin();
    }
}
