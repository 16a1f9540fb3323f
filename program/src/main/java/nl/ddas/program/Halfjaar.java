// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.levering.generator.Tijdvak;

/// A half-year, the usual reporting period.
///
/// @param helft 1 or 2
record Halfjaar(int jaar, int helft) {

    private static final Pattern VORM = Pattern.compile("(20\\d\\d)H([12])");

    /// Reads `2026H1`.
    ///
    /// @throws VerkeerdGebruik for anything else
    static Halfjaar lees(String tekst) {
        Matcher vorm = VORM.matcher(tekst);
        if (!vorm.matches()) {
            throw new VerkeerdGebruik("een halfjaar schrijft u als 2026H1 of 2026H2, en niet als '" + tekst + "'");
        }
        return new Halfjaar(Integer.parseInt(vorm.group(1)), Integer.parseInt(vorm.group(2)));
    }

    /// The last one that is over on this day.
    static Halfjaar laatste(LocalDate vandaag) {
        return vandaag.getMonthValue() > 6
                ? new Halfjaar(vandaag.getYear(), 1)
                : new Halfjaar(vandaag.getYear() - 1, 2);
    }

    LocalDate start() {
        return LocalDate.of(jaar, helft == 1 ? 1 : 7, 1);
    }

    LocalDate eind() {
        return start().plusMonths(6).minusDays(1);
    }

    Tijdvak tijdvak() {
        return Tijdvak.halfjaar(jaar, helft);
    }

    @Override
    public String toString() {
        return jaar + "H" + helft;
    }
}
