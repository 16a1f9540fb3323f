// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.TerminalTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ddas fsc dienst`: our own Services, and those of others in a Directory.
@Command(
        name = "dienst",
        description = {"Diensten: uw eigen diensten publiceren, en die van anderen zoeken."})
final class DienstOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Spec
    CommandSpec opdracht = CommandSpec.create();

    private final Omgeving omgeving;

    DienstOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() {
        opdracht.commandLine().usage(omgeving.uit());
        return Uitgang.GOED;
    }

    @Command(
            name = "publiceren",
            description = {
                "Zet een dienst van u in een Directory, zodat anderen hem vinden.",
                "De Directory tekent vanzelf; kijk met ddas fsc contract toon of dat is gebeurd."
            })
    int publiceren(
            @Mixin BeheerOpties opties,
            @Parameters(paramLabel = "NAAM", description = "Naam van de dienst.") String naam,
            @Option(
                            names = "--tot",
                            required = true,
                            paramLabel = "DAG",
                            description = "Tot en met wanneer, zoals 2027-12-31.")
                    String tot,
            @Option(
                            names = "--adres",
                            paramLabel = "URL",
                            defaultValue = "",
                            description = "Waar de dienst staat, achter uw Inway. Niet nodig als u dat eerder opgaf.")
                    String adres,
            @Option(names = "--http2", description = "De dienst spreekt HTTP/2.") boolean http2,
            @Option(
                            names = "--wederzijds",
                            description = "De dienst wil een certificaat van de Inway zien, zoals ddas bron.")
                    boolean wederzijds,
            @Option(
                            names = "--directory",
                            paramLabel = "PEER-ID",
                            defaultValue = "",
                            description = "Welke Directory (standaard: de eerste uit de instellingen van de Manager).")
                    String directory,
            @Option(
                            names = "--namens",
                            paramLabel = "PEER-ID",
                            defaultValue = "",
                            description = "U biedt de dienst namens deze organisatie aan.")
                    String namens)
            throws IOException {
        if (wederzijds && adres.isEmpty()) {
            throw new VerkeerdGebruik(
                    "bij --wederzijds hoort --adres: van welke dienst is het adres dat een certificaat" + " vraagt?");
        }
        String protocol = http2 ? "PROTOCOL_TCP_HTTP_2" : "PROTOCOL_TCP_HTTP_1.1";
        JsonObject grant = JsonObject.EMPTY.with("type", "publication").with("serviceName", naam);
        grant = ContractOpdracht.met(grant, "directoryPeerId", directory);
        grant = ContractOpdracht.met(grant, "delegatorPeerId", namens);
        JsonObject heel = http2 || !adres.isEmpty() ? grant.with("protocol", protocol) : grant;
        JsonObject voorstel = ContractOpdracht.voorstel(heel, tot);
        return new Beheergesprek(omgeving, opties)
                .voer(
                        manager -> {
                            if (!adres.isEmpty()) {
                                JsonObject dienst = dienst(manager, naam)
                                        .with("endpoint", adres)
                                        .with("protocol", protocol)
                                        .with("mutual", wederzijds);
                                manager.stuur("PUT", "/services/" + Beheerverbinding.deel(naam), dienst);
                            }
                            return manager.stuur("POST", "/contracts", voorstel);
                        },
                        contract -> new Contractweergave(omgeving.uit()).toon(contract));
    }

    /// A Service as it stands there: what is not said now stays as it was.
    private static JsonObject dienst(Beheerverbinding manager, String naam) throws IOException {
        return Beheergesprek.lijst(manager.haal("/services"), "services").stream()
                .filter(een -> een.text("name").equals(Optional.of(naam)))
                .findFirst()
                .orElse(JsonObject.EMPTY);
    }

    @Command(name = "lijst", description = "Toont uw eigen diensten, en of een Inway ze nu aanbiedt.")
    int lijst(@Mixin BeheerOpties opties) throws IOException {
        Beheergesprek gesprek = new Beheergesprek(omgeving, opties);
        return gesprek.voer(manager -> manager.haal("/services"), antwoord -> {
            List<JsonObject> diensten = Beheergesprek.lijst(antwoord, "services");
            if (diensten.isEmpty()) {
                gesprek.regel("Er zijn nog geen eigen diensten. Voeg er een toe met: ddas fsc dienst publiceren.");
                return;
            }
            TerminalTable tabel =
                    new TerminalTable(Column.text("Dienst"), Column.code("Adres"), Column.text("Aangeboden door"));
            diensten.forEach(dienst -> tabel.row(
                    Beheergesprek.tekst(dienst, "name"), Beheergesprek.tekst(dienst, "endpoint"), inway(dienst)));
            tabel.print(omgeving.uit(), "");
        });
    }

    @Command(name = "toon", description = "Toont een eigen dienst: waar hij staat, en welke Inway hem aanbiedt.")
    int toon(
            @Mixin BeheerOpties opties,
            @Parameters(paramLabel = "NAAM", description = "Naam van de dienst.") String naam)
            throws IOException {
        Beheergesprek gesprek = new Beheergesprek(omgeving, opties);
        return gesprek.voer(manager -> manager.haal("/services/" + Beheerverbinding.deel(naam)), dienst -> {
            gesprek.regel("Dienst       " + Beheergesprek.tekst(dienst, "name"));
            gesprek.regel("Adres        " + Beheergesprek.tekst(dienst, "endpoint"));
            gesprek.regel(
                    "Protocol     " + (Beheergesprek.tekst(dienst, "protocol").endsWith("2") ? "HTTP/2" : "HTTP/1.1"));
            gesprek.regel("Certificaat  "
                    + (dienst.bool("mutual").orElse(false) ? "de dienst vraagt er een" : "de dienst vraagt er geen"));
            gesprek.regel("Tegelijk     "
                    + dienst.whole("atOnce")
                            .map(aantal -> "hoogstens " + aantal)
                            .orElse("geen grens van uzelf"));
            gesprek.regel("Aangeboden   " + inway(dienst));
        });
    }

    @Command(
            name = "verwijderen",
            description = {
                "Haalt een eigen dienst uit de Manager; een Inway die zijn diensten daar haalt, biedt hem niet meer aan.",
                "Contracten blijven staan: trek ze in met ddas fsc contract intrekken."
            })
    int verwijderen(
            @Mixin BeheerOpties opties,
            @Parameters(paramLabel = "NAAM", description = "Naam van de dienst.") String naam)
            throws IOException {
        Beheergesprek gesprek = new Beheergesprek(omgeving, opties);
        return gesprek.voer(
                manager -> manager.stuur("DELETE", "/services/" + Beheerverbinding.deel(naam), JsonObject.EMPTY), _ -> {
                    gesprek.regel("De dienst " + Beheergesprek.veilig(naam) + " staat niet meer in de Manager.");
                    gesprek.regel("Welke contracten er nog over gaan, ziet u met: ddas fsc contract lijst --dienst "
                            + Beheergesprek.veilig(naam));
                });
    }

    @Command(
            name = "uitzetten",
            description = {
                "Zet een eigen dienst uit.",
                "Er komen geen toegangsbewijzen meer voor, en een Inway die zijn diensten bij de Manager haalt, biedt hem"
                        + " niet meer aan.",
                "Contracten blijven staan. Weer aan: ddas fsc dienst aanzetten."
            })
    int uitzetten(
            @Mixin BeheerOpties opties,
            @Parameters(paramLabel = "NAAM", description = "Naam van de dienst.") String naam)
            throws IOException {
        return zet(opties, naam, false);
    }

    @Command(name = "aanzetten", description = "Zet een eigen dienst weer aan.")
    int aanzetten(
            @Mixin BeheerOpties opties,
            @Parameters(paramLabel = "NAAM", description = "Naam van de dienst.") String naam)
            throws IOException {
        return zet(opties, naam, true);
    }

    private int zet(BeheerOpties opties, String naam, boolean aan) throws IOException {
        String pad = "/services/" + Beheerverbinding.deel(naam);
        Beheergesprek gesprek = new Beheergesprek(omgeving, opties);
        return gesprek.voer(
                manager -> manager.stuur("PUT", pad, manager.haal(pad).with("enabled", aan)),
                dienst -> gesprek.regel("De dienst " + Beheergesprek.tekst(dienst, "name") + " staat nu "
                        + (aan ? "aan." : "uit: nieuwe toegangsbewijzen komen er niet meer voor.")));
    }

    private static String inway(JsonObject dienst) {
        if (!dienst.bool("enabled").orElse(true)) {
            return "uitgezet";
        }
        return dienst.text("inway").map(Beheergesprek::veilig).orElse("nu door geen Inway");
    }

    @Command(name = "zoek", description = "Zoekt diensten in een Directory.")
    int zoek(
            @Mixin BeheerOpties opties,
            @Parameters(arity = "0..1", paramLabel = "NAAM", defaultValue = "", description = "Deel van de naam.")
                    String naam,
            @Option(
                            names = "--aanbieder",
                            paramLabel = "PEER-ID",
                            defaultValue = "",
                            description = "Van deze aanbieder.")
                    String aanbieder,
            @Option(names = "--directory", paramLabel = "PEER-ID", defaultValue = "", description = "Welke Directory.")
                    String directory)
            throws IOException {
        String vraag = Beheergesprek.vraag("serviceName", naam, "peerId", aanbieder, "directoryPeerId", directory);
        Beheergesprek gesprek = new Beheergesprek(omgeving, opties);
        return gesprek.voer(manager -> manager.haal("/directory/services" + vraag), antwoord -> {
            List<JsonObject> diensten = Beheergesprek.lijst(antwoord, "services");
            if (diensten.isEmpty()) {
                gesprek.regel("De Directory heeft geen dienst die hieraan voldoet.");
                return;
            }
            TerminalTable tabel = new TerminalTable(
                    Column.text("Dienst"), Column.text("Aanbieder"), Column.code("Peer ID"), Column.text("Namens"));
            diensten.forEach(dienst -> tabel.row(
                    Beheergesprek.tekst(dienst, "name"),
                    Beheergesprek.tekst(dienst, "peerName"),
                    Beheergesprek.tekst(dienst, "peerId"),
                    Beheergesprek.tekst(dienst, "delegatorPeerName")));
            tabel.print(omgeving.uit(), "");
        });
    }
}
