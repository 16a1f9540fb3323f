// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import nl.ddas.fsc.model.PeerId;

/// What the Manager of a Peer answers cannot be read. It may be about one thing among many: ask for less.
final class UnreadableAnswer extends PeerAtFault {

    private static final long serialVersionUID = 1L;

    /// @param reason English, with the place
    UnreadableAnswer(PeerId peer, String reason) {
        super(peer, "its answer cannot be read: " + reason);
    }
}
