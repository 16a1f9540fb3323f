// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import nl.ddas.levering.model.Tijdzone;

/// Which moment of the register is asked for.
final class Registermoment {

    private Registermoment() {}

    /// A day (from its beginning in the Netherlands) or a moment.
    ///
    /// @throws VerkeerdGebruik when it is neither
    static Instant lees(String tekst) {
        try {
            return tekst.contains("T")
                    ? OffsetDateTime.parse(tekst).toInstant()
                    : LocalDate.parse(tekst).atStartOfDay(Tijdzone.NEDERLAND).toInstant();
        } catch (DateTimeException _) {
            throw new VerkeerdGebruik(
                    "--op is een dag (2026-06-01) of een moment (2026-06-01T12:00:00Z), en geen '" + tekst + "'");
        }
    }
}
