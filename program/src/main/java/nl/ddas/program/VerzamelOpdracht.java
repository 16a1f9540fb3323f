// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verzamelaar.Kalender.Verzamelmoment;
import nl.ddas.levering.verzamelaar.LeveranciersOnbekend;
import nl.ddas.levering.verzamelaar.Mislukking;
import nl.ddas.levering.verzamelaar.Momentafloop;
import nl.ddas.levering.verzamelaar.Toestand;
import nl.ddas.levering.verzamelaar.Verzamelaar;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.levering.verzamelaar.Voortgang;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.TerminalTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `ddas verzamel`: CBS collects.
@Command(
        name = "verzamel",
        description = {
            "Haalt de leveringen van een halfjaar op bij alle leveranciers, toetst ze en leest ze in.",
            "Wat de vorige keer niet lukte, gaat verder waar het was."
        })
final class VerzamelOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            scope = ScopeType.INHERIT,
            description = "Instellingen (standaard: verzamelaar.yaml). Een voorbeeld geeft: ddas verzamel config.")
    Path config = Path.of("verzamelaar.yaml");

    @Option(
            names = "--periode",
            paramLabel = "JJJJHn",
            description = "Het halfjaar (standaard: het laatste dat voorbij is).")
    Optional<String> periode = Optional.empty();

    private final Omgeving omgeving;

    VerzamelOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Aanleverperiode halfjaar = periode.map(Halfjaar::lees).orElseGet(() -> Halfjaar.laatste(omgeving.klok()));
        try (VerzamelInrichting inrichting = VerzamelInrichting.open(config, omgeving)) {
            Verzamelaar verzamelaar = inrichting.verzamelaar();
            Verzamelresultaat nu = verzamelaar.verzamel(halfjaar, new Melder());
            toon(nu.leveranciers());
            Teksten.letOp(nu).forEach(omgeving.uit()::println);
            // What waited, of other periods too: afterwards, so that a supplier is not asked twice for the same.
            List<PerLeverancier> eerder = verzamelaar.werkBij(new Melder());
            return nu.vraagtAandacht()
                            || eerder.stream().anyMatch(een -> een.stand().vraagtAandacht())
                    ? Uitgang.BEVINDINGEN
                    : Uitgang.GOED;
        }
    }

    private void toon(List<PerLeverancier> leveranciers) {
        TerminalTable tabel = new TerminalTable(
                Column.text("Leverancier"),
                Column.number("Trajecten"),
                Column.number("Geweigerd"),
                Column.number("Ingelezen"),
                Column.text("Uitkomst"));
        leveranciers.forEach(een -> tabel.row(
                een.naam(),
                Formats.number(een.trajecten()),
                Formats.number(een.geweigerd()),
                Formats.number(een.ingelezen()),
                Teksten.uitkomst(een.stand())));
        if (!leveranciers.isEmpty()) {
            tabel.print(omgeving.uit(), "");
        }
        leveranciers.forEach(een -> een.paginagrootte()
                .ifPresent(grootte -> omgeving.uit().println(Teksten.kleinerePaginas(een.naam(), grootte))));
    }

    @Command(
            name = "dienst",
            description = {
                "Blijft draaien en verzamelt op de momenten van de kalender.",
                "Luistert naar goedkeuringen en intrekkingen, en leest in wat mag. Stoppen met Ctrl-C."
            })
    int dienst(@Mixin Hulp hulp) throws IOException, InterruptedException {
        try (VerzamelInrichting inrichting = VerzamelInrichting.open(config, omgeving);
                Verzameldienst dienst = new Verzameldienst(
                        inrichting.config().kalender(), new Rondes(inrichting.verzamelaar()), omgeving)) {
            omgeving.fout()
                    .println("De verzamelaar luistert op poort "
                            + inrichting.verzamelaar().poort() + ".");
            meldLeveranciers(inrichting.verzamelaar());
            dienst.start();
            Einde.wacht(dienst::close, inrichting::close);
        }
        return Uitgang.GOED;
    }

    /// Now, and not only when the calendar says so, half a year from now.
    private void meldLeveranciers(Verzamelaar verzamelaar) {
        try {
            omgeving.fout()
                    .println("Leveranciers nu: "
                            + Formats.number(verzamelaar.leveranciers().size()) + ".");
        } catch (LeveranciersOnbekend onbekend) {
            omgeving.fout().println("Let op: " + Foutmelding.van(onbekend) + ".");
        }
    }

    @Command(name = "config", description = "Geeft een voorbeeld van de instellingen, met uitleg.")
    int config(
            @Mixin Hulp hulp,
            @Option(names = "--leveranciers", description = "Het voorbeeld van de lijst met leveranciers.")
                    boolean leveranciers) {
        omgeving.uit()
                .print(
                        leveranciers
                                ? VerzamelaarConfig.voorbeeldLeveranciers()
                                : VerzamelaarConfig.voorbeeld()
                                        + Teksten.lees("verzamel-extra.yaml")
                                        + Teksten.lees("deelnemer.yaml"));
        return Uitgang.GOED;
    }

    /// What the calendar asks of the collector.
    private final class Rondes implements Verzameldienst.Ronde {

        private final Verzamelaar verzamelaar;

        Rondes(Verzamelaar verzamelaar) {
            this.verzamelaar = verzamelaar;
        }

        @Override
        public Verzamelresultaat verzamel(Aanleverperiode halfjaar) throws IOException, InterruptedException {
            return verzamelaar.verzamel(halfjaar, new Melder());
        }

        @Override
        public Momentafloop afloop(Verzamelmoment moment) throws IOException {
            return verzamelaar.afloop(moment);
        }
    }

    /// One line for each change, on standard error.
    private final class Melder implements Voortgang {

        @Override
        public void toestand(String leverancier, Toestand toestand) {
            omgeving.fout().println(leverancier + ": " + toestand.tekst());
        }

        @Override
        public void kleinerePaginas(String leverancier, int trajecten) {
            omgeving.fout().println(Teksten.kleinerePaginas(leverancier, trajecten));
        }

        @Override
        public void mislukt(String leverancier, Mislukking mislukking) {
            omgeving.fout().println(leverancier + ": lukt nu niet (" + mislukking.reden() + ")");
        }
    }
}
