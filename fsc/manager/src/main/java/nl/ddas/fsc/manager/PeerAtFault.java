// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import nl.ddas.fsc.model.PeerId;

/// The Manager of a Peer refuses a question that it should answer, or gives an answer that makes no sense.
/// Waiting will not mend it: somebody has to look.
sealed class PeerAtFault extends PeerUnreachable permits UnreadableAnswer {

    private static final long serialVersionUID = 1L;

    PeerAtFault(PeerId peer, String why) {
        super(peer, why);
    }
}
