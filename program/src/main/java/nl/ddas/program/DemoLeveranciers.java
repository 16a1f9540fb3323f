// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.levering.generator.DemoStelsel;
import nl.ddas.levering.generator.Genereer;
import nl.ddas.levering.generator.GenereerConfig;
import nl.ddas.levering.generator.HeelBestand;
import nl.ddas.levering.generator.Leveranciersplan;
import nl.ddas.levering.generator.Meelezer;
import nl.ddas.levering.generator.Stelsel;
import nl.ddas.levering.generator.Tijdvak;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// Who delivers in the demo, what, and when: the invented suppliers, and one for each file of the user.
final class DemoLeveranciers {

    private final Stelsel stelsel;
    private final List<EigenLevering> eigen;
    private final Aanleverperiode halfjaar;
    private final Path map;
    private final Clock klok;

    /// @param map folder for the exchange files, one folder a supplier
    DemoLeveranciers(Stelsel stelsel, List<EigenLevering> eigen, Aanleverperiode halfjaar, Path map, Clock klok) {
        this.stelsel = stelsel;
        this.eigen = eigen;
        this.halfjaar = halfjaar;
        this.map = map;
        this.klok = klok;
    }

    /// The stelsel with these files of the user beside it, over the last half-year that is over.
    static DemoLeveranciers van(DemoOpdracht.Wens wens, BerichtLezer lezer, Clock klok) {
        return new DemoLeveranciers(
                DemoStelsel.van(wens.zaad(), wens.omvang()),
                EigenLevering.van(wens.met(), lezer),
                Halfjaar.laatste(klok),
                wens.map().resolve("bron"),
                klok);
    }

    /// The suppliers, invented ones first.
    List<String> namen() {
        return Stream.concat(
                        stelsel.leveranciers().stream().map(Leveranciersplan::naam),
                        eigen.stream().map(EigenLevering::naam))
                .toList();
    }

    List<EigenLevering> eigen() {
        return eigen;
    }

    /// The half-year that the demo is about.
    Aanleverperiode periode() {
        return halfjaar;
    }

    /// What a supplier delivers about: the half-year, unless a file of the user says otherwise.
    Aanleverperiode periode(String naam) {
        return eigen(naam).flatMap(EigenLevering::periode).orElse(periode());
    }

    /// Writes the exchange files.
    Genereer.Resultaat maakGegevens() throws IOException {
        Genereer.Resultaat resultaat =
                Genereer.naarMap(new GenereerConfig(stelsel, tijdvak(), 0, map), Meelezer.NIEMAND);
        for (EigenLevering levering : eigen) {
            Path doel = Files.createDirectories(map(levering.naam()));
            HeelBestand.kopieer(levering.bestand(), doel.resolve("levering.json"));
        }
        return resultaat;
    }

    /// The folder with the exchange files of a supplier.
    Path map(String naam) {
        return map.resolve(naam);
    }

    /// The day on which each delivers.
    Map<String, LocalDate> leverdagen() {
        Map<String, LocalDate> dagen = new LinkedHashMap<>();
        namen().forEach(naam -> dagen.put(naam, LocalDate.ofInstant(moment(naam), Tijdzone.NEDERLAND)));
        return dagen;
    }

    /// The clock by which a supplier puts its data ready: behind, when it did so before the day of the demo. Otherwise
    /// everything would be delivered today, and nothing in time.
    Clock klok(String naam) {
        return Clock.offset(klok, Duration.between(klok.instant(), moment(naam)));
    }

    private Instant moment(String naam) {
        Instant nu = klok.instant();
        return stelsel.leveranciers().stream()
                .filter(plan -> plan.naam().equals(naam))
                .findFirst()
                .map(this::moment)
                .or(() -> eigen(naam).flatMap(EigenLevering::moment))
                .filter(moment -> moment.isBefore(nu))
                .orElse(nu);
    }

    private Tijdvak tijdvak() {
        return Tijdvak.van(halfjaar.start(), halfjaar.eind());
    }

    private Instant moment(Leveranciersplan plan) {
        return tijdvak().geleverdNa(plan.leverdag()).aanlevermoment().toInstant();
    }

    private Optional<EigenLevering> eigen(String naam) {
        return eigen.stream().filter(levering -> levering.naam().equals(naam)).findFirst();
    }

    /// How many suppliers are invented.
    int verzonnen() {
        return stelsel.leveranciers().size();
    }
}
