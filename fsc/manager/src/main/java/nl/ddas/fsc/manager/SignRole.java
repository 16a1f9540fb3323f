// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.PeerId;

/// A role of a Peer in a Grant, as rules for signing name it.
enum SignRole {
    /// Lists the Service.
    DIRECTORY,
    /// Offers the Service.
    PROVIDER,
    /// Has the Outway.
    CONSUMER,
    /// Somebody else offers or connects on its behalf.
    DELEGATOR;

    static Optional<SignRole> find(String name) {
        return Arrays.stream(values()).filter(role -> role.word().equals(name)).findFirst();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isThatOf(PeerId peer, Grant grant) {
        return switch (this) {
            case DIRECTORY ->
                grant.publication().filter(p -> p.directory().equals(peer)).isPresent();
            case PROVIDER -> grant.provider().equals(peer);
            case CONSUMER ->
                grant.connection().filter(c -> c.outway().peer().equals(peer)).isPresent();
            case DELEGATOR ->
                grant.publication().flatMap(Grant.Publication::delegator).equals(Optional.of(peer))
                        || grant.connection()
                                .flatMap(Grant.Connection::delegator)
                                .equals(Optional.of(peer))
                        || grant.connection()
                                .flatMap(c -> c.service().publisher())
                                .equals(Optional.of(peer));
        };
    }
}
