// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.logboek.dienst.Herkansing;
import nl.ddas.logboek.dienst.PostgresLogregels;
import nl.ddas.logboek.dienst.PostgresQuarantaine;
import nl.ddas.logboek.dienst.PostgresQuarantainebeheer;
import nl.ddas.logboek.dienst.Quarantainebeheer;
import nl.ddas.logboek.dienst.Quarantaineregel;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.TerminalTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `ddas logboek quarantaine`: lines that came in and are not in the log. There is no command to remove one:
/// that a line was offered and refused is evidence as well, and who could take it away could hide a processing.
/// It goes when its time is over.
@Command(
        name = "quarantaine",
        synopsisSubcommandLabel = "OPDRACHT",
        description = {
            "Regels die binnenkwamen en niet goed zijn: bekijken, en opnieuw aanbieden als de oorzaak weg is.",
            "Verwijderen kan niet: een regel verdwijnt als de bewaartermijn om is."
        })
final class LogboekQuarantaineOpdracht implements Callable<Integer> {

    private static final int PAGINA = 500;
    private static final FileAttribute<?> ALLEEN_VAN_MIJ =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    @Mixin
    Hulp hulp = new Hulp();

    @Spec
    CommandSpec opdracht = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            scope = ScopeType.INHERIT,
            description = "Instellingen van het logboek (standaard: logboek.yaml).")
    Path config = Path.of("logboek.yaml");

    private final Omgeving omgeving;

    LogboekQuarantaineOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() {
        opdracht.commandLine().usage(omgeving.uit());
        return Uitgang.GOED;
    }

    @Command(
            name = "toon",
            description = {
                "Toont welke regels wachten, en waarom: alleen codes, nooit wat er in een regel staat.",
                "Met --inhoud komt een regel in een bestand dat alleen u kunt lezen."
            })
    int toon(
            @Mixin Hulp hulp,
            @Option(names = "--alles", description = "Ook regels die later toch zijn opgenomen.") boolean isAlles,
            @Option(
                            names = "--nummer",
                            paramLabel = "NUMMER",
                            description = "De regel waarvan u met --inhoud de inhoud wilt.")
                    Optional<Long> nummer,
            @Option(
                            names = "--inhoud",
                            paramLabel = "BESTAND",
                            description =
                                    "Zet de regel in BESTAND, zoals hij binnenkwam. Er kunnen persoonsgegevens in staan.")
                    Optional<Path> inhoud)
            throws IOException {
        if (nummer.isPresent() != inhoud.isPresent()) {
            throw new VerkeerdGebruik("--nummer en --inhoud horen bij elkaar: welke regel, en in welk bestand");
        }
        inhoud.ifPresent(Invoer::kanGeschrevenWorden);
        LogboekInstellingen instellingen = LogboekInstellingen.lees(config, omgeving);
        try (Database database = instellingen.config().databank().open(new SecureRandom())) {
            Quarantainebeheer beheer = open(instellingen, database);
            return nummer.isPresent() ? schrijf(beheer, nummer.get(), inhoud.orElseThrow()) : lijst(beheer, isAlles);
        }
    }

    private static Quarantainebeheer open(LogboekInstellingen instellingen, Database database) {
        if (!instellingen.config().isKlaar()) {
            PostgresQuarantaine _ = PostgresQuarantaine.open(
                    database, instellingen.config().quarantaine().grens());
        }
        return PostgresQuarantainebeheer.open(database);
    }

    private int schrijf(Quarantainebeheer beheer, long nummer, Path naar) throws IOException {
        byte[] bytes = beheer.inhoud(nummer)
                .orElseThrow(() -> new VerkeerdGebruik("er wacht geen regel met nummer " + nummer));
        if (Files.exists(naar)) {
            throw new VerkeerdGebruik("het bestand " + naar + " is er al; noem een ander, of haal het eerst weg");
        }
        Files.createFile(naar, ALLEEN_VAN_MIJ);
        try (OutputStream uit = Files.newOutputStream(naar)) {
            uit.write(bytes);
        }
        omgeving.fout()
                .println("Geschreven: " + naar
                        + ". Er kunnen persoonsgegevens in staan: verwijder het bestand als u klaar bent.");
        return Uitgang.GOED;
    }

    private int lijst(Quarantainebeheer beheer, boolean isAlles) {
        TerminalTable tabel = new TerminalTable(
                Column.number("Nummer"),
                Column.code("Van"),
                Column.text("Laatst"),
                Column.number("Keren"),
                Column.number("Bytes"),
                Column.code("Waarom"));
        int wachtend = elke(beheer, een -> {
            if (een.opgenomen().isEmpty() || isAlles) {
                tabel.row(
                        Formats.number(een.nummer()),
                        een.houder().code(),
                        Formats.moment(een.laatst()),
                        Formats.number(een.keren()),
                        Formats.number(een.bytes()) + (een.isAfgekapt() ? "+" : ""),
                        een.opgenomen().isPresent() ? "opgenomen" : String.join(" ", een.codes()));
            }
            return een.opgenomen().isEmpty() ? 1 : 0;
        });
        if (wachtend > 0 || isAlles) {
            tabel.print(omgeving.uit(), "");
        }
        omgeving.uit()
                .println(
                        wachtend == 0
                                ? "Er wachten geen regels."
                                : "Er " + (wachtend == 1 ? "wacht " : "wachten ")
                                        + Formats.count(wachtend, "regel", "regels")
                                        + ". Is de oorzaak weg, bied ze dan opnieuw aan met: ddas logboek quarantaine"
                                        + " opnieuw");
        return wachtend == 0 ? Uitgang.GOED : Uitgang.BEVINDINGEN;
    }

    private static int elke(Quarantainebeheer beheer, ToIntFunction<Quarantaineregel> doe) {
        int som = 0;
        for (List<Quarantaineregel> pagina = beheer.list(0, PAGINA);
                !pagina.isEmpty();
                pagina = beheer.list(pagina.getLast().nummer(), PAGINA)) {
            som += pagina.stream().mapToInt(doe).sum();
        }
        return som;
    }

    @Command(
            name = "opnieuw",
            description = {
                "Toetst alle regels die wachten opnieuw, met de extensies en het register van nu.",
                "Wat nu goed is, komt in het logboek. Twee keer doen kan geen kwaad."
            })
    int opnieuw(@Mixin Hulp hulp) throws IOException {
        try (LogboekInstellingen instellingen = LogboekInstellingen.lees(config, omgeving)) {
            return opnieuw(instellingen);
        }
    }

    private int opnieuw(LogboekInstellingen instellingen) throws IOException {
        Naamruimten naamruimten = instellingen.naamruimten(instellingen.definities(omgeving));
        try (Network network = Network.open();
                Database database = instellingen.config().databank().open(new SecureRandom());
                LogboekInstellingen.Register register = instellingen.register(network, database, omgeving.klok())) {
            Quarantainebeheer beheer = open(instellingen, database);
            try (PostgresLogregels regels =
                    PostgresLogregels.connect(database, omgeving.klok(), new SecureRandom(), () -> {})) {
                Map<Herkansing.Uitkomst, Integer> uitkomst = new Herkansing(
                                beheer,
                                regels,
                                instellingen.toets(naamruimten, register),
                                Grenzen.STANDAARD,
                                omgeving.klok())
                        .run();
                return toon(uitkomst);
            }
        }
    }

    private int toon(Map<Herkansing.Uitkomst, Integer> uitkomst) {
        if (uitkomst.isEmpty()) {
            omgeving.uit().println("Er wachten geen regels.");
            return Uitgang.GOED;
        }
        uitkomst.forEach(
                (wat, aantal) -> omgeving.uit().println(Formats.count(aantal, "regel", "regels") + ": " + tekst(wat)));
        boolean isGoed = uitkomst.keySet().stream()
                .allMatch(wat -> wat == Herkansing.Uitkomst.OPGENOMEN || wat == Herkansing.Uitkomst.STOND_ER_AL);
        return isGoed ? Uitgang.GOED : Uitgang.BEVINDINGEN;
    }

    private static String tekst(Herkansing.Uitkomst uitkomst) {
        return switch (uitkomst) {
            case OPGENOMEN -> "nu in het logboek";
            case STOND_ER_AL -> "stond al in het logboek";
            case NOG_FOUT -> "nog niet goed; waarom, ziet u met ddas logboek quarantaine toon";
            case ONVOLLEDIG -> "te groot om heel te bewaren, en dus niet opnieuw te toetsen";
            case GEEN_RUIMTE -> "nu geen ruimte in het logboek; probeer het later opnieuw";
        };
    }
}
