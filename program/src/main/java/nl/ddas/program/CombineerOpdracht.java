// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.statistiek.BsnModus;
import nl.ddas.levering.statistiek.CombineerOntvanger;
import nl.ddas.levering.statistiek.CombineerSamenvatting;
import nl.ddas.levering.statistiek.CombineerUitleg;
import nl.ddas.levering.statistiek.CombineerUitvoer;
import nl.ddas.levering.statistiek.Combineergang;
import nl.ddas.levering.statistiek.Gemeenteregel;
import nl.ddas.levering.statistiek.Gewichten;
import nl.ddas.levering.statistiek.Instellingen;
import nl.ddas.levering.statistiek.Pseudoniem;
import nl.ddas.levering.statistiek.Selectie;
import nl.ddas.levering.toets.Toetser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas combineer`: combines exchange files without a database.
@Command(
        name = "combineer",
        description = {
            "Voegt trajecten van dezelfde personen uit een of meer bestanden samen, zonder database.",
            "Fouten in een bestand worden gemeld; elk leesbaar traject doet mee."
        })
final class CombineerOpdracht implements Callable<Integer> {

    private static final int MEESTE_DAGEN = 3660;

    @Mixin
    Hulp hulp = new Hulp();

    @Parameters(arity = "1..*", paramLabel = "BESTAND", description = "Een of meer JSON-bestanden.")
    List<Path> bestanden = List.of();

    @Option(
            names = "--gemeenteregel",
            paramLabel = "REGEL",
            description = "GELIJK: alleen binnen dezelfde gemeente (standaard). NEGEREN: ook over gemeenten heen.")
    Gemeenteregel gemeenteregel = Gemeenteregel.GELIJK;

    @Option(
            names = "--bsnmodus",
            paramLabel = "MODUS",
            description =
                    "STRIKT: alleen een BSN dat de elfproef doorstaat (standaard). RUIM: elk nummer van negen cijfers.")
    BsnModus bsnmodus = BsnModus.STRIKT;

    @Option(
            names = "--maxgat",
            paramLabel = "DAGEN",
            description =
                    "Hoeveel dagen er tussen twee trajecten mogen zitten die toch één traject zijn (standaard 0).")
    int maxgat;

    @Option(names = "--json", description = "Schrijf de uitkomst als JSON naar de standaarduitvoer.")
    boolean json;

    @Option(
            names = "--uitleg",
            description = "Leg van elk samengevoegd traject uit waarom, en hoe elk gegeven is gekozen.")
    boolean uitleg;

    @Option(
            names = "--plaats",
            paramLabel = "PLAATS",
            description = {
                "Leg alleen uit wat er is geworden van het traject op deze plaats, zoals",
                "/leveringen/0/schuldhulptrajecten/3 of gemeente.json#/leveringen/0/schuldhulptrajecten/3."
            })
    Optional<String> plaats = Optional.empty();

    private final Omgeving omgeving;

    CombineerOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        bestanden.forEach(Invoer::bestaat);
        boolean legUit = uitleg || plaats.isPresent();
        if (json && legUit) {
            throw new VerkeerdGebruik("--json en uitleg gaan niet samen; vraag ze een voor een");
        }
        if (maxgat < 0 || maxgat > MEESTE_DAGEN) {
            throw new VerkeerdGebruik(
                    "--maxgat is een aantal dagen van 0 tot en met " + MEESTE_DAGEN + ", en geen " + maxgat);
        }
        byte[] geheim = new byte[32];
        new SecureRandom().nextBytes(geheim);
        Pseudoniem pseudoniem = new Pseudoniem(geheim);
        BerichtLezer lezer = BerichtLezer.metEigenSchemas();
        Combineergang gang = new Combineergang(
                lezer,
                new Toetser(lezer, new SecureRandom()),
                new Instellingen(gemeenteregel, bsnmodus, maxgat),
                pseudoniem,
                Gewichten.standaard());
        if (legUit) {
            return plaats.isPresent() ? uitlegOver(gang, plaats.get()) : uitleg(gang);
        }
        return json ? alsJson(gang, pseudoniem) : alsTekst(gang);
    }

    private int alsJson(Combineergang gang, Pseudoniem pseudoniem) throws IOException {
        try (OutputStream uit = Invoer.gebufferd(omgeving.uit());
                CombineerUitvoer uitvoer = new CombineerUitvoer(uit, pseudoniem)) {
            CombineerMelder melder = new CombineerMelder(omgeving.fout(), uitvoer);
            combineer(gang, melder);
            uitvoer.voltooi();
            return melder.sluitAf();
        }
    }

    private int alsTekst(Combineergang gang) throws IOException {
        CombineerSamenvatting samenvatting = new CombineerSamenvatting();
        CombineerMelder melder = new CombineerMelder(omgeving.fout(), samenvatting);
        combineer(gang, melder);
        samenvatting.regels().forEach(omgeving.uit()::println);
        return melder.sluitAf();
    }

    private int uitleg(Combineergang gang) throws IOException {
        AlleUitleg alle = new AlleUitleg(omgeving.uit()::println);
        CombineerMelder melder = new CombineerMelder(omgeving.fout(), alle);
        combineer(gang, melder);
        alle.sluitAf();
        return melder.sluitAf();
    }

    private int uitlegOver(Combineergang gang, String gevraagd) throws IOException {
        CombineerUitleg.Vraag vraag = CombineerUitleg.Vraag.lees(gevraagd)
                .orElseThrow(() -> new VerkeerdGebruik("--plaats is de plaats van een traject, zoals"
                        + " /leveringen/0/schuldhulptrajecten/3, eventueel met het bestand ervoor:"
                        + " gemeente.json#/leveringen/0/schuldhulptrajecten/3; dit is '" + gevraagd + "'"));
        CombineerUitleg een = new CombineerUitleg(vraag, omgeving.uit()::println);
        CombineerMelder melder = new CombineerMelder(omgeving.fout(), een);
        combineer(gang, melder);
        if (!een.isGevonden()) {
            throw new VerkeerdGebruik("op de plaats " + gevraagd + " staat in deze bestanden geen leesbaar traject");
        }
        return melder.sluitAf();
    }

    private void combineer(Combineergang gang, CombineerOntvanger ontvanger) throws IOException {
        List<Combineergang.Bestand> invoer = new ArrayList<>();
        bestanden.forEach(
                pad -> invoer.add(new Combineergang.Bestand(pad.toString(), () -> Files.newInputStream(pad))));
        gang.combineer(invoer, omgeving.klok().instant(), Selectie.ALLE_LEESBARE, ontvanger);
    }
}
