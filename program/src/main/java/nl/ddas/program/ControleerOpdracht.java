// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.levering.generator.HeelBestand;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.RecordZoeker;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.toets.ToetsOntvanger;
import nl.ddas.levering.toets.Toetser;
import nl.ddas.levering.toets.verslag.Bestandscontrole;
import nl.ddas.levering.toets.verslag.ControleJson;
import nl.ddas.levering.toets.verslag.Controlepagina;
import nl.ddas.levering.toets.verslag.Controletekst;
import nl.ddas.levering.toets.verslag.Controleverslag;
import nl.ddas.presentation.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas controleer`: an administrator looks at the own file; nothing leaves the machine.
@Command(
        name = "controleer",
        description = {
            "Controleert een bestand met schuldhulptrajecten, zoals het CBS dat zou doen.",
            "Alles gebeurt op deze computer; er wordt niets verstuurd."
        })
final class ControleerOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Parameters(arity = "1..*", paramLabel = "BESTAND", description = "Een of meer JSON-bestanden.")
    List<Path> bestanden = List.of();

    @Option(
            names = "--html",
            paramLabel = "PAD",
            description = "Schrijf het verslag als pagina naar PAD (bij een bestand).")
    Optional<Path> html = Optional.empty();

    @Option(names = "--json", description = "Schrijf alle bevindingen als JSON naar de standaarduitvoer.")
    boolean json;

    @Option(
            names = "--toon",
            paramLabel = "PLAATS",
            description = {
                "Laat zien wat er op deze plaats staat, zoals /leveringen/0/schuldhulptrajecten/3.",
                "Een plaats uit een verwerkingsverslag mag ook; die begint met /gegevens."
            })
    Optional<String> toon = Optional.empty();

    private final Omgeving omgeving;

    ControleerOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        bestanden.forEach(Invoer::bestaat);
        if (toon.isPresent()) {
            return laatZien(toon.get());
        }
        if (html.isPresent() && json) {
            throw new VerkeerdGebruik("--json en --html gaan niet samen; vraag ze een voor een");
        }
        if (html.isPresent() && bestanden.size() > 1) {
            throw new VerkeerdGebruik("--html gaat over een bestand, maar er zijn er " + bestanden.size());
        }
        html.ifPresent(Invoer::kanGeschrevenWorden);
        Bestandscontrole controle =
                new Bestandscontrole(new Toetser(BerichtLezer.metEigenSchemas(), new SecureRandom()), omgeving.klok());
        return json ? alsJson(controle) : alsTekst(controle);
    }

    private int alsTekst(Bestandscontrole controle) throws IOException {
        Terminal terminal = Terminal.of(omgeving.variabelen());
        Controletekst tekst = new Controletekst(omgeving.uit(), terminal);
        boolean aandacht = false;
        for (Path bestand : bestanden) {
            Controleverslag verslag = controle.controleer(bestand, new ToetsOntvanger() {});
            tekst.print(verslag);
            if (html.isPresent()) {
                schrijf(html.get(), verslag);
            }
            aandacht |= verslag.vraagtAandacht();
        }
        if (aandacht && html.isEmpty()) {
            omgeving.uit().println();
            terminal.wrap(
                    omgeving.uit(),
                    "",
                    "Verder: met --html VERSLAG.html maakt u een pagina om te bewaren, met --toon PLAATS ziet u het"
                            + " traject zelf.");
        }
        return aandacht ? Uitgang.BEVINDINGEN : Uitgang.GOED;
    }

    private void schrijf(Path pad, Controleverslag verslag) throws IOException {
        String pagina = Controlepagina.render(verslag, omgeving.klok().instant().atZone(Tijdzone.NEDERLAND));
        HeelBestand.schrijf(pad, pagina);
        omgeving.uit().println();
        omgeving.uit().println("Het verslag staat in " + pad);
    }

    private int alsJson(Bestandscontrole controle) throws IOException {
        boolean aandacht = false;
        try (OutputStream uit = Invoer.gebufferd(omgeving.uit());
                ControleJson document = new ControleJson(uit)) {
            for (Path bestand : bestanden) {
                Controleverslag verslag = controle.controleer(bestand, document.bestand(bestand.toString()));
                document.einde(verslag.oordeel());
                aandacht |= verslag.vraagtAandacht();
            }
        }
        return aandacht ? Uitgang.BEVINDINGEN : Uitgang.GOED;
    }

    private int laatZien(String plaats) throws IOException {
        for (Path bestand : bestanden) {
            switch (RecordZoeker.toon(() -> Files.newInputStream(bestand), plaats, omgeving.uit())) {
                case RecordZoeker.Uitkomst.Getoond(String waar) -> {
                    omgeving.uit().println();
                    meldPlaats(bestand, plaats, waar);
                }
                case RecordZoeker.Uitkomst.NietGevonden(String reden) ->
                    throw new VerkeerdGebruik("in " + bestand + ": " + reden);
            }
        }
        return Uitgang.GOED;
    }

    /// A Verwerkingsverslag points into the answer of the API, a check into the file.
    private void meldPlaats(Path bestand, String gevraagd, String waar) {
        if (!waar.equals(gevraagd)) {
            String soort = waar.length() > gevraagd.length()
                    ? "een antwoord van de API, met /gegevens ervoor"
                    : "een los bestand, zonder /gegevens ervoor";
            omgeving.fout()
                    .println("ddas: " + bestand + " is " + soort + "; getoond is "
                            + (waar.isEmpty() ? "het hele bestand" : waar));
        }
    }
}
