// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import nl.ddas.fsc.model.PeerId;

/// The Manager of a Peer could not be reached, or what answered was not that Peer or made no sense. Later it may work.
public class PeerUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    public PeerUnreachable(PeerId peer, String why) {
        super("manager of peer " + peer + ": " + why);
        this.why = "the manager of peer " + peer + " could not be asked: " + why;
    }

    /// @param cause what broke below it
    PeerUnreachable(PeerId peer, String why, Throwable cause) {
        this(peer, why);
        initCause(cause);
    }

    /// For the Peer itself; English.
    public String why() {
        return why;
    }
}
