// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// A SHA-256 hash: of a leaf, of a node, or the root of a whole tree. Immutable.
public final class Hash {

    /// Length of every hash here.
    public static final int BYTES = 32;

    private static final int TEXT = 44;

    private final byte[] bytes;

    private Hash(byte[] own) {
        this.bytes = own;
    }

    /// @throws IllegalArgumentException when it is not [#BYTES] long
    public static Hash of(byte[] bytes) {
        return at(bytes, 0, bytes.length);
    }

    /// A hash that stands among others, one after another.
    ///
    /// @param index which, 0 and up
    /// @throws IllegalArgumentException when there are not that many
    public static Hash in(byte[] row, int index) {
        return at(row, index * BYTES, BYTES);
    }

    private static Hash at(byte[] row, int from, int length) {
        if (length != BYTES || from < 0 || from + BYTES > row.length) {
            throw new IllegalArgumentException("expected a hash of " + BYTES + " bytes");
        }
        return new Hash(Arrays.copyOfRange(row, from, from + BYTES));
    }

    /// A hash as text; empty when the text is not the one base64 (RFC 4648, section 4) of [#BYTES] bytes.
    public static Optional<Hash> read(String base64) {
        return base64.length() == TEXT
                ? Base64Text.read(base64).filter(all -> all.length == BYTES).map(Hash::of)
                : Optional.empty();
    }

    /// A copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// In base64, as a checkpoint and a proof have it.
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// In hexadecimal; it tells nothing about what was hashed.
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
