// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

/// Text that others wrote, for who reads it on a screen and decides by it: what they wrote must not act on the
/// terminal, nor read otherwise than it is.
public final class PlainText {

    private PlainText() {}

    /// The text with a blank for every character that steers a terminal, turns round how a line reads, is not
    /// seen, or ends a line.
    public static String shown(String text) {
        return text.codePoints()
                .map(character -> isPlain(character) ? character : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Whether [#shown] leaves a text as it is.
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
