// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.logboek.boom.Boomrollen;
import nl.ddas.logboek.dienst.DienstConfig;
import nl.ddas.logboek.dienst.LogboekDienst;
import nl.ddas.logboek.dienst.Logboekrollen;
import nl.ddas.logboek.extensie.Definitie;
import nl.ddas.logboek.register.PostgresRegistergeheugen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `ddas logboek dienst`.
@Command(
        name = "dienst",
        description = {
            "Start het logboek: neemt regels aan over OTLP (HTTP en gRPC) en legt ze vast.",
            "Zonder opdracht erachter: starten, tot Ctrl-C."
        })
final class LogboekDienstOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            scope = ScopeType.INHERIT,
            description = "Instellingen (standaard: logboek.yaml). Een voorbeeld geeft: ddas logboek dienst config.")
    Path config = Path.of("logboek.yaml");

    private final Omgeving omgeving;

    LogboekDienstOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (LogboekInstellingen instellingen = LogboekInstellingen.lees(config, omgeving)) {
            return dien(instellingen);
        }
    }

    private int dien(LogboekInstellingen instellingen) throws IOException, InterruptedException {
        DienstConfig eigen = instellingen.config();
        List<Definitie> definities = instellingen.definities(omgeving);
        try (Network network = Network.open();
                Database database = eigen.databank().open(DienstConfig.VLOT, new SecureRandom());
                LogboekInstellingen.Register register = instellingen.register(network, database, omgeving.klok());
                Bomen bomen = new Bomen(instellingen.boomdeel(network, omgeving.klok(), new SecureRandom()));
                LogboekDienst dienst = instellingen
                        .inrichting(network, database, definities, register, bomen.delen(), omgeving.klok())
                        .start(omgeving.klok(), new SecureRandom())) {
            omgeving.fout()
                    .println("Het logboek luistert op " + eigen.luisteren().adres() + ":" + dienst.poort()
                            + (eigen.isTls() ? "" : " zonder TLS") + "; beheer op http://127.0.0.1:"
                            + dienst.beheerPoort() + "/health/ready. Stoppen met Ctrl-C.");
            Einde.wacht(
                    dienst::close, bomen::close, register::close, database::close, network::close, instellingen::close);
        }
        return Uitgang.GOED;
    }

    /// The trees, when there are any.
    private record Bomen(Optional<Boomdeel> deel) implements AutoCloseable {

        private List<Boomdeel> delen() {
            return deel.stream().toList();
        }

        @Override
        public void close() {
            deel.ifPresent(Boomdeel::close);
        }
    }

    @Command(name = "config", description = "Geeft een voorbeeld van de instellingen, met uitleg.")
    int config(@Mixin Hulp hulp) {
        omgeving.uit().print(DienstConfig.voorbeeld() + Teksten.lees("logboek-extra.yaml"));
        return Uitgang.GOED;
    }

    @Command(
            name = "rollen",
            description = {
                "Maakt de tabellen, en geeft accounts van de database precies de rechten die ze nodig hebben.",
                "Doe dit met het account dat de tabellen bezit. De accounts maakt u zelf, in de database."
            })
    int rollen(
            @Mixin Hulp hulp,
            @Option(
                            names = "--dienst",
                            paramLabel = "ACCOUNT",
                            description = "Van het logboek zelf: toevoegen en lezen.")
                    Optional<String> dienst,
            @Option(
                            names = "--bewaring",
                            paramLabel = "ACCOUNT",
                            description = "Van wie verwijdert wat de bewaartermijn voorbij is.")
                    Optional<String> bewaring,
            @Option(names = "--lezer", paramLabel = "ACCOUNT", description = "Van wie leest en controleert.")
                    Optional<String> lezer,
            @Option(
                            names = "--quarantaine",
                            paramLabel = "ACCOUNT",
                            description = "Van wie over de quarantaine gaat: bekijken en opnieuw aanbieden.")
                    Optional<String> quarantaine)
            throws IOException {
        Logboekrollen rollen = gekeurd(() -> new Logboekrollen(dienst, bewaring, lezer, quarantaine));
        try (Database database =
                LogboekInstellingen.lees(config, omgeving).config().databank().open(new SecureRandom())) {
            rollen.prepare(database);
            new Boomrollen(dienst, lezer).prepare(database);
            PostgresRegistergeheugen.prepare(database, rollen.metRegister());
        }
        omgeving.uit().println("De tabellen zijn er, en de accounts hebben hun rechten.");
        return Uitgang.GOED;
    }

    private static Logboekrollen gekeurd(Supplier<Logboekrollen> rollen) {
        try {
            return rollen.get();
        } catch (IllegalArgumentException geenNaam) {
            throw new VerkeerdGebruik("een account bestaat uit kleine letters, cijfers en streepjes (_)");
        }
    }
}
