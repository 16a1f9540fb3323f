// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.basis.Database;
import nl.ddas.logboek.dienst.PostgresActiviteitregels;
import nl.ddas.logboek.register.Fout;
import nl.ddas.logboek.register.Laadverslag;
import nl.ddas.logboek.register.Opslagbron;
import nl.ddas.logboek.register.PostgresActiviteiten;
import nl.ddas.logboek.register.Regelaanwezigheid;
import nl.ddas.logboek.register.Registerbeheer;
import nl.ddas.logboek.register.Registerdocument;
import nl.ddas.logboek.register.Registerlading;
import nl.ddas.logboek.register.Verantwoording;
import nl.ddas.presentation.Formats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas logboek register laad`: brings a register in a database up to date with a file.
@Command(
        name = "laad",
        description = {
            "Werkt een register in een database bij met een bestand: nieuwe versies komen erbij, er gaat nooit iets weg.",
            "Laadt u hetzelfde bestand nog eens, dan verandert er niets."
        })
final class RegisterLaadOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Parameters(paramLabel = "BESTAND", description = "Het register, YAML of JSON.")
    Path bestand = Path.of("");

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            description = {
                "Instellingen (standaard: logboek-register.yaml).",
                "Een voorbeeld geeft: ddas logboek register config."
            })
    Path config = Path.of("logboek-register.yaml");

    private final Omgeving omgeving;

    RegisterLaadOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        Registerdocument document = Registerbestand.goed(bestand);
        try (Registerinstelling instelling = Registerinstelling.lees(config, omgeving)) {
            return laad(document, instelling);
        }
    }

    private int laad(Registerdocument document, Registerinstelling instelling) throws IOException {
        if (!document.base().equals(instelling.kop().base())) {
            throw new VerkeerdGebruik("het bestand is van het register " + document.base() + ", en in " + config
                    + " staat adres: " + instelling.kop().base() + ". Maak ze gelijk");
        }
        try (Regelbank regels = new Regelbank(instelling.regels().map(een -> een.open(new SecureRandom())));
                Database database = instelling.open()) {
            Opslagbron opslag = new Opslagbron(PostgresActiviteiten.open(database), instelling.kop());
            Regelaanwezigheid aanwezig = regels.aanwezigheid(omgeving.fout());
            if (instelling.logboek().isEmpty()) {
                omgeving.fout().println("Wijzigingen komen niet in een logboek (logboek: geen).");
                return laad(document, opslag, aanwezig, Verantwoording.ELDERS);
            }
            try (Registerverantwoording logboek = Registerverantwoording.open(instelling)) {
                return laad(document, opslag, aanwezig, logboek);
            }
        }
    }

    /// The lines behind which no version may come.
    ///
    /// @param database of the log
    private record Regelbank(Optional<Database> database) implements AutoCloseable {

        /// @param fout told when nothing can be looked at
        Regelaanwezigheid aanwezigheid(PrintStream fout) {
            Optional<PostgresActiviteitregels> regels =
                    database.map(PostgresActiviteitregels::open).filter(PostgresActiviteitregels::isErEen);
            if (regels.isEmpty()) {
                fout.println("Er wordt niet gekeken of er al regels zijn: "
                        + (database.isEmpty()
                                ? "in de instellingen staat logboek-database: geen."
                                : "in de database van het logboek staat nog geen logboek."));
                return Regelaanwezigheid.GEEN;
            }
            return regels.get()::has;
        }

        @Override
        public void close() {
            database.ifPresent(Database::close);
        }
    }

    private int laad(Registerdocument document, Opslagbron opslag, Regelaanwezigheid regels, Verantwoording logboek) {
        Registerbeheer beheer = new Registerbeheer(opslag, regels, logboek, omgeving.klok());
        Laadverslag verslag = Registerlading.load(document, opslag.activiteiten(), beheer);
        omgeving.uit()
                .println("Geladen: " + Formats.count(verslag.nieuweVersies(), "nieuwe versie", "nieuwe versies") + ", "
                        + Formats.count(verslag.concepten(), "concept", "concepten") + ", "
                        + Formats.count(
                                verslag.partijen(), "nieuwe of gewijzigde partij", "nieuwe of gewijzigde partijen")
                        + ".");
        for (Laadverslag.Weigering weigering : verslag.geweigerd()) {
            omgeving.fout().println("Niet geladen: activiteit " + weigering.activiteit());
            weigering.fouten().stream().map(Fout::melding).forEach(melding -> omgeving.fout()
                    .println("  " + melding));
        }
        return verslag.geweigerd().equals(List.of()) ? Uitgang.GOED : Uitgang.BEVINDINGEN;
    }
}
