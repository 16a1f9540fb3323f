// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What the log commits itself to for a line: SHA-256 over a salt and the line in its hashed form. This
/// alone goes into the tree, so that nobody learns a line from the tree by guessing, and a line with its
/// salt can be removed when its time is over while the tree stays whole.
public final class Verbintenis {

    /// Length of a commitment.
    public static final int BYTES = 32;
    /// Length of a salt: chance, a fresh one for each line.
    public static final int ZOUT = 16;

    private Verbintenis() {}

    /// The commitment to one line.
    ///
    /// @param salt of [#ZOUT] bytes
    /// @param line in the form in which it is hashed (`Regelvorm` of `logboek/model`)
    /// @return [#BYTES] bytes
    /// @throws IllegalArgumentException when the salt has another length: where salt ends and line begins
    ///     would be open
    public static byte[] of(byte[] salt, byte[] line) {
        if (salt.length != ZOUT) {
            throw new IllegalArgumentException("expected a salt of " + ZOUT + " bytes");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(line);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
