// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.Optional;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.PeerId;

/// Which open contracts, and how many at a time: contracts that have not ended and that nobody rejected or revoked.
///
/// @param peer that must be on them
/// @param calls whether its Outway must be in one of their Grants; one that was stored long ago may be given in vain
/// @param after the one behind which they go on, in order of creation and hash
/// @param most 1 or more
public record OpenQuery(PeerId peer, boolean calls, Instant now, Optional<Place> after, int most) {

    /// Where a contract stands in the order.
    ///
    /// @param created when it was made, in whole seconds
    public record Place(Instant created, ContentHash hash) {}

    /// @throws IllegalArgumentException when not even one may be given
    public OpenQuery {
        if (most < 1) {
            throw new IllegalArgumentException("OpenQuery: expected 1 contract at a time or more, got " + most);
        }
    }

    /// All that a Peer is on.
    static OpenQuery with(PeerId peer, Instant now, int most) {
        return new OpenQuery(peer, false, now, Optional.empty(), most);
    }

    /// Those by which the Outway of a Peer may connect.
    static OpenQuery calledBy(PeerId peer, Instant now, int most) {
        return new OpenQuery(peer, true, now, Optional.empty(), most);
    }

    /// The same, behind this place.
    OpenQuery behind(Place last) {
        return new OpenQuery(peer, calls, now, Optional.of(last), most);
    }
}
