// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.time.LocalDate;
import java.util.Optional;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Tijdzone;

/// What a rule may know beside the thing it looks at.
///
/// @param vandaag the day of receipt in the Netherlands
record Omgeving(Kop kop, LeveringKop levering, Verwachting verwachting, Gemeenten gemeenten, LocalDate vandaag) {

    static Omgeving van(Kop kop, LeveringKop levering, Verwachting verwachting, Gemeenten gemeenten) {
        LocalDate vandaag = LocalDate.ofInstant(verwachting.ontvangen(), Tijdzone.NEDERLAND);
        return new Omgeving(kop, levering, verwachting, gemeenten, vandaag);
    }

    /// The last day of the period, or the day of receipt when the message does not say.
    LocalDate peildag() {
        return kop.einddatumLevering().isPresent() ? kop.einddatumLevering().get() : vandaag;
    }

    /// The day of delivery in the Netherlands, or the day of receipt when the message does not say.
    LocalDate aanleverdag() {
        return kop.aanleverdatumEnTijd().isPresent()
                ? kop.aanleverdatumEnTijd()
                        .get()
                        .tijdstip()
                        .atZoneSameInstant(Tijdzone.NEDERLAND)
                        .toLocalDate()
                : vandaag;
    }

    /// A date or what stands for its absence, to print.
    static Object ofTekst(Optional<LocalDate> datum, String afwezig) {
        return datum.isPresent() ? datum.get() : afwezig;
    }
}
