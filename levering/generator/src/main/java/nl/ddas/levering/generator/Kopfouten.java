// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.time.OffsetDateTime;
import java.util.Optional;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.Moment;

/// Errors in the header of a message.
final class Kopfouten {

    private Kopfouten() {}

    static Kop teVroeg(Kop kop, Tijdvak tijdvak) {
        OffsetDateTime eerder = tijdvak.eind()
                .minusDays(10)
                .atTime(9, 30)
                .atOffset(moment(kop, tijdvak).getOffset());
        return met(kop, new Moment(eerder, Optional.of(eerder.getOffset().getId())));
    }

    static Kop zonderZone(Kop kop, Tijdvak tijdvak) {
        return met(kop, new Moment(moment(kop, tijdvak), Optional.empty()));
    }

    /// The mark stays: only the version goes.
    static Kop zonderVersie(Kop kop, Tijdvak tijdvak) {
        return new Kop(
                kop.startdatumLevering(),
                kop.einddatumLevering(),
                kop.aanleverdatumEnTijd(),
                kop.codeGegevensleverancier().map(c -> c.replaceAll("\\s*\\d+(\\.\\d+)+", "")));
    }

    private static OffsetDateTime moment(Kop kop, Tijdvak tijdvak) {
        return kop.aanleverdatumEnTijd().map(Moment::tijdstip).orElse(tijdvak.aanlevermoment());
    }

    private static Kop met(Kop kop, Moment moment) {
        return new Kop(
                kop.startdatumLevering(), kop.einddatumLevering(), Optional.of(moment), kop.codeGegevensleverancier());
    }
}
