// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.logboek.register.Documentlezer;
import nl.ddas.logboek.register.Opslagbron;
import nl.ddas.logboek.register.PostgresActiviteiten;
import nl.ddas.logboek.register.Registerdocument;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of every command that reads a register: a file, a database, or the one that comes with the program.
final class Registerkeuze {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(
            names = "--register",
            paramLabel = "BESTAND",
            description = "Een register als bestand (YAML of JSON). Standaard: het register van DDAS zelf.")
    Optional<Path> register = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            description = {
                "Instellingen van een register in een database.",
                "Een voorbeeld geeft: ddas logboek register config."
            })
    Optional<Path> config = Optional.empty();

    /// The register as it is now.
    ///
    /// @throws VerkeerdGebruik when both are given, or one cannot be used
    /// @throws IOException when a file cannot be read
    Registerdocument lees(Omgeving omgeving) throws IOException {
        if (register.isPresent() && config.isPresent()) {
            throw new VerkeerdGebruik("--register en --config gaan niet samen; kies een bestand of een database");
        }
        if (register.isPresent()) {
            return Registerbestand.goed(register.get());
        }
        if (config.isEmpty()) {
            return Documentlezer.bundled();
        }
        Registerinstelling instelling = Registerinstelling.lees(config.get(), omgeving);
        try (Database database = instelling.open()) {
            return new Opslagbron(PostgresActiviteiten.open(database), instelling.kop()).document();
        }
    }
}
