// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers, dates and durations as Dutch readers write them.
public final class Formats {

    private static final Locale DUTCH = Locale.of("nl", "NL");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", DUTCH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", DUTCH);

    private static final ZoneId CLOCKS = ZoneId.of("Europe/Amsterdam");

    private Formats() {}

    /// `1.234.567`.
    public static String number(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(DUTCH)).format(number);
    }

    /// `1.234,5` with exactly these decimals.
    public static String decimal(BigDecimal number, int decimals) {
        String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(DUTCH)).format(number);
    }

    /// `37%`; a dash when there is nothing to take a part of.
    public static String percentage(long part, long whole) {
        return whole == 0 ? "-" : Math.round(100.0 * part / whole) + "%";
    }

    /// `21 november 2026`.
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// `21 november 2026, 09:14`.
    public static String moment(ZonedDateTime moment) {
        return MOMENT.format(moment);
    }

    /// `21 november 2026, 09:14`, by the clocks of the Netherlands.
    public static String moment(Instant moment) {
        return moment(moment.atZone(CLOCKS));
    }

    /// `0,4 s`, `12 s`, `3 min 20 s`.
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return decimal(BigDecimal.valueOf(duration.toMillis(), 3), 1) + " s";
        }
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    /// `1 traject`, `1.234 trajecten`.
    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }
}
