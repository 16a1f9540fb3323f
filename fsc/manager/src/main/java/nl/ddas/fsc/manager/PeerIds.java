// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.Optional;
import nl.ddas.fsc.model.PeerId;

/// Reads ids of Peers in queries and forms.
final class PeerIds {

    private static final int LONGEST = 255;

    private PeerIds() {}

    /// Nothing when the text cannot be an id in any Group.
    static Optional<PeerId> read(String text) {
        return text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)
                ? Optional.empty()
                : Optional.of(new PeerId(text));
    }
}
