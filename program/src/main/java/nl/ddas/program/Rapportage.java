// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.ddas.levering.generator.HeelBestand;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.statistiek.Bronrecord;
import nl.ddas.levering.statistiek.Combinatie;
import nl.ddas.levering.statistiek.Combineerder;
import nl.ddas.levering.statistiek.Gebieden;
import nl.ddas.levering.statistiek.Gewichten;
import nl.ddas.levering.statistiek.Groepsvuller;
import nl.ddas.levering.statistiek.Indicator;
import nl.ddas.levering.statistiek.Indicatorscore;
import nl.ddas.levering.statistiek.Instellingen;
import nl.ddas.levering.statistiek.Onthullingsprofiel;
import nl.ddas.levering.statistiek.StatistiekRapport;
import nl.ddas.levering.statistiek.Statistieken;
import nl.ddas.levering.statistiek.Statistiektelling;
import nl.ddas.levering.statistiek.Tabel;
import nl.ddas.levering.statistiek.TabelSchrijver;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verzamelaar.Bronrecords;

/// From what was read in to the report: combine, score, count, write.
final class Rapportage {

    /// Name of the report in its folder.
    static final String PAGINA = "rapport.html";

    private final Bronrecords bronrecords;
    private final Aanleverperiode periode;
    private final Instellingen instellingen;
    private final Gewichten gewichten = Gewichten.standaard();

    Rapportage(Bronrecords bronrecords, Aanleverperiode periode, Instellingen instellingen) {
        this.bronrecords = bronrecords;
        this.periode = periode;
        this.instellingen = instellingen;
    }

    /// The figures of a period.
    ///
    /// @param klassen combined trajecten by class of the indicator
    record Cijfers(
            Combinatie.Telling telling,
            int signalen,
            Map<Indicatorscore.Klasse, Long> klassen,
            Statistiektelling statistieken) {}

    /// Finds what belongs together; keeps about 230 bytes a record.
    Combinatie combineer() {
        List<Bronrecord> records = new ArrayList<>();
        bronrecords.records(periode, records::add);
        return new Combineerder(instellingen).combineer(records);
    }

    /// Merges, scores and counts, one combined traject at a time.
    ///
    /// @throws IOException when a record cannot be read back
    Cijfers tel(Combinatie combinatie) throws IOException {
        Statistiektelling telling = new Statistiektelling(Gebieden.indicatief(), periode.start(), periode.eind());
        Map<Indicatorscore.Klasse, Long> klassen = new EnumMap<>(Indicatorscore.Klasse.class);
        Groepsvuller vuller = new Groepsvuller(combinatie, new Indicator(gewichten), (traject, score) -> {
            telling.tel(traject, score);
            klassen.merge(score.klasse(), 1L, Long::sum);
        });
        bronrecords.bijdragen(periode, bijdrage -> {
            try {
                vuller.neem(bijdrage);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        return new Cijfers(combinatie.telling(), combinatie.signalen().size(), klassen, telling);
    }

    /// Writes the report as one page, and each table as CSV beside it.
    ///
    /// @param omgeving such as `Demonstratie`
    /// @return the page
    Path schrijf(Cijfers cijfers, Onthullingsprofiel profiel, String omgeving, Path map, Clock klok)
            throws IOException {
        Files.createDirectories(map.resolve("tabellen"));
        List<Tabel> tabellen = new Statistieken(cijfers.statistieken(), profiel).tabellen(cijfers.telling());
        for (Tabel tabel : tabellen) {
            HeelBestand.schrijf(map.resolve("tabellen").resolve(tabel.id() + ".csv"), uit -> {
                TabelSchrijver.csv(tabel, uit);
                return tabel;
            });
        }
        Path pagina = map.resolve(PAGINA);
        HeelBestand.schrijf(
                pagina,
                new StatistiekRapport(
                                tabellen,
                                new StatistiekRapport.Verantwoording(
                                        omgeving,
                                        periode.start(),
                                        periode.eind(),
                                        klok.instant().atZone(Tijdzone.NEDERLAND),
                                        profiel,
                                        instellingen,
                                        Combineerder.REGELVERSIE,
                                        gewichten.versie(),
                                        "ddas " + Programma.VERSIE))
                        .html());
        return pagina;
    }
}
