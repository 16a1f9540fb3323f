// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// How many requests a Service may have at once: one rule for the Inway's own settings and for those that the Manager
/// keeps for it.
public final class AtOnce {

    /// When nothing is said about it.
    public static final int DEFAULT = 256;

    /// No more than this.
    public static final int MOST = 100_000;

    private AtOnce() {}

    /// @param name of the setting or member, in the message
    /// @throws IllegalArgumentException unless it is 1 to [#MOST]
    public static void require(String name, int requests) {
        if (requests < 1 || requests > MOST) {
            throw new IllegalArgumentException(name + ": expected 1 to " + MOST + ", got " + requests);
        }
    }
}
