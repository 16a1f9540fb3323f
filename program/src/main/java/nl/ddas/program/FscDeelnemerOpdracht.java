// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.TerminalTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ddas fsc deelnemer`: the other organisations in the Group.
@Command(
        name = "deelnemer",
        description = {"De andere organisaties in de Group."})
final class FscDeelnemerOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Spec
    CommandSpec opdracht = CommandSpec.create();

    private final Omgeving omgeving;

    FscDeelnemerOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() {
        opdracht.commandLine().usage(omgeving.uit());
        return Uitgang.GOED;
    }

    @Command(
            name = "lijst",
            description = "Toont de deelnemers die een Directory kent, of die zich bij ons hebben gemeld.")
    int lijst(
            @Mixin BeheerOpties opties,
            @Option(names = "--naam", paramLabel = "NAAM", defaultValue = "", description = "Deel van de naam.")
                    String naam,
            @Option(names = "--directory", paramLabel = "PEER-ID", defaultValue = "", description = "Welke Directory.")
                    String directory,
            @Option(names = "--eigen", description = "Alleen wie zich bij onze eigen Manager heeft gemeld.")
                    boolean eigen)
            throws IOException {
        String pad = eigen
                ? "/peers" + Beheergesprek.vraag("peerName", naam)
                : "/directory/peers" + Beheergesprek.vraag("peerName", naam, "directoryPeerId", directory);
        Beheergesprek gesprek = new Beheergesprek(omgeving, opties);
        return gesprek.voer(manager -> manager.haal(pad), antwoord -> {
            List<JsonObject> deelnemers = Beheergesprek.lijst(antwoord, "peers");
            if (deelnemers.isEmpty()) {
                gesprek.regel("Er zijn geen deelnemers die hieraan voldoen.");
                return;
            }
            TerminalTable tabel =
                    new TerminalTable(Column.text("Deelnemer"), Column.code("Peer ID"), Column.code("Manager"));
            deelnemers.forEach(deelnemer -> tabel.row(
                    Beheergesprek.tekst(deelnemer, "peerName"),
                    Beheergesprek.tekst(deelnemer, "peerId"),
                    Beheergesprek.tekst(deelnemer, "managerAddress")));
            tabel.print(omgeving.uit(), "");
        });
    }
}
