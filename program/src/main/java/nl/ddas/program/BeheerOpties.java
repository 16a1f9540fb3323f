// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of every command that talks to a Manager.
final class BeheerOpties {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            description = "Instellingen (standaard: fsc-beheer.yaml). Een voorbeeld geeft: ddas fsc beheer config.")
    Path config = Path.of("fsc-beheer.yaml");

    @Option(names = "--json", description = "Schrijf het antwoord als JSON naar de standaarduitvoer.")
    boolean json;
}
