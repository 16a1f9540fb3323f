// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// How a user writes the usual reporting period: `2026H1`.
final class Halfjaar {

    private static final Pattern VORM = Pattern.compile("(20\\d\\d)H([12])");

    private Halfjaar() {}

    /// @throws VerkeerdGebruik for anything else than `2026H1`
    static Aanleverperiode lees(String tekst) {
        Matcher vorm = VORM.matcher(tekst);
        if (!vorm.matches()) {
            throw new VerkeerdGebruik("een halfjaar schrijft u als 2026H1 of 2026H2, en niet als '" + tekst + "'");
        }
        int maand = vorm.group(2).equals("1") ? 1 : 7;
        return Aanleverperiode.halfjaarVan(LocalDate.of(Integer.parseInt(vorm.group(1)), maand, 1));
    }

    /// The last one that is over by this clock.
    static Aanleverperiode laatste(Clock klok) {
        return Aanleverperiode.laatstAfgeslotenHalfjaar(LocalDate.ofInstant(klok.instant(), Tijdzone.NEDERLAND));
    }

    /// A half-year as it is written.
    static String tekst(Aanleverperiode halfjaar) {
        return halfjaar.start().getYear() + "H" + (halfjaar.start().getMonthValue() > 6 ? 2 : 1);
    }
}
