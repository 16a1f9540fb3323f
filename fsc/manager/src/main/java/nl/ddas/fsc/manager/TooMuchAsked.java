// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import nl.ddas.fsc.model.PeerId;

/// An answer is longer than we take, or a question longer than the other side takes: ask for less.
final class TooMuchAsked extends PeerUnreachable {

    private static final long serialVersionUID = 1L;

    TooMuchAsked(PeerId peer, int status) {
        super(peer, "more was asked than fits in one answer (" + status + ")");
    }
}
