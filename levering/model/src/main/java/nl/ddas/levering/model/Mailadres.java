// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

/// The form of an e-mail address: a dot-atom or quoted text, `@`, and a host name (RFC 5321 section 4.1.2, without
/// address literals).
final class Mailadres {

    private static final String LEESTEKENS = "!#$%&'*+-/=?^_`{|}~";

    private Mailadres() {}

    static boolean past(char[] tekens, int begin, int lengte) {
        int eind = begin + lengte;
        int apenstaart = eind - 1;
        while (apenstaart >= begin && tekens[apenstaart] != '@') {
            apenstaart--;
        }
        int lokaal = apenstaart - begin;
        int host = eind - apenstaart - 1;
        return lokaal >= 1
                && lokaal <= 64
                && host >= 1
                && host <= 255
                && (isNaam(tekens, begin, apenstaart) || isAangehaald(tekens, begin, apenstaart))
                && isHost(tekens, apenstaart + 1, eind);
    }

    private static boolean isNaam(char[] tekens, int begin, int eind) {
        boolean puntMag = false;
        for (int i = begin; i < eind; i++) {
            char teken = tekens[i];
            if (teken == '.' && puntMag) {
                puntMag = false;
            } else if (isLetterOfCijfer(teken) || LEESTEKENS.indexOf(teken) >= 0) {
                puntMag = true;
            } else {
                return false;
            }
        }
        return puntMag;
    }

    private static boolean isAangehaald(char[] tekens, int begin, int eind) {
        if (eind - begin < 2 || tekens[begin] != '"' || tekens[eind - 1] != '"') {
            return false;
        }
        for (int i = begin + 1; i < eind - 1; i++) {
            if (tekens[i] == '\\' && i + 1 < eind - 1) {
                i++;
            } else if (tekens[i] < ' ' || tekens[i] > '~' || tekens[i] == '"' || tekens[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHost(char[] tekens, int begin, int eind) {
        int label = 0;
        for (int i = begin; i < eind; i++) {
            char teken = tekens[i];
            if (teken == '.') {
                if (label == 0 || tekens[i - 1] == '-') {
                    return false;
                }
                label = 0;
            } else if (isLetterOfCijfer(teken) || (teken == '-' && label > 0)) {
                label++;
            } else {
                return false;
            }
            if (label > 63) {
                return false;
            }
        }
        return label > 0 && tekens[eind - 1] != '-';
    }

    private static boolean isLetterOfCijfer(char teken) {
        return (teken >= 'a' && teken <= 'z') || (teken >= 'A' && teken <= 'Z') || (teken >= '0' && teken <= '9');
    }
}
