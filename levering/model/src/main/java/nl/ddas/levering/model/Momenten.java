// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads dates with a time (RFC 3339, section 5.6), with or without zone.
final class Momenten {

    private static final int TOT_SECONDEN = 19;
    private static final int MEESTE_CIJFERS = 9;

    private Momenten() {}

    /// Whether these characters are a `date-time` of RFC 3339: with seconds and a zone.
    static boolean isDatumTijd(char[] t, int begin, int lengte) {
        int zone = begin + voorZone(t, begin, lengte);
        return zone > begin && isZone(t, zone, begin + lengte) && schrikkelsecondeMag(t, begin, zone);
    }

    /// The moment that a text means; a text without zone counts as Dutch time. Empty when it is no date and time.
    static Optional<Moment> lees(String tekst) {
        char[] t = tekst.toCharArray();
        int zone = voorZone(t, 0, t.length);
        if (zone == 0 || (zone != t.length && !isZone(t, zone, t.length))) {
            return Optional.empty();
        }
        LocalDate dag = Datums.pakUit(Datums.lees(t, 0, 10));
        int seconde = Math.min(59, Datums.cijfers(t, 17, 2));
        LocalDateTime tijd = dag.atTime(Datums.cijfers(t, 11, 2), Datums.cijfers(t, 14, 2), seconde, nanos(t, zone));
        if (zone == t.length) {
            return Optional.of(new Moment(tijd.atZone(Tijdzone.NEDERLAND).toOffsetDateTime(), Optional.empty()));
        }
        String offset = tekst.substring(zone);
        return zone(offset).map(verschil -> new Moment(OffsetDateTime.of(tijd, verschil), Optional.of(offset)));
    }

    private static Optional<ZoneOffset> zone(String offset) {
        try {
            return Optional.of(offset.length() == 1 ? ZoneOffset.UTC : ZoneOffset.of(offset));
        } catch (DateTimeException e) {
            return Optional.empty(); // RFC 3339 goes up to 23:59, the world and java.time to 18:00
        }
    }

    private static int nanos(char[] t, int zone) {
        int nanos = 0;
        for (int i = TOT_SECONDEN + 1; i <= TOT_SECONDEN + MEESTE_CIJFERS; i++) {
            nanos = nanos * 10 + (i < zone ? t[i] - '0' : 0);
        }
        return nanos;
    }

    /// The length of date, time and fraction, 0 when they are not there.
    private static int voorZone(char[] t, int begin, int lengte) {
        if (lengte < TOT_SECONDEN
                || Datums.lees(t, begin, 10) == Datums.GEEN
                || (t[begin + 10] != 'T' && t[begin + 10] != 't')
                || t[begin + 13] != ':'
                || t[begin + 16] != ':'
                || !ligt(Datums.cijfers(t, begin + 11, 2), 23)
                || !ligt(Datums.cijfers(t, begin + 14, 2), 59)
                || !ligt(Datums.cijfers(t, begin + 17, 2), 60)) {
            return 0;
        }
        int plek = TOT_SECONDEN;
        if (plek < lengte && t[begin + plek] == '.') {
            plek++;
            while (plek < lengte && t[begin + plek] >= '0' && t[begin + plek] <= '9') {
                plek++;
            }
            return plek == TOT_SECONDEN + 1 ? 0 : plek;
        }
        return plek;
    }

    private static boolean isZone(char[] t, int begin, int eind) {
        int lengte = eind - begin;
        if (lengte == 1) {
            return t[begin] == 'Z' || t[begin] == 'z';
        }
        return lengte == 6
                && (t[begin] == '+' || t[begin] == '-')
                && t[begin + 3] == ':'
                && ligt(Datums.cijfers(t, begin + 1, 2), 23)
                && ligt(Datums.cijfers(t, begin + 4, 2), 59);
    }

    /// A second 60 exists only as the last of a day in UTC.
    private static boolean schrikkelsecondeMag(char[] t, int begin, int zone) {
        if (Datums.cijfers(t, begin + 17, 2) < 60) {
            return true;
        }
        int minuten = Datums.cijfers(t, begin + 11, 2) * 60 + Datums.cijfers(t, begin + 14, 2);
        if (t[zone] == '+' || t[zone] == '-') {
            int verschil = Datums.cijfers(t, zone + 1, 2) * 60 + Datums.cijfers(t, zone + 4, 2);
            minuten += t[zone] == '+' ? -verschil : verschil;
        }
        return Math.floorMod(minuten, 24 * 60) == 23 * 60 + 59;
    }

    private static boolean ligt(int getal, int hoogste) {
        return getal >= 0 && getal <= hoogste;
    }
}
