// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.LocalDate;
import java.util.Optional;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// Which period a request means.
///
/// When it leaves a date out, the last closed half-year stands in for it: that is the practice (DDAS v1.0 names "the
/// last closed reporting period" without its length). When that half-year does not go together with the one date that
/// was given, the half-year in which that date lies is used.
final class Periodekeuze {

    private Periodekeuze() {}

    /// @return empty when the end lies before the start
    static Optional<Aanleverperiode> van(Gegevensverzoek verzoek, LocalDate vandaag) {
        Aanleverperiode laatste = Aanleverperiode.laatstAfgeslotenHalfjaar(vandaag);
        LocalDate start = verzoek.startdatum().orElseGet(() -> standaardStart(verzoek, laatste));
        LocalDate eind = verzoek.einddatum().orElseGet(() -> standaardEind(verzoek, laatste));
        return eind.isBefore(start) ? Optional.empty() : Optional.of(new Aanleverperiode(start, eind));
    }

    private static LocalDate standaardStart(Gegevensverzoek verzoek, Aanleverperiode laatste) {
        return verzoek.einddatum()
                .filter(eind -> eind.isBefore(laatste.start()))
                .map(eind -> Aanleverperiode.halfjaarVan(eind).start())
                .orElse(laatste.start());
    }

    private static LocalDate standaardEind(Gegevensverzoek verzoek, Aanleverperiode laatste) {
        return verzoek.startdatum()
                .filter(start -> start.isAfter(laatste.eind()))
                .map(start -> Aanleverperiode.halfjaarVan(start).eind())
                .orElse(laatste.eind());
    }
}
