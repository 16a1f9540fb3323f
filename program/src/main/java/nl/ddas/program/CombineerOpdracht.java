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
import java.util.concurrent.Callable;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.statistiek.BsnModus;
import nl.ddas.levering.statistiek.Combinatie;
import nl.ddas.levering.statistiek.CombineerOntvanger;
import nl.ddas.levering.statistiek.CombineerSamenvatting;
import nl.ddas.levering.statistiek.CombineerUitvoer;
import nl.ddas.levering.statistiek.Combineergang;
import nl.ddas.levering.statistiek.GecombineerdTraject;
import nl.ddas.levering.statistiek.Gemeenteregel;
import nl.ddas.levering.statistiek.Gewichten;
import nl.ddas.levering.statistiek.Indicatorscore;
import nl.ddas.levering.statistiek.Instellingen;
import nl.ddas.levering.statistiek.Pseudoniem;
import nl.ddas.levering.statistiek.Selectie;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.Toetser;
import nl.ddas.levering.toets.verslag.Bevindinggroep;
import nl.ddas.levering.toets.verslag.Groepering;
import nl.ddas.presentation.Formats;
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
                    "Hoeveel dagen er tussen twee trajecten mogen zitten die toch een traject zijn (standaard 0).")
    int maxgat;

    @Option(names = "--json", description = "Schrijf de uitkomst als JSON naar de standaarduitvoer.")
    boolean json;

    private final Omgeving omgeving;

    CombineerOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        bestanden.forEach(Invoer::bestaat);
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
                new Toetser(lezer),
                new Instellingen(gemeenteregel, bsnmodus, maxgat),
                pseudoniem,
                Gewichten.standaard());
        return json ? alsJson(gang, pseudoniem) : alsTekst(gang);
    }

    private int alsJson(Combineergang gang, Pseudoniem pseudoniem) throws IOException {
        try (OutputStream uit = Invoer.gebufferd(omgeving.uit());
                CombineerUitvoer uitvoer = new CombineerUitvoer(uit, pseudoniem)) {
            Melder melder = new Melder(uitvoer);
            combineer(gang, melder);
            uitvoer.voltooi();
            return melder.sluitAf();
        }
    }

    private int alsTekst(Combineergang gang) throws IOException {
        CombineerSamenvatting samenvatting = new CombineerSamenvatting();
        Melder melder = new Melder(samenvatting);
        combineer(gang, melder);
        samenvatting.regels().forEach(omgeving.uit()::println);
        return melder.sluitAf();
    }

    private void combineer(Combineergang gang, CombineerOntvanger ontvanger) throws IOException {
        List<Combineergang.Bestand> invoer = new ArrayList<>();
        bestanden.forEach(
                pad -> invoer.add(new Combineergang.Bestand(pad.toString(), () -> Files.newInputStream(pad))));
        gang.combineer(invoer, omgeving.klok().instant(), Selectie.ALLE_LEESBARE, ontvanger);
    }

    /// Tells on standard error what was found in the files, and passes the outcome on.
    private final class Melder implements CombineerOntvanger {

        private final CombineerOntvanger verder;
        private Groepering groepering = new Groepering();
        private boolean aandacht;

        Melder(CombineerOntvanger verder) {
            this.verder = verder;
        }

        @Override
        public void bevinding(String bestand, Bevinding bevinding) {
            groepering.voegToe(bevinding);
        }

        @Override
        public void oordeel(String bestand, Oordeel oordeel) {
            for (Bevindinggroep groep : groepering.groepen()) {
                aandacht |= groep.ernst() != nl.ddas.levering.toets.Ernst.INFORMATIEF;
                omgeving.fout()
                        .println(bestand + ": " + groep.code() + " ("
                                + groep.ernst().tekst() + ", " + Formats.number(groep.aantal()) + " keer) "
                                + groep.voorbeeld());
            }
            groepering = new Groepering();
        }

        @Override
        public void combinatie(Combinatie combinatie) throws IOException {
            verder.combinatie(combinatie);
        }

        @Override
        public void traject(GecombineerdTraject traject, Indicatorscore score) throws IOException {
            verder.traject(traject, score);
        }

        int sluitAf() {
            return aandacht ? Uitgang.BEVINDINGEN : Uitgang.GOED;
        }
    }
}
