// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.ddas.authority.CaSecrets;
import nl.ddas.authority.DrillReport;
import nl.ddas.authority.OwnAuthority;
import nl.ddas.presentation.Formats;
import nl.ddas.trust.Holder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ddas vertrouwen ca oefening`: the drill for the day that the key of the issuing authority leaks.
@Command(
        name = "oefening",
        description = {
            "Oefent wat u doet als de uitgeversleutel is gelekt, in een kopie: er verandert niets.",
            "Nodig zijn de stamsleutel en beide wachtwoorden, net als wanneer het echt is. Dan doet u:",
            "ddas vertrouwen ca opvolger --gelekt, en een ander keurt dat goed."
        })
final class CaOefeningOpdracht implements Callable<Integer> {

    @Mixin
    CaOpties opties = new CaOpties();

    @Mixin
    CaOpties.Geheimen geheimen = new CaOpties.Geheimen();

    private final Omgeving omgeving;

    CaOefeningOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        CaSecrets sleutels = geheimen.lees(opties.ca, omgeving.variabelen());
        return opties.voer(omgeving, uitgever -> oefen(uitgever, sleutels));
    }

    private int oefen(OwnAuthority uitgever, CaSecrets sleutels) throws IOException {
        Path tijdelijk = Files.createTempDirectory("ddas-oefening");
        try {
            DrillReport verslag = uitgever.drill(tijdelijk.resolve("ca"), sleutels);
            toon(verslag);
            return verslag.faults().isEmpty() ? Uitgang.GOED : Uitgang.BEVINDINGEN;
        } finally {
            verwijder(tijdelijk);
        }
    }

    private void toon(DrillReport verslag) {
        if (!verslag.faults().isEmpty()) {
            verslag.faults().forEach(fout -> omgeving.fout().println("ddas: " + fout));
            omgeving.uit().println("De oefening is niet geslaagd. Er is niets veranderd.");
            return;
        }
        omgeving.uit().println("Oefening: de sleutel van de uitgever is gelekt. Dit is gedaan, in een kopie:");
        omgeving.uit().println("  1. een nieuwe uitgeversleutel gemaakt, met een certificaat van de stam");
        omgeving.uit().println("  2. de oude uitgever op de lijst van de stam gezet");
        omgeving.uit()
                .println("  3. opnieuw uitgegeven: " + verslag.reissued() + " van "
                        + Formats.count(verslag.before(), "geldig certificaat", "geldige certificaten")
                        + ", voor dezelfde sleutels");
        omgeving.uit().println("  4. nagegaan: de nieuwe worden vertrouwd en de oude niet meer");
        omgeving.uit().println("Het duurde " + Formats.duration(verslag.took()) + ".");
        if (!verslag.holders().isEmpty()) {
            omgeving.uit().println("Deze partijen moeten hun nieuwe certificaten ophalen:");
        }
        for (Holder partij : verslag.holders()) {
            omgeving.uit().println("  " + partij.name() + " (" + partij.oin() + ")");
        }
        omgeving.uit().println("De oefening is geslaagd.");
    }

    private static void verwijder(Path map) throws IOException {
        try (Stream<Path> alles = Files.walk(map)) {
            for (Path bestand : alles.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(bestand);
            }
        }
    }
}
