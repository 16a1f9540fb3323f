// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.List;
import java.util.Locale;
import nl.ddas.levering.model.Bsncijfers;

/// Looks in free text for what may be personal data. Says which kind, never what.
final class VrijeTekst {

    private static final List<String> AANSPREKINGEN = List.of(
            "dhr",
            "mevr",
            "mw",
            "meneer",
            "mevrouw",
            "heer",
            "mijnheer",
            "familie",
            "fam",
            "partner",
            "moeder",
            "vader");

    private VrijeTekst() {}

    /// The kind found, ready to print; empty text when there is nothing to see.
    static String persoonsgegevens(String tekst) {
        String cijfers = cijfers(tekst);
        if (!cijfers.isEmpty()) {
            return cijfers;
        }
        if (heeftMailadres(tekst)) {
            return "een e-mailadres";
        }
        return heeftNaam(tekst) ? "een naam" : "";
    }

    private static String cijfers(String tekst) {
        for (int i = 0; i < tekst.length(); i++) {
            char teken = tekst.charAt(i);
            if (!isCijfer(teken)) {
                continue;
            }
            int eind = i;
            long getal = 0;
            int aantal = 0;
            for (int j = i; j < tekst.length() && aantal < 16; j++) {
                char volgend = tekst.charAt(j);
                if (isCijfer(volgend)) {
                    getal = getal * 10 + (volgend - '0');
                    aantal++;
                    eind = j;
                } else if ((volgend != '.' && volgend != ' ' && volgend != '-') || j > eind + 1) {
                    break;
                }
            }
            if ((aantal == 9 || (aantal == 8 && Geboortedag.lees(tekst.substring(i, eind + 1)) == Geboortedag.GEEN))
                    && Bsncijfers.elfproef((int) getal)) {
                return "een BSN";
            }
            boolean plus = i > 0 && tekst.charAt(i - 1) == '+';
            if ((aantal == 10 && teken == '0') || (plus && aantal >= 10 && aantal <= 13)) {
                return "een telefoonnummer";
            }
            i = eind;
        }
        return "";
    }

    private static boolean heeftMailadres(String tekst) {
        int apenstaart = tekst.indexOf('@');
        return apenstaart > 0
                && apenstaart + 1 < tekst.length()
                && !Character.isWhitespace(tekst.charAt(apenstaart - 1))
                && Character.isLetterOrDigit(tekst.charAt(apenstaart + 1));
    }

    /// Two words with a capital after each other, or a form of address before a word with a capital.
    private static boolean heeftNaam(String tekst) {
        boolean vorigeHoofdletter = false;
        boolean aanspreking = false;
        int begin = -1;
        for (int i = 0; i <= tekst.length(); i++) {
            boolean letter = i < tekst.length() && Character.isLetter(tekst.charAt(i));
            if (letter && begin < 0) {
                begin = i;
            } else if (!letter && begin >= 0) {
                boolean hoofdletter = i - begin > 1
                        && Character.isUpperCase(tekst.charAt(begin))
                        && Character.isLowerCase(tekst.charAt(begin + 1));
                if (hoofdletter && (vorigeHoofdletter || aanspreking)) {
                    return true;
                }
                aanspreking = i - begin <= 8
                        && AANSPREKINGEN.contains(tekst.substring(begin, i).toLowerCase(Locale.ROOT));
                vorigeHoofdletter = hoofdletter && !aanspreking && i < tekst.length() && tekst.charAt(i) == ' ';
                begin = -1;
            }
        }
        return false;
    }

    private static boolean isCijfer(char teken) {
        return teken >= '0' && teken <= '9';
    }
}
