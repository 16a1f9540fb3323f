// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.TerminalTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ddas fsc beheer`: how our own Manager is, and who did what with it.
@Command(
        name = "beheer",
        description = {"Toont wie u bent in de Group, en welke Inways en Outways zich hebben gemeld."})
final class BeheerOpdracht implements Callable<Integer> {

    private static final Beheerlijst SPOOR = new Beheerlijst("/audit-records", "records");

    @Mixin
    BeheerOpties opties = new BeheerOpties();

    private final Omgeving omgeving;

    BeheerOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        Beheergesprek gesprek = new Beheergesprek(omgeving, opties);
        return gesprek.voer(
                manager -> {
                    JsonObject wij = manager.haal("/peer");
                    return wij.with(
                                    "inways",
                                    new JsonArray(List.copyOf(Beheergesprek.lijst(manager.haal("/inways"), "inways"))))
                            .with(
                                    "outways",
                                    new JsonArray(
                                            List.copyOf(Beheergesprek.lijst(manager.haal("/outways"), "outways"))));
                },
                this::toon);
    }

    private void toon(JsonObject wij) {
        omgeving.uit().println("Deelnemer    " + Beheergesprek.tekst(wij, "peerName"));
        omgeving.uit().println("Peer ID      " + Beheergesprek.tekst(wij, "peerId"));
        omgeving.uit().println("Group        " + Beheergesprek.tekst(wij, "groupId"));
        omgeving.uit().println("Manager      " + Beheergesprek.tekst(wij, "managerAddress"));
        for (JsonObject inway : Beheergesprek.lijst(wij, "inways")) {
            omgeving.uit()
                    .println("Inway        " + Beheergesprek.tekst(inway, "name") + " op "
                            + Beheergesprek.tekst(inway, "address") + ", laatst gezien "
                            + Beheergesprek.moment(inway, "seen") + stil(inway));
        }
        for (JsonObject outway : Beheergesprek.lijst(wij, "outways")) {
            omgeving.uit()
                    .println("Outway       " + Beheergesprek.tekst(outway, "name") + ", laatst gezien "
                            + Beheergesprek.moment(outway, "seen") + stil(outway) + ", sleutel "
                            + Beheergesprek.tekst(outway, "publicKeyThumbprint"));
        }
    }

    /// A Manager of an older version does not say it of an Outway.
    private static String stil(JsonObject poort) {
        return poort.bool("alive").orElse(true) ? "" : " (meldt zich niet meer)";
    }

    @Command(
            name = "inway-verwijderen",
            description = {
                "Vergeet een Inway die er niet meer is, zodat de Manager niemand meer naar hem verwijst.",
                "Draait hij nog, dan meldt hij zich vanzelf weer."
            })
    int inwayVerwijderen(
            @Mixin BeheerOpties opties,
            @Parameters(paramLabel = "NAAM", description = "Naam waaronder de Inway zich meldt.") String naam)
            throws IOException {
        return verwijder(opties, "/inways/", "Inway", naam);
    }

    @Command(
            name = "outway-verwijderen",
            description = {
                "Vergeet een Outway die er niet meer is.",
                "Draait hij nog, dan meldt hij zich vanzelf weer. Contracten voor zijn sleutel blijven staan."
            })
    int outwayVerwijderen(
            @Mixin BeheerOpties opties,
            @Parameters(paramLabel = "NAAM", description = "Naam waaronder de Outway zich meldt.") String naam)
            throws IOException {
        return verwijder(opties, "/outways/", "Outway", naam);
    }

    private int verwijder(BeheerOpties opties, String pad, String wat, String naam) throws IOException {
        Beheergesprek gesprek = new Beheergesprek(omgeving, opties);
        return gesprek.voer(
                manager -> manager.stuur("DELETE", pad + Beheerverbinding.deel(naam), JsonObject.EMPTY),
                _ -> gesprek.regel("De " + wat + " " + Beheergesprek.veilig(naam) + " staat niet meer in de Manager."));
    }

    @Command(name = "spoor", description = "Toont wie wat heeft gedaan, het nieuwste eerst.")
    int spoor(@Mixin BeheerOpties opties, @Mixin Lijstopties hoeveel) throws IOException {
        Beheergesprek gesprek = new Beheergesprek(omgeving, opties);
        return gesprek.voer(manager -> SPOOR.haal(manager, hoeveel), antwoord -> {
            TerminalTable tabel = new TerminalTable(
                    Column.text("Moment"),
                    Column.text("Wie"),
                    Column.text("Wat"),
                    Column.text("Afloop"),
                    Column.code("Waarop"));
            Beheergesprek.lijst(antwoord, "records")
                    .forEach(regel -> tabel.row(
                            Beheergesprek.moment(regel, "at"),
                            Beheergesprek.tekst(regel, "who"),
                            Beheergesprek.tekst(regel, "act"),
                            Beheergesprek.tekst(regel, "outcome"),
                            Beheergesprek.tekst(regel, "subject")));
            tabel.print(omgeving.uit(), "");
            Beheerlijst.meldMeer(gesprek, antwoord, "");
        });
    }

    @Command(name = "config", description = "Geeft een voorbeeld van de instellingen, met uitleg.")
    int config(@Mixin Hulp hulp) {
        omgeving.uit().print(Teksten.lees("fsc-beheer.yaml"));
        return Uitgang.GOED;
    }
}
