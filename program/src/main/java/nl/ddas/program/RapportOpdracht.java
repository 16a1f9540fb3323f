// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.ddas.basis.Database;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.statistiek.Gemeenteregel;
import nl.ddas.levering.statistiek.Onthullingsprofiel;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verzamelaar.Bronrecords;
import nl.ddas.levering.verzamelaar.Rapportregels;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ddas rapport`: figures of what was read in.
@Command(
        name = "rapport",
        description = "Combineert wat is ingelezen en maakt het rapport: een pagina, en elke tabel als CSV.")
final class RapportOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            description = "Instellingen van de verzamelaar (standaard: verzamelaar.yaml).")
    Path config = Path.of("verzamelaar.yaml");

    @Option(
            names = "--periode",
            paramLabel = "JJJJHn",
            description = "Het halfjaar (standaard: het laatste dat voorbij is).")
    Optional<String> periode = Optional.empty();

    @Option(names = "--naar", paramLabel = "MAP", description = "Waar het rapport komt (standaard: rapport).")
    Path naar = Path.of("rapport");

    @Option(
            names = "--profiel",
            paramLabel = "PROFIEL",
            description = "STANDAARD: beveiligd tegen onthulling (standaard). INTERN: onbeveiligd, niet verspreiden.")
    Onthullingsprofiel profiel = Onthullingsprofiel.STANDAARD;

    @Option(names = "--gemeenteregel", paramLabel = "REGEL", description = "GELIJK (standaard) of NEGEREN.")
    Gemeenteregel gemeenteregel = Gemeenteregel.GELIJK;

    @Option(
            names = "--maxgat",
            paramLabel = "DAGEN",
            description = "Dagen tussen trajecten die toch één traject zijn (standaard 0).")
    int maxgat;

    private final Omgeving omgeving;

    RapportOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        Aanleverperiode halfjaar = periode.map(Halfjaar::lees).orElseGet(() -> Halfjaar.laatste(omgeving.klok()));
        Inrichting inrichting = lees();
        Optional<Logboekkeuze.Open> logboek = inrichting.deelnemer().flatMap(deelnemer -> inrichting
                .logboek()
                .open("ddas rapport", () -> deelnemer.map().tls(deelnemer.partij())));
        try (Database database = inrichting.config().opslag().open(new SecureRandom())) {
            Bronrecords bronrecords = Bronrecords.open(database, BerichtLezer.metEigenSchemas());
            Rapportage rapportage =
                    new Rapportage(bronrecords, halfjaar, bronrecords.instellingen(halfjaar, gemeenteregel, maxgat));
            Rapportregels regels = new Rapportregels(
                    logboek.map(Logboekkeuze.Open::aansluiting),
                    inrichting.config().oin(),
                    halfjaar,
                    inrichting.logboek().algoritmes());
            Rapportage.Cijfers cijfers =
                    regels.combineren(() -> rapportage.tel(rapportage.combineer()), geteld -> geteld.telling()
                            .bronrecords());
            if (cijfers.telling().bronrecords() == 0) {
                throw new VerkeerdGebruik("er is niets ingelezen over " + Halfjaar.tekst(halfjaar)
                        + "; verzamel eerst met: ddas verzamel");
            }
            Path rapport = regels.rapport(
                    aantal(cijfers), () -> rapportage.schrijf(cijfers, profiel, "CBS", naar, omgeving.klok()));
            omgeving.uit().println("Het rapport staat in " + rapport);
        } finally {
            logboek.ifPresent(Logboekkeuze.Open::close);
            inrichting.deelnemer().ifPresent(Deelnemer::close);
        }
        return Uitgang.GOED;
    }

    /// Trajecten after combining.
    private static long aantal(Rapportage.Cijfers cijfers) {
        return cijfers.klassen().values().stream().mapToLong(Long::longValue).sum();
    }

    /// @param deelnemer our certificates, when there is a log to write in
    private record Inrichting(VerzamelaarConfig config, Logboekkeuze logboek, Optional<Deelnemer> deelnemer) {}

    /// The database and the log: who makes figures opens no port, and needs no certificates but for the log.
    private Inrichting lees() throws IOException {
        return Instellingen.lees("verzamel", config, omgeving.variabelen(), instellingen -> {
            Logboekkeuze logboek = Logboekkeuze.lees(instellingen);
            Optional<Deelnemer> deelnemer = Optional.empty();
            if (logboek.adres().isPresent()) {
                deelnemer = Optional.of(Deelnemer.lees(instellingen, omgeving.klok()));
            } else {
                Deelnemer.leesOver(instellingen);
            }
            // What only who collects needs: known, so that it does not stop us.
            Stream.of("fsc-beheer", "fsc-outway", "inway-oin", "virusscanner").forEach(instellingen::optional);
            List<String> _ = instellingen.texts(Versleutelsleutels.OUDE);
            return new Inrichting(VerzamelaarConfig.read(instellingen), logboek, deelnemer);
        });
    }
}
