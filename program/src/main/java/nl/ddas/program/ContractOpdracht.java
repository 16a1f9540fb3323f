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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ddas fsc contract`: contracts with other organisations.
@Command(
        name = "contract",
        description = {
            "Contracten met andere organisaties: bekijken, voorstellen, accepteren, weigeren en intrekken.",
            "In een hash staat een $: zet hem tussen enkele aanhalingstekens, of geef @BESTAND met de hash erin."
        })
final class ContractOpdracht implements Callable<Integer> {

    private static final Beheerlijst CONTRACTEN = new Beheerlijst("/contracts", "contracts");

    @Mixin
    Hulp hulp = new Hulp();

    @Spec
    CommandSpec opdracht = CommandSpec.create();

    private final Omgeving omgeving;

    ContractOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() {
        opdracht.commandLine().usage(omgeving.uit());
        return Uitgang.GOED;
    }

    @Command(name = "lijst", description = "Toont contracten, het nieuwste eerst.")
    int lijst(
            @Mixin BeheerOpties opties,
            @Mixin Lijstopties hoeveel,
            @Option(
                            names = "--stand",
                            paramLabel = "STAND",
                            defaultValue = "",
                            description = "Alleen contracten die zo staan: voorgesteld, geldig, opgeschort, geweigerd,"
                                    + " ingetrokken of verlopen.")
                    String stand,
            @Option(
                            names = "--dienst",
                            paramLabel = "NAAM",
                            defaultValue = "",
                            description = "Alleen over deze dienst.")
                    String dienst,
            @Option(
                            names = "--deelnemer",
                            paramLabel = "PEER-ID",
                            defaultValue = "",
                            description = "Alleen met deze deelnemer.")
                    String deelnemer)
            throws IOException {
        String[] vraag = {"state", staat(stand), "serviceName", dienst, "peerId", deelnemer};
        Beheergesprek gesprek = new Beheergesprek(omgeving, opties);
        return gesprek.voer(manager -> CONTRACTEN.haal(manager, hoeveel, vraag), antwoord -> {
            List<JsonObject> contracten = Beheergesprek.lijst(antwoord, "contracts");
            if (contracten.isEmpty()) {
                gesprek.regel("Er zijn geen contracten die hieraan voldoen.");
                return;
            }
            TerminalTable tabel = new TerminalTable(
                    Column.code("Contract"), Column.text("Stand"), Column.text("Geldig tot"), Column.text("Waarover"));
            contracten.forEach(contract -> tabel.row(
                    Beheergesprek.tekst(contract, "contentHash"),
                    Beheergesprek.stand(contract),
                    Beheergesprek.moment(contract, "notAfter"),
                    waarover(contract)));
            tabel.print(omgeving.uit(), "");
            Beheerlijst.meldMeer(gesprek, antwoord, "zoek met --stand, --dienst of --deelnemer");
        });
    }

    private static String staat(String stand) {
        return switch (stand) {
            case "" -> "";
            case "voorgesteld" -> "PROPOSED";
            case "geldig" -> "VALID";
            case "opgeschort" -> "SUSPENDED";
            case "geweigerd" -> "REJECTED";
            case "ingetrokken" -> "REVOKED";
            case "verlopen" -> "EXPIRED";
            case String anders ->
                throw new VerkeerdGebruik("bij --stand hoort voorgesteld, geldig, opgeschort, geweigerd, ingetrokken of"
                        + " verlopen, en geen '" + Beheergesprek.veilig(anders) + "'");
        };
    }

    static String waarover(JsonObject contract) {
        return String.join(
                ", ",
                Beheergesprek.lijst(contract, "grants").stream()
                        .map(grant -> Beheergesprek.soort(grant) + " " + Beheergesprek.tekst(grant, "serviceName"))
                        .toList());
    }

    @Command(
            name = "toon",
            description = "Toont een contract: wat erin staat, wie heeft getekend, en wat u moet weten.")
    int toon(@Mixin BeheerOpties opties, @Mixin Contracthash contract) throws IOException {
        return laatZien(opties, manager -> manager.haal(contract.pad()));
    }

    private int laatZien(BeheerOpties opties, Beheergesprek.Vraag vraag) throws IOException {
        return new Beheergesprek(omgeving, opties)
                .voer(vraag, contract -> new Contractweergave(omgeving.uit()).toon(contract));
    }

    @Command(
            name = "voorstellen",
            description = {
                "Stelt een verbinding voor: uw Outway mag de dienst van een andere organisatie gebruiken.",
                "Een dienst aanbieden doet u met: ddas fsc dienst publiceren."
            })
    int voorstellen(
            @Mixin BeheerOpties opties,
            @Option(names = "--dienst", required = true, paramLabel = "NAAM", description = "De dienst.") String dienst,
            @Option(
                            names = "--aanbieder",
                            required = true,
                            paramLabel = "PEER-ID",
                            description = "Wie de dienst aanbiedt.")
                    String aanbieder,
            @Option(
                            names = "--tot",
                            required = true,
                            paramLabel = "DAG",
                            description = "Tot en met wanneer, zoals 2027-12-31.")
                    String tot,
            @Option(
                            names = "--outway",
                            paramLabel = "NAAM",
                            defaultValue = "",
                            description = "Welke eigen Outway; niet nodig als er maar een is.")
                    String outway,
            @Option(
                            names = "--sleutel",
                            paramLabel = "HEX",
                            defaultValue = "",
                            description = "SHA-256 van de sleutel van de Outway, als die zich niet zelf meldt.")
                    String sleutel,
            @Option(
                            names = "--namens",
                            paramLabel = "PEER-ID",
                            defaultValue = "",
                            description = "U verbindt namens deze organisatie.")
                    String namens,
            @Option(
                            names = "--aangeboden-namens",
                            paramLabel = "PEER-ID",
                            defaultValue = "",
                            description = "De dienst wordt namens deze organisatie aangeboden.")
                    String aangebodenNamens)
            throws IOException {
        JsonObject grant = JsonObject.EMPTY.with("type", "connection");
        grant = met(grant, "serviceName", dienst);
        grant = met(grant, "servicePeerId", aanbieder);
        grant = met(grant, "outway", outway);
        grant = met(grant, "publicKeyThumbprint", sleutel);
        grant = met(grant, "delegatorPeerId", namens);
        JsonObject heel = met(grant, "publisherPeerId", aangebodenNamens);
        return laatZien(opties, manager -> manager.stuur("POST", "/contracts", voorstel(heel, tot)));
    }

    /// With a member more, unless it is empty.
    static JsonObject met(JsonObject json, String naam, String waarde) {
        return waarde.isEmpty() ? json : json.with(naam, waarde);
    }

    /// A contract with one Grant, up to and with a day.
    static JsonObject voorstel(JsonObject grant, String tot) {
        return JsonObject.EMPTY
                .with("notAfter", Beheergesprek.eindeVan(tot, "--tot").toString())
                .with("grants", new JsonArray(List.of(grant)));
    }

    @Command(
            name = "accepteren",
            description = "Accepteert een voorstel. Als iedereen dat doet, is het contract geldig.")
    int accepteren(@Mixin BeheerOpties opties, @Mixin Contracthash contract) throws IOException {
        return onderteken(opties, contract, "accept");
    }

    @Command(name = "weigeren", description = "Weigert een voorstel dat u niet zelf hebt geaccepteerd.")
    int weigeren(@Mixin BeheerOpties opties, @Mixin Contracthash contract) throws IOException {
        return onderteken(opties, contract, "reject");
    }

    @Command(
            name = "intrekken",
            description = "Trekt een contract in dat u hebt geaccepteerd. Het kan daarna nooit meer gelden.")
    int intrekken(@Mixin BeheerOpties opties, @Mixin Contracthash contract) throws IOException {
        return onderteken(opties, contract, "revoke");
    }

    private int onderteken(BeheerOpties opties, Contracthash contract, String soort) throws IOException {
        return laatZien(
                opties,
                manager -> manager.stuur("POST", contract.pad() + "/signatures", JsonObject.EMPTY.with("type", soort)));
    }

    @Command(
            name = "nieuwe-sleutel",
            description = {
                "Stelt contracten opnieuw voor als uw Outway een nieuwe sleutel heeft of krijgt.",
                "Een contract noemt de sleutel van de Outway; met een andere sleutel geldt het niet voor hem. De nieuwe"
                        + " contracten gaan over dezelfde diensten en duren even lang. De oude blijven staan."
            })
    int nieuweSleutel(
            @Mixin BeheerOpties opties,
            @Option(
                            names = "--outway",
                            paramLabel = "NAAM",
                            defaultValue = "",
                            description = "Welke eigen Outway; niet nodig als er maar een is.")
                    String outway,
            @Option(
                            names = "--sleutel",
                            paramLabel = "HEX",
                            defaultValue = "",
                            description = "SHA-256 van de nieuwe sleutel, als de Outway die nog niet gebruikt.")
                    String sleutel,
            @Option(
                            names = "--oude-sleutel",
                            paramLabel = "HEX",
                            defaultValue = "",
                            description = "SHA-256 van de oude sleutel, als de Manager die niet van deze Outway kent.")
                    String oudeSleutel,
            @Option(names = "--bekijk", description = "Toont alleen voor welke contracten dit nodig is.")
                    boolean bekijk)
            throws IOException {
        Beheergesprek gesprek = new Beheergesprek(omgeving, opties);
        NieuweSleutel nieuw = new NieuweSleutel(gesprek, outway, sleutel, oudeSleutel);
        return bekijk ? gesprek.voer(nieuw::bekijk, nieuw::nodig) : gesprek.voer(nieuw::stelVoor, nieuw::voorgesteld);
    }

    @Command(name = "bezorgen", description = "Biedt nu opnieuw aan wat nog niet bij anderen is aangekomen.")
    int bezorgen(
            @Mixin BeheerOpties opties,
            @Option(names = "--bekijk", description = "Alleen tonen wat er nog niet is aangekomen, en waarom.")
                    boolean bekijk)
            throws IOException {
        Beheergesprek gesprek = new Beheergesprek(omgeving, opties);
        return bekijk ? gesprek.voer(manager -> manager.haal("/deliveries"), this::onbezorgd) : bezorg(gesprek);
    }

    private void onbezorgd(JsonObject antwoord) {
        List<JsonObject> rijen = Beheergesprek.lijst(antwoord, "deliveries");
        if (rijen.isEmpty()) {
            omgeving.uit().println("Alles is bij iedereen aangekomen.");
        }
        for (JsonObject rij : rijen) {
            omgeving.uit()
                    .println("Contract " + Beheergesprek.tekst(rij, "contentHash") + ", "
                            + Beheergesprek.tekst(rij, "action"));
            new Contractweergave(omgeving.uit()).bezorging(rij);
        }
    }

    private static int bezorg(Beheergesprek gesprek) throws IOException {
        return gesprek.voer(
                manager -> manager.stuur("POST", "/deliveries/retries", JsonObject.EMPTY),
                antwoord -> gesprek.regel(
                        "Opnieuw aangeboden: " + antwoord.whole("retried").orElse(0L) + "."));
    }
}
