// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// Bytes as a value that can be compared and kept.
///
/// @param hex two lower-case hexadecimal digits a byte
public record Octetten(String hex) {

    /// No bytes.
    public static final Octetten LEEG = new Octetten("");

    /// @throws IllegalArgumentException when it is not hexadecimal, or not in whole bytes
    public Octetten {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!isHex(hex)) {
            throw new IllegalArgumentException("bytes: expected pairs of hexadecimal digits");
        }
    }

    /// A copy of bytes.
    public static Octetten of(byte[] bytes) {
        return bytes.length == 0 ? LEEG : new Octetten(HexFormat.of().formatHex(bytes));
    }

    /// From hexadecimal digits of either case; empty when the text is something else.
    public static Optional<Octetten> parse(String text) {
        return isHex(text) ? Optional.of(new Octetten(text)) : Optional.empty();
    }

    /// A copy of the bytes.
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /// In bytes.
    public int length() {
        return hex.length() / 2;
    }

    /// Whether there is nothing but zeros, or nothing.
    public boolean isZero() {
        return hex.chars().allMatch(digit -> digit == '0');
    }

    private static boolean isHex(String text) {
        return text.length() % 2 == 0 && text.chars().allMatch(HexFormat::isHexDigit);
    }
}
