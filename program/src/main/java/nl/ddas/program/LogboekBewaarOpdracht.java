// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.logboek.dienst.Bewaarronde;
import nl.ddas.logboek.dienst.Bewaartermijnen;
import nl.ddas.logboek.dienst.PostgresBewaarplaats;
import nl.ddas.logboek.dienst.PostgresInzagen;
import nl.ddas.presentation.Formats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ddas logboek bewaar`: removes lines whose time is over by the register, once. Made for a daily job, by an
/// account that may do this.
@Command(
        name = "bewaar",
        description = {
            "Verwijdert regels waarvan de bewaartermijn om is, met bewijs. Laat dit elke dag een keer lopen.",
            "Hoe lang regels blijven, staat in het register (logRetentionPeriod). Zonder termijn blijft een regel staan.",
            "Ook wie er heeft gelezen gaat weg als dat lang genoeg is bewaard (inzage-bewaartermijn)."
        })
final class LogboekBewaarOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            description = "Instellingen van het logboek (standaard: logboek.yaml), met het account voor bewaring.")
    Path config = Path.of("logboek.yaml");

    private final Omgeving omgeving;

    LogboekBewaarOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        try (LogboekInstellingen instellingen = LogboekInstellingen.lees(config, omgeving)) {
            return bewaar(instellingen);
        }
    }

    private int bewaar(LogboekInstellingen instellingen) {
        LogboekRegister register = register(instellingen);
        try (Network network = Network.open();
                Database database = instellingen.config().databank().open(new SecureRandom())) {
            Bewaartermijnen termijnen = new Registertermijnen(
                    Registerdeel.zeker(register, instellingen.grond(network, database, omgeving.klok())));
            Bewaarronde.Verslag verslag = new Bewaarronde(
                            PostgresBewaarplaats.open(database, new SecureRandom()),
                            termijnen,
                            omgeving.klok(),
                            new SecureRandom())
                    .run();
            omgeving.uit()
                    .println(
                            verslag.regels() == 0
                                    ? "Er zijn geen regels waarvan de bewaartermijn om is."
                                    : "Verwijderd: " + verslag.regels() + (verslag.regels() == 1 ? " regel" : " regels")
                                            + ". Het bewijs staat in het logboek, als ronde " + verslag.ronde() + ".");
            inzagen(database, instellingen.inzagen());
        }
        return Uitgang.GOED;
    }

    private void inzagen(Database database, Duration termijn) {
        long weg = PostgresInzagen.open(database)
                .removeBefore(omgeving.klok().instant().minus(termijn));
        if (weg > 0) {
            omgeving.uit()
                    .println("Verwijderd uit de lijst van wie er heeft gelezen: "
                            + Formats.count(weg, "regel die te oud was", "regels die te oud waren") + ".");
        }
    }

    /// @throws VerkeerdGebruik when there is none
    private LogboekRegister register(LogboekInstellingen instellingen) {
        return instellingen
                .register()
                .orElseThrow(() -> new VerkeerdGebruik("er is geen register-bestand of register-adres in " + config
                        + ". In het register staat hoe lang regels blijven; zonder register verwijdert het logboek"
                        + " niets"));
    }
}
