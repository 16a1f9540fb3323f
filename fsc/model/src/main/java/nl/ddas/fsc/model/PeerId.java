// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// The id of a Peer in its Group (FSC Core, "Peer ID"). What form it must have is for the Group to say, see
/// [PeerIdRule]; here only that it is a text of 1 to 255 characters without control characters. Text, never a number:
/// leading zeros count.
public record PeerId(String value) implements Comparable<PeerId> {

    /// Longest in the OpenAPI of core.
    static final int MAX_LENGTH = 255;

    /// @throws IllegalArgumentException when empty, too long, or with control characters
    public PeerId {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "PeerId: expected 1 to 255 printable characters, got " + value.length() + " characters");
        }
    }

    static boolean isOne(String value) {
        return !value.isBlank() && value.length() <= MAX_LENGTH && value.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public int compareTo(PeerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
