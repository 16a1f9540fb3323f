// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.ddas.logboek.boom.Boomsleutels;
import nl.ddas.logboek.dienst.Houder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ddas logboek sleutels`: what others need to check our log, or to have us as a witness.
@Command(
        name = "sleutels",
        description = {
            "Toont de publieke sleutels van dit logboek. Geef ze aan wie uw logboek controleert of er getuige van is.",
            "Doe dat langs een weg die niet via het logboek loopt. Sleutels die er nog niet zijn, worden gemaakt."
        })
final class LogboekSleutelOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            description = "Instellingen van het logboek (standaard: logboek.yaml).")
    Path config = Path.of("logboek.yaml");

    private final Omgeving omgeving;

    LogboekSleutelOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        LogboekInstellingen instellingen = LogboekInstellingen.lees(config, omgeving);
        LogboekBoom boom = verplicht(instellingen);
        Boomsleutels sleutels = boom.sleutels(new SecureRandom());
        Stream.concat(instellingen.config().schrijvers().values().stream(), instellingen.config().zonderTls().stream())
                .map(Houder::code)
                .distinct()
                .sorted()
                .forEach(log -> {
                    omgeving.uit().println("# logboek van " + log);
                    omgeving.uit().println(sleutels.apply(log).verifier());
                });
        boom.getuige().ifPresent(naam -> {
            omgeving.uit().println("# als getuige van anderen");
            omgeving.uit().println(sleutels.getuige(naam).witness());
        });
        return Uitgang.GOED;
    }

    /// @throws VerkeerdGebruik when the settings ask for no tree
    static LogboekBoom verplicht(LogboekInstellingen instellingen) {
        return instellingen
                .boom()
                .orElseThrow(
                        () -> new VerkeerdGebruik("dit logboek heeft geen boom. Zet boom-adres in de instellingen; een"
                                + " voorbeeld geeft: ddas logboek dienst config"));
    }
}
