// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.basis.Database;
import nl.ddas.logboek.dienst.PostgresBladen;
import nl.ddas.presentation.Formats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas logboek exporteer`: a log, or a period of it, with its proofs in one file.
@Command(
        name = "exporteer",
        description = {
            "Schrijft een logboek met zijn bewijzen naar een bestand, dat iedereen kan controleren met: ddas logboek controleer.",
            "Zonder --van en --tot gaat alles mee. In het bestand kunnen persoonsgegevens staan; alleen u kunt het lezen."
        })
final class LogboekExporteerOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Parameters(paramLabel = "BESTAND", description = "Waar het naartoe gaat; het mag er nog niet zijn.")
    Path bestand = Path.of("");

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            description = "Instellingen van het logboek (standaard: logboek.yaml).")
    Path config = Path.of("logboek.yaml");

    @Option(
            names = "--log",
            paramLabel = "OIN",
            description = "Van welke verantwoordelijke. Nodig als er meer dan een is.")
    Optional<String> log = Optional.empty();

    @Option(
            names = "--van",
            paramLabel = "DATUM",
            description = "Eerste dag waarop een verwerking begon, zoals 2026-07-01 (UTC).")
    Optional<LocalDate> van = Optional.empty();

    @Option(names = "--tot", paramLabel = "DATUM", description = "Laatste dag, die hoort erbij.")
    Optional<LocalDate> tot = Optional.empty();

    private final Omgeving omgeving;

    LogboekExporteerOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        if (van.isPresent() && tot.isPresent() && van.get().isAfter(tot.get())) {
            throw new VerkeerdGebruik("--van ligt na --tot");
        }
        Invoer.kanGeschrevenWorden(bestand);
        if (Files.exists(bestand)) {
            throw new VerkeerdGebruik("het bestand " + bestand + " is er al; noem een ander, of haal het eerst weg");
        }
        LogboekInstellingen instellingen = LogboekInstellingen.lees(config, omgeving);
        LogboekBoom boom = LogboekSleutelOpdracht.verplicht(instellingen);
        try (Database database = instellingen.config().databank().open(new SecureRandom())) {
            String gekozen = gekozen(PostgresBladen.open(database).logs());
            long aantal = new Boomexport(boom, database).schrijf(gekozen, new Boomexport.Periode(van, tot), bestand);
            omgeving.fout()
                    .println("Geschreven: " + bestand + ", met " + Formats.count(aantal, "blad", "bladeren")
                            + " van het logboek van " + gekozen + ".");
        }
        return Uitgang.GOED;
    }

    private String gekozen(List<String> logs) {
        String namen = String.join(", ", logs);
        if (log.isPresent() && !logs.contains(log.get())) {
            throw new VerkeerdGebruik("er is geen logboek van " + log.get() + ". Er zijn: " + namen);
        }
        if (log.isEmpty() && logs.size() != 1) {
            throw new VerkeerdGebruik(
                    logs.isEmpty() ? "dit logboek heeft nog geen regels" : "kies met --log een van: " + namen);
        }
        return log.orElseGet(logs::getFirst);
    }
}
