// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.List;

/// Looks for numbers that may be a BSN: 8 or 9 digits that pass the elfproef, alone or as 1234.56.789, in texts, keys,
/// addresses and numbers. One in eleven other numbers of that length passes too, so this is a reason to look, not a
/// verdict.
public final class Bsnwacht {

    /// Letters and digits of this length and more are a digest or a token, in which digits stand by chance.
    private static final int TOKEN = 24;

    private Bsnwacht() {}

    /// Whether a key or anything in its value may hold one.
    public static boolean isVerdacht(Attribuut one) {
        return isVerdacht(one.sleutel()) || isVerdacht(one.waarde());
    }

    private static boolean isVerdacht(Waarde waarde) {
        return switch (waarde) {
            case Waarde.Tekst(String tekst) -> isVerdacht(tekst);
            case Waarde.Geheel(long getal) -> isBsn(getal);
            case Waarde.Breuk(double getal) -> getal == Math.rint(getal) && isBsn((long) getal);
            case Waarde.Lijst(List<Waarde> waarden) -> waarden.stream().anyMatch(Bsnwacht::isVerdacht);
            case Waarde.Groep(List<Attribuut> leden) -> leden.stream().anyMatch(Bsnwacht::isVerdacht);
            case Waarde.Vlag _, Waarde.Bytes _, Waarde.Leeg _ -> false;
        };
    }

    /// Whether a text may hold one.
    public static boolean isVerdacht(String tekst) {
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
        if (length == 8 || length == 9) {
            return isBsn(number(tekst, from, end)) && !isPartOfToken(tekst, from, end);
        }
        return length == 4 && isDotted(tekst, from);
    }

    /// 1234.56.789, as on a letter.
    private static boolean isDotted(String tekst, int from) {
        boolean fits = from + 11 <= tekst.length()
                && tekst.charAt(from + 4) == '.'
                && tekst.charAt(from + 7) == '.'
                && end(tekst, from + 5) == from + 7
                && end(tekst, from + 8) == from + 11;
        return fits
                && isBsn(number(tekst, from, from + 4) * 100_000
                        + number(tekst, from + 5, from + 7) * 1_000
                        + number(tekst, from + 8, from + 11));
    }

    /// A digest, a token, an id of 16 bytes or the first or last part of a UUID.
    private static boolean isPartOfToken(String tekst, int from, int end) {
        int first = from;
        while (first > 0 && Character.isLetterOrDigit(tekst.charAt(first - 1))) {
            first--;
        }
        int last = end;
        while (last < tekst.length() && Character.isLetterOrDigit(tekst.charAt(last))) {
            last++;
        }
        boolean isHex16 =
                last - first == 16 && tekst.substring(first, last).chars().allMatch(c -> Character.digit(c, 16) >= 0);
        boolean isInUuid = (last - first == 8 && isUuid(tekst, first))
                || (last - first == 12 && first >= 24 && isUuid(tekst, first - 24));
        return last - first >= TOKEN || isHex16 || isInUuid;
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
