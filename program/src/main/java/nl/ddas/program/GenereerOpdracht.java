// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.levering.generator.DemoStelsel;
import nl.ddas.levering.generator.Foutkeuze;
import nl.ddas.levering.generator.Genereer;
import nl.ddas.levering.generator.GenereerConfig;
import nl.ddas.levering.generator.Leverancierssoort;
import nl.ddas.levering.generator.Meelezer;
import nl.ddas.levering.generator.Plannen;
import nl.ddas.levering.generator.Stelsel;
import nl.ddas.levering.generator.Testset;
import nl.ddas.levering.generator.Tijdvak;
import nl.ddas.levering.model.Paginering;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Progress;
import nl.ddas.presentation.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ddas genereer`: invented deliveries, as realistic as the published figures allow.
@Command(
        name = "genereer",
        description = {
            "Maakt verzonnen leveringen. Hetzelfde zaad geeft dezelfde bestanden.",
            "Alle personen en nummers zijn verzonnen; de bestanden zeggen dat zelf ook."
        })
final class GenereerOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(names = "--map", paramLabel = "MAP", description = "Waar de bestanden komen (standaard: verzonnen).")
    Path map = Path.of("verzonnen");

    @Option(names = "--zaad", paramLabel = "GETAL", description = "Waar alles uit volgt (standaard 1).")
    long zaad = 1;

    @Option(names = "--aantal", paramLabel = "AANTAL", description = "Aantal trajecten (standaard 250).")
    int aantal = 250;

    @Option(
            names = "--soort",
            paramLabel = "SOORT",
            description = "Wie er levert: ${COMPLETION-CANDIDATES} (standaard GEMEENTE).")
    Leverancierssoort soort = Leverancierssoort.GEMEENTE;

    @Option(
            names = "--stelsel",
            description = "Een heel stelsel: zes leveranciers die cliënten delen, zoals in de demo.")
    boolean stelsel;

    @Option(
            names = "--periode",
            paramLabel = "JJJJHn",
            description = "Het halfjaar, zoals 2026H1 (standaard: het laatste dat voorbij is).")
    Optional<String> periode = Optional.empty();

    @Option(
            names = "--fouten",
            paramLabel = "SOORT",
            description = "regels: fouten die de regels vinden; vorm: fouten tegen het schema.")
    Optional<String> fouten = Optional.empty();

    @Option(
            names = "--paginas",
            description = "Schrijf pagina's van 25.000 trajecten zoals de API ze geeft, in plaats van een bestand.")
    boolean paginas;

    @Option(
            names = "--testset",
            description = "Schrijf de testset voor leveranciers: kleine bestanden met verwachte bevindingen.")
    boolean testset;

    private final Omgeving omgeving;

    GenereerOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(map) && !Files.isDirectory(map)) {
            throw new VerkeerdGebruik("--map is een map, en " + map + " is een bestand. Noem een andere plek");
        }
        if (testset) {
            int gevallen = Testset.schrijf(map).size();
            omgeving.uit().println("Testset " + Testset.VERSIE + " met " + gevallen + " gevallen staat in " + map);
            return Uitgang.GOED;
        }
        if (stelsel && fouten.isPresent()) {
            throw new VerkeerdGebruik("--stelsel heeft zijn eigen leveranciers met fouten; laat --fouten weg");
        }
        Aanleverperiode halfjaar = periode.map(Halfjaar::lees).orElseGet(() -> Halfjaar.laatste(omgeving.klok()));
        Tijdvak tijdvak = Tijdvak.van(halfjaar.start(), halfjaar.eind());
        Stelsel wereld = wereld();
        try (Progress voortgang =
                new Progress(omgeving.fout(), Terminal.of(omgeving.variabelen()), "trajecten geschreven", aantal)) {
            Genereer.Resultaat resultaat = Genereer.naarMap(
                    new GenereerConfig(wereld, tijdvak, paginas ? Paginering.VOLLE_PAGINA : 0, map),
                    new Volger(voortgang));
            omgeving.uit()
                    .println(Formats.count(resultaat.trajecten(), "traject", "trajecten") + " in "
                            + Formats.count(resultaat.bestanden().size(), "bestand", "bestanden") + " staan in " + map);
            if (resultaat.weggelaten() > 0) {
                omgeving.uit()
                        .println(Formats.count(
                                        resultaat.weggelaten(),
                                        "lopend traject is met opzet weggelaten",
                                        "lopende trajecten zijn met opzet weggelaten")
                                + " (fout L-07); dat blijkt pas naast de levering over de vorige periode");
            }
            if (resultaat.injecties() > 0) {
                omgeving.uit()
                        .println(Formats.count(resultaat.injecties(), "fout is", "fouten zijn")
                                + " er met opzet in gezet; zie "
                                + map.resolve("injecties.json"));
            }
        }
        return Uitgang.GOED;
    }

    private Stelsel wereld() {
        if (aantal < 1) {
            throw new VerkeerdGebruik("--aantal is een getal vanaf 1, en geen " + aantal);
        }
        return stelsel ? DemoStelsel.van(zaad, Math.max(100, aantal)) : Plannen.enkel(zaad, soort, aantal, foutkeuze());
    }

    private Foutkeuze foutkeuze() {
        return switch (fouten.orElse("geen")) {
            case "geen" -> Foutkeuze.GEEN;
            case "regels" -> Foutkeuze.regels(0.05);
            case "vorm" -> Foutkeuze.vorm(0.05);
            default -> throw new VerkeerdGebruik("--fouten is regels of vorm, en geen '" + fouten.orElse("") + "'");
        };
    }

    /// Turns counts by supplier into progress.
    private static final class Volger implements Meelezer {
        private final Progress voortgang;
        private String laatste = "";
        private long gemeld;

        Volger(Progress voortgang) {
            this.voortgang = voortgang;
        }

        @Override
        public void voortgang(String leverancier, long trajecten) {
            gemeld = leverancier.equals(laatste) ? gemeld : 0;
            laatste = leverancier;
            voortgang.add(trajecten - gemeld);
            gemeld = trajecten;
        }
    }
}
