// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.levering.generator.DemoStelsel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ddas demo`: a whole stelsel on one machine, from the suppliers' sources to the report of CBS.
@Command(
        name = "demo",
        description = {
            "Laat het hele stelsel zien op deze computer, met verzonnen gegevens.",
            "Zes leveranciers leveren; het CBS haalt op, controleert, combineert en maakt een rapport.",
            "Er hoeft niets geïnstalleerd te worden."
        })
final class DemoOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(names = "--map", paramLabel = "MAP", description = "Waar alles komt te staan (standaard: var/demo).")
    Path map = Path.of("var", "demo");

    @Option(
            names = "--omvang",
            paramLabel = "AANTAL",
            description = "Hoeveel trajecten er in het stelsel zijn (standaard ruim 100.000).")
    int omvang = DemoStelsel.OMVANG;

    @Option(
            names = "--zaad",
            paramLabel = "GETAL",
            description = "Waar de verzonnen gegevens uit volgen (standaard 1).")
    long zaad = 1;

    @Option(
            names = "--met",
            paramLabel = "BESTAND",
            description = "Voeg uw eigen levering toe als leverancier. Mag vaker.")
    List<Path> met = List.of();

    @Option(names = "--klaar", description = "Stop als het rapport er is, in plaats van door te draaien tot Ctrl-C.")
    boolean klaar;

    @Option(names = "--json", paramLabel = "PAD", description = "Schrijf een samenvatting als JSON naar PAD.")
    Optional<Path> json = Optional.empty();

    private final Omgeving omgeving;

    /// What the user asks for.
    ///
    /// @param map absolute
    /// @param omvang trajecten in the stelsel, at least 100
    /// @param met files of the user
    record Wens(Path map, long zaad, int omvang, List<Path> met) {}

    DemoOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        met.forEach(Invoer::bestaat);
        Path doel = map.toAbsolutePath().normalize();
        if (met.stream()
                .anyMatch(bestand -> bestand.toAbsolutePath().normalize().startsWith(doel))) {
            throw new VerkeerdGebruik(
                    "uw bestand staat in de map van de demo, die eerst wordt leeggemaakt; zet het ergens anders");
        }
        if (omvang < 100) {
            throw new VerkeerdGebruik("--omvang is een getal vanaf 100, en geen " + omvang);
        }
        try (Demo demo = new Demo(omgeving, new Wens(doel, zaad, omvang, met))) {
            Demo.Uitkomst uitkomst = demo.draai();
            DemoSamenvatting samenvatting = new DemoSamenvatting(uitkomst);
            samenvatting.print(omgeving.uit(), demo.terminal());
            if (json.isPresent()) {
                samenvatting.schrijf(json.get());
            }
            if (!klaar) {
                omgeving.uit().println();
                omgeving.uit()
                        .println(
                                "De leveranciers en het CBS draaien door, zodat u ze zelf kunt bevragen. Stoppen met Ctrl-C.");
                Einde.wacht(demo::close);
            }
            return samenvatting.eigenMislukt() ? Uitgang.BEVINDINGEN : Uitgang.GOED;
        }
    }
}
