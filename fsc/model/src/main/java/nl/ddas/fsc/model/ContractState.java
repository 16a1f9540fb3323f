// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// How a contract stands; follows from its signatures and the clock, see [Contract#state].
public enum ContractState {
    /// Not all Peers have accepted yet.
    PROPOSED,
    /// All have accepted and nobody took it back. Usable from its begin on.
    VALID,
    /// Ours: valid, but for an accept whose certificate is expired or revoked; valid again after a new accept.
    SUSPENDED,
    /// Somebody rejected it, or its end came before all had accepted.
    REJECTED,
    /// Somebody revoked it.
    REVOKED,
    /// Its end came.
    EXPIRED;

    /// Name in messages.
    public String wire() {
        return "CONTRACT_STATE_" + name();
    }

    /// Whether nothing can make it valid any more.
    public boolean terminal() {
        return switch (this) {
            case PROPOSED, VALID, SUSPENDED -> false;
            case REJECTED, REVOKED, EXPIRED -> true;
        };
    }
}
