// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.BerichtOntvanger;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// A file of the user that takes part in the demo as a supplier.
///
/// @param naam name of the supplier, from the name of the file
/// @param periode the period in the file, empty when it cannot be read
/// @param moment when it was delivered according to the file, empty when that cannot be or is not said
record EigenLevering(String naam, Path bestand, Optional<Aanleverperiode> periode, Optional<Instant> moment) {

    /// Start of the name of every such supplier.
    static final String VOORVOEGSEL = "eigen-levering-";

    static List<EigenLevering> van(List<Path> bestanden, BerichtLezer lezer) {
        List<EigenLevering> leveringen = new ArrayList<>();
        for (Path bestand : bestanden) {
            String naam = VOORVOEGSEL + (leveringen.size() + 1) + "-"
                    + String.valueOf(bestand.getFileName()).replaceAll("[^A-Za-z0-9]+", "-");
            Optional<Kop> kop = kop(bestand, lezer);
            Optional<Aanleverperiode> periode = kop.flatMap(EigenLevering::periode);
            leveringen.add(new EigenLevering(naam, bestand, periode, kop.flatMap(EigenLevering::moment)));
        }
        return leveringen;
    }

    private static Optional<Kop> kop(Path bestand, BerichtLezer lezer) {
        List<Kop> koppen = new ArrayList<>();
        try {
            lezer.lees(() -> Files.newInputStream(bestand), new BerichtOntvanger() {
                @Override
                public void kop(Kop kop) {
                    koppen.add(kop);
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return koppen.stream().findFirst();
    }

    private static Optional<Aanleverperiode> periode(Kop kop) {
        return kop.startdatumLevering().flatMap(start -> kop.einddatumLevering()
                .filter(eind -> !eind.isBefore(start))
                .map(eind -> new Aanleverperiode(start, eind)));
    }

    /// A moment before the end of the period cannot be kept: the API gives closed periods only.
    private static Optional<Instant> moment(Kop kop) {
        return kop.aanleverdatumEnTijd()
                .map(moment -> moment.tijdstip().toInstant())
                .filter(moment -> periode(kop)
                        .map(Aanleverperiode::eind)
                        .filter(eind ->
                                LocalDate.ofInstant(moment, Tijdzone.NEDERLAND).isAfter(eind))
                        .isPresent());
    }
}
