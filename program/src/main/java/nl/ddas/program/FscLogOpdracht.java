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
import picocli.CommandLine.Option;

/// `ddas fsc log`: which requests went through our gateway, or that of another.
@Command(
        name = "log",
        description = {
            "Toont het transactielogboek: welke verzoeken zijn er gedaan, het nieuwste eerst.",
            "Van een andere organisatie ziet u alleen de verzoeken waar u zelf bij betrokken was."
        })
final class FscLogOpdracht implements Callable<Integer> {

    private static final Beheerlijst LOG = new Beheerlijst("/logs", "records");

    @Mixin
    BeheerOpties opties = new BeheerOpties();

    @Mixin
    Lijstopties hoeveel = new Lijstopties();

    @Option(
            names = "--van",
            paramLabel = "PEER-ID",
            description = "Het logboek van deze deelnemer (standaard: ons eigen).")
    String van = "";

    @Option(names = "--dienst", paramLabel = "NAAM", description = "Alleen over deze dienst.")
    String dienst = "";

    @Option(names = "--grant", paramLabel = "HASH", description = "Alleen onder deze grant.")
    String grant = "";

    @Option(names = "--transactie", paramLabel = "ID", description = "Alleen deze transactie.")
    String transactie = "";

    @Option(names = "--vanaf", paramLabel = "DAG", description = "Vanaf deze dag, zoals 2026-11-01.")
    String vanaf = "";

    @Option(names = "--tot", paramLabel = "DAG", description = "Tot en met deze dag.")
    String tot = "";

    private final Omgeving omgeving;

    FscLogOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        String na = vanaf.isEmpty()
                ? ""
                : Long.toString(Beheergesprek.dag(vanaf, "--vanaf").getEpochSecond() - 1);
        String voor = tot.isEmpty()
                ? ""
                : Long.toString(Beheergesprek.eindeVan(tot, "--tot").getEpochSecond());
        String[] vraag = {
            "peerId",
            van,
            "serviceName",
            dienst,
            "grantHash",
            grant,
            "transactionId",
            transactie,
            "after",
            na,
            "before",
            voor
        };
        Beheergesprek gesprek = new Beheergesprek(omgeving, opties);
        return gesprek.voer(manager -> LOG.haal(manager, hoeveel, vraag), antwoord -> toon(gesprek, antwoord));
    }

    private void toon(Beheergesprek gesprek, JsonObject antwoord) {
        List<JsonObject> regels = Beheergesprek.lijst(antwoord, "records");
        if (regels.isEmpty()) {
            omgeving.uit().println("Het logboek heeft geen regels die hieraan voldoen.");
            return;
        }
        TerminalTable tabel = new TerminalTable(
                Column.text("Moment"),
                Column.text("Richting"),
                Column.text("Dienst"),
                Column.code("Afnemer"),
                Column.code("Aanbieder"),
                Column.code("Transactie"));
        regels.forEach(regel -> tabel.row(
                Beheergesprek.moment(regel.whole("created_at").orElse(0L)),
                Beheergesprek.tekst(regel, "direction").equals("DIRECTION_INCOMING") ? "in" : "uit",
                Beheergesprek.tekst(regel, "service_name"),
                regel.object("source")
                        .map(bron -> Beheergesprek.tekst(bron, "outway_peer_id"))
                        .orElse(""),
                regel.object("destination")
                        .map(doel -> Beheergesprek.tekst(doel, "service_peer_id"))
                        .orElse(""),
                Beheergesprek.tekst(regel, "transaction_id")));
        tabel.print(omgeving.uit(), "");
        Beheerlijst.meldMeer(gesprek, antwoord, "zoek met --dienst, --grant, --vanaf of --tot");
    }
}
