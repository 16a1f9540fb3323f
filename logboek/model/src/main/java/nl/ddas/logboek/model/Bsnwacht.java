// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Predicate;

/// Looks for numbers that may be a BSN (LDV-L23), in texts, keys, addresses, bytes and numbers. One in eleven other
/// numbers of that length passes too, so this is a reason to look, not a verdict. The rule:
///
/// - 8 or 9 digits that pass the elfproef, with anything but a digit on both sides: letters too, in a word of any
///   length;
/// - the same in groups, as 1234.56.789 or 123 456 789;
/// - the same with zeros before it, up to 12 digits in all: registers fill up to 10 or 12;
/// - in any script, and whatever invisible characters stand between.
///
/// Left alone is what has such digits by chance: a word that is hexadecimal, of 16 characters (a span) or of 24 and
/// more (a trace, a digest); the first and last part of a UUID; and longer rows of digits (a moment, an OIN), of which
/// one in three holds nine digits in a row that pass. Who means to hide a number can; this finds who did not think of
/// it.
public final class Bsnwacht {

    /// Hexadecimal words of this length and more are a digest or an id, in which rows of digits stand by chance. In
    /// words with all letters of the alphabet these are a thousand times as rare, so those are looked at.
    private static final int DIGEST = 24;
    private static final int SPAN = 16;
    /// With zeros before it.
    private static final int LANGSTE = 12;
    /// How people write nine digits in groups. A date (four, two and two) is none of them.
    private static final List<int[]> FORMEN = List.of(
            new int[] {4, 2, 3}, new int[] {3, 3, 3}, new int[] {3, 2, 4}, new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1});

    private Bsnwacht() {}

    /// Whether a key or anything in its value may hold one.
    public static boolean isVerdacht(Attribuut one) {
        return isVerdacht(one, _ -> false);
    }

    /// The same, but for texts of which it is known why there is a number in them.
    static boolean isVerdacht(Attribuut one, Predicate<String> eigenNummer) {
        return isVerdacht(one.sleutel()) || isVerdacht(one.waarde(), eigenNummer);
    }

    private static boolean isVerdacht(Waarde waarde, Predicate<String> eigen) {
        return switch (waarde) {
            case Waarde.Tekst(String tekst) -> isVerdacht(tekst) && !eigen.test(tekst);
            case Waarde.Geheel(long getal) -> isBsn(getal);
            case Waarde.Breuk(double getal) -> getal == Math.rint(getal) && isBsn((long) getal);
            case Waarde.Lijst(List<Waarde> waarden) -> waarden.stream().anyMatch(one -> isVerdacht(one, eigen));
            case Waarde.Groep(List<Attribuut> leden) -> leden.stream().anyMatch(lid -> isVerdacht(lid, eigen));
            case Waarde.Bytes(Octetten bytes) -> isVerdacht(new String(bytes.bytes(), StandardCharsets.ISO_8859_1));
            case Waarde.Vlag _, Waarde.Leeg _ -> false;
        };
    }

    /// Whether a text may hold one.
    public static boolean isVerdacht(String tekst) {
        return isGevonden(tekst) || (!isAscii(tekst) && isGevonden(plain(tekst)));
    }

    private static boolean isAscii(String tekst) {
        for (int i = 0; i < tekst.length(); i++) {
            if (tekst.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /// As it looks to who reads it: digits of another width or shape are digits (NFKC), and what cannot be seen is
    /// gone.
    private static String plain(String tekst) {
        return Normalizer.normalize(tekst, Normalizer.Form.NFKC)
                .codePoints()
                .filter(one -> !isInvisible(one))
                .map(one -> Character.isDigit(one) ? '0' + Character.digit(one, 10) : one)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Marks too, such as those that choose how the character before them looks.
    private static boolean isInvisible(int one) {
        int type = Character.getType(one);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isGevonden(String tekst) {
        int at = 0;
        while (at < tekst.length()) {
            if (Character.isDigit(tekst.charAt(at))) {
                int end = end(tekst, at);
                if (isVerdacht(tekst, at, end)) {
                    return true;
                }
                at = end;
            } else {
                at++;
            }
        }
        return false;
    }

    /// Whether a whole number is one.
    static boolean isBsn(long getal) {
        return getal >= 10_000_000 && getal <= 999_999_999 && elfproef(getal);
    }

    private static boolean isVerdacht(String tekst, int from, int end) {
        int length = end - from;
        boolean isFilledUp = length > 9 && length <= LANGSTE && Character.digit(tekst.charAt(from), 10) == 0;
        if (length == 8 || length == 9 || isFilledUp) {
            return isBsn(number(tekst, from, end)) && !isPartOfId(tekst, from, end);
        }
        return FORMEN.stream().anyMatch(form -> form[0] == length && isGrouped(tekst, from, form));
    }

    /// Nine digits in groups of these lengths with the same character between them, and no group more.
    private static boolean isGrouped(String tekst, int from, int[] form) {
        if (from + form[0] >= tekst.length() || !isBetween(tekst.charAt(from + form[0]))) {
            return false;
        }
        char between = tekst.charAt(from + form[0]);
        long number = 0;
        int at = from;
        for (int i = 0; i < form.length; i++) {
            at += i == 0 ? 0 : 1;
            if (at >= tekst.length() || (i > 0 && tekst.charAt(at - 1) != between) || end(tekst, at) != at + form[i]) {
                return false;
            }
            for (int end = at + form[i]; at < end; at++) {
                number = number * 10 + Character.digit(tekst.charAt(at), 10);
            }
        }
        boolean isMore =
                at + 1 < tekst.length() && tekst.charAt(at) == between && Character.isDigit(tekst.charAt(at + 1));
        boolean isBefore = from > 1 && tekst.charAt(from - 1) == between && Character.isDigit(tekst.charAt(from - 2));
        return !isMore && !isBefore && isBsn(number);
    }

    /// Spaces of any kind, dots, and strokes.
    private static boolean isBetween(char c) {
        return Character.isSpaceChar(c) || Character.getType(c) == Character.DASH_PUNCTUATION || "._/".indexOf(c) >= 0;
    }

    /// A digest, an id of 8 or 16 bytes, or the first or last part of a UUID.
    private static boolean isPartOfId(String tekst, int from, int end) {
        int first = from;
        while (first > 0 && Character.isLetterOrDigit(tekst.charAt(first - 1))) {
            first--;
        }
        int last = end;
        while (last < tekst.length() && Character.isLetterOrDigit(tekst.charAt(last))) {
            last++;
        }
        int length = last - first;
        boolean isInUuid =
                (length == 8 && isUuid(tekst, first)) || (length == 12 && first >= 24 && isUuid(tekst, first - 24));
        return isInUuid || ((length == SPAN || length >= DIGEST) && isHex(tekst, first, last));
    }

    private static boolean isHex(String tekst, int from, int end) {
        for (int i = from; i < end; i++) {
            if (Character.digit(tekst.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUuid(String tekst, int from) {
        if (from + 36 > tekst.length()) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = tekst.charAt(from + i);
            boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
            if (isDash ? c != '-' : Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int end(String tekst, int from) {
        int end = from;
        while (end < tekst.length() && Character.isDigit(tekst.charAt(end))) {
            end++;
        }
        return end;
    }

    private static long number(String tekst, int from, int end) {
        long number = 0;
        for (int i = from; i < end; i++) {
            number = number * 10 + Character.digit(tekst.charAt(i), 10);
        }
        return number;
    }

    /// Weights 9 to 2 and -1 over nine digits; the sum is a multiple of eleven.
    private static boolean elfproef(long getal) {
        long rest = getal / 10;
        long sum = -(getal % 10);
        for (int weight = 2; weight <= 9; weight++) {
            sum += weight * (rest % 10);
            rest /= 10;
        }
        return sum % 11 == 0;
    }
}
