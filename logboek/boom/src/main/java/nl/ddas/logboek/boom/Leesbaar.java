// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers and moments in messages for people, Dutch.
final class Leesbaar {

    /// What an older checkpoint that somebody kept is called.
    static final String VORIGE = "Het checkpoint dat u eerder bewaarde";

    private static final Locale NL = Locale.forLanguageTag("nl");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss '(Nederlandse tijd)'", NL)
            .withZone(ZoneId.of("Europe/Amsterdam"));

    private Leesbaar() {}

    /// `1 regel`, `1.234 regels`.
    static String regels(long aantal) {
        return getal(aantal) + (aantal == 1 ? " regel" : " regels");
    }

    /// `1 blad`, `1.234 bladeren`.
    static String bladeren(long aantal) {
        return getal(aantal) + (aantal == 1 ? " blad" : " bladeren");
    }

    private static String getal(long getal) {
        return NumberFormat.getIntegerInstance(NL).format(getal);
    }

    /// `22 november 2026, 18:00:00 (Nederlandse tijd)`.
    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }
}
