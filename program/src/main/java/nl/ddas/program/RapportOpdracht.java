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
            description = "Dagen tussen trajecten die toch een traject zijn (standaard 0).")
    int maxgat;

    private final Omgeving omgeving;

    RapportOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        Aanleverperiode halfjaar = periode.map(Halfjaar::lees).orElseGet(() -> Halfjaar.laatste(omgeving.klok()));
        try (Database database = database()) {
            Bronrecords bronrecords = Bronrecords.open(database, BerichtLezer.metEigenSchemas());
            Rapportage rapportage =
                    new Rapportage(bronrecords, halfjaar, bronrecords.instellingen(halfjaar, gemeenteregel, maxgat));
            Rapportage.Cijfers cijfers = rapportage.tel(rapportage.combineer());
            if (cijfers.telling().bronrecords() == 0) {
                throw new VerkeerdGebruik("er is niets ingelezen over " + Halfjaar.tekst(halfjaar)
                        + "; verzamel eerst met: ddas verzamel");
            }
            Path rapport = rapportage.schrijf(cijfers, profiel, "CBS", naar, omgeving.klok());
            omgeving.uit().println("Het rapport staat in " + rapport);
        }
        return Uitgang.GOED;
    }

    /// Only the database: who makes figures needs no certificates and opens no port.
    private Database database() throws IOException {
        return Instellingen.lees("verzamel", config, omgeving.variabelen(), instellingen -> {
                    Deelnemer.leesOver(instellingen);
                    // What only who collects needs: known, so that it does not stop us.
                    Stream.of("fsc-beheer", "fsc-outway", "inway-oin").forEach(instellingen::optional);
                    List<String> _ = instellingen.texts(Versleutelsleutels.OUDE);
                    return VerzamelaarConfig.read(instellingen).opslag();
                })
                .open(new SecureRandom());
    }
}
