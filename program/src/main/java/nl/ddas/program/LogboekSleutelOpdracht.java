// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.ddas.basis.Database;
import nl.ddas.logboek.boom.Boomsleutels;
import nl.ddas.logboek.boom.Logsleutels;
import nl.ddas.logboek.boom.NoteSigner;
import nl.ddas.logboek.boom.PostgresBomen;
import nl.ddas.logboek.boom.VerifierKey;
import nl.ddas.logboek.dienst.Houder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// `ddas logboek sleutels`: what others need to check our log, or to have us as a witness.
@Command(
        name = "sleutels",
        description = {
            "Toont de publieke sleutels van dit logboek. Geef ze aan wie uw logboek controleert of er getuige van is.",
            "Doe dat langs een weg die niet via het logboek loopt. Sleutels die er nog niet zijn, worden gemaakt.",
            "Een sleutel vervangen: eerst 'nieuw', en als iedereen de nieuwe heeft 'afronden'."
        })
final class LogboekSleutelOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            scope = ScopeType.INHERIT,
            description = "Instellingen van het logboek (standaard: logboek.yaml).")
    Path config = Path.of("logboek.yaml");

    private final Omgeving omgeving;

    LogboekSleutelOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        LogboekInstellingen instellingen = LogboekInstellingen.lees(config, omgeving);
        LogboekBoom boom = verplicht(instellingen);
        Boomsleutels sleutels = boom.sleutels(new SecureRandom());
        logs(instellingen).sorted().forEach(log -> {
            Logsleutels nu = sleutels.apply(log);
            toon("logboek van " + log, nu.huidig().verifier());
            nu.nieuw().ifPresent(nieuw -> toon("logboek van " + log + ", nieuwe sleutel", nieuw.verifier()));
            sleutels.vroeger(log)
                    .forEach(oud -> toon("logboek van " + log + ", vroeger: alleen voor checkpoints van toen", oud));
        });
        boom.getuige()
                .ifPresent(naam ->
                        toon("als getuige van anderen", sleutels.getuige(naam).witness()));
        return Uitgang.GOED;
    }

    @Command(
            name = "nieuw",
            description = {
                "Maakt een nieuwe sleutel voor een logboek. Het ondertekent daarna met beide, zodra u het opnieuw start.",
                "Geef de nieuwe sleutel aan wie het logboek controleert of er getuige van is."
            })
    int nieuw(
            @Mixin Hulp hulp, @Parameters(paramLabel = "OIN", description = "Van welke verantwoordelijke.") String log)
            throws IOException {
        LogboekInstellingen instellingen = LogboekInstellingen.lees(config, omgeving);
        VerifierKey nieuw = sleutels(instellingen, log).draw(log);
        toon("logboek van " + log + ", nieuwe sleutel", nieuw);
        omgeving.fout()
                .println(
                        "Start het logboek opnieuw: het ondertekent dan met de oude en de nieuwe sleutel. Heeft iedereen de"
                                + " nieuwe, doe dan: ddas logboek sleutels afronden " + log);
        return Uitgang.GOED;
    }

    @Command(
            name = "afronden",
            description = {
                "Neemt de oude sleutel van een logboek weg. Doe dit als iedereen de nieuwe heeft, ook de getuigen.",
                "Checkpoints van voor deze tijd blijven te controleren met de oude publieke sleutel."
            })
    int afronden(
            @Mixin Hulp hulp, @Parameters(paramLabel = "OIN", description = "Van welke verantwoordelijke.") String log)
            throws IOException {
        LogboekInstellingen instellingen = LogboekInstellingen.lees(config, omgeving);
        Boomsleutels sleutels = sleutels(instellingen, log);
        VerifierKey nieuw = sleutels.apply(log)
                .nieuw()
                .map(NoteSigner::verifier)
                .orElseThrow(() -> new VerkeerdGebruik("er is geen nieuwe sleutel voor " + log
                        + ". Maak er een met: ddas logboek sleutels nieuw " + log));
        try (Database database = instellingen.config().databank().open(new SecureRandom())) {
            if (PostgresBomen.connect(database)
                    .checkpoint(log)
                    .filter(note -> note.isSignedBy(nieuw))
                    .isEmpty()) {
                throw new VerkeerdGebruik("het nieuwste checkpoint van " + log
                        + " is nog niet met de nieuwe sleutel ondertekend. Start het"
                        + " logboek opnieuw, en wacht tot er een regel bij is");
            }
        }
        sleutels.finish(log);
        toon("logboek van " + log, nieuw);
        omgeving.fout()
                .println(
                        "De oude sleutel is weg; zijn publieke helft blijft staan bij: ddas logboek sleutels. Start het"
                                + " logboek opnieuw.");
        return Uitgang.GOED;
    }

    private void toon(String van, VerifierKey sleutel) {
        omgeving.uit().println("# " + van);
        omgeving.uit().println(sleutel);
    }

    private static Stream<String> logs(LogboekInstellingen instellingen) {
        return Stream.concat(
                        instellingen.config().schrijvers().values().stream(),
                        instellingen.config().zonderTls().stream())
                .map(Houder::code)
                .distinct();
    }

    /// @throws VerkeerdGebruik when there is no such log, or no tree
    private static Boomsleutels sleutels(LogboekInstellingen instellingen, String log) {
        LogboekBoom boom = verplicht(instellingen);
        if (logs(instellingen).noneMatch(log::equals)) {
            throw new VerkeerdGebruik("dit logboek heeft geen regels van " + log + ". Kies een van: "
                    + String.join(", ", logs(instellingen).sorted().toList()));
        }
        return boom.sleutels(new SecureRandom());
    }

    /// @throws VerkeerdGebruik when the settings ask for no tree
    static LogboekBoom verplicht(LogboekInstellingen instellingen) {
        return instellingen
                .boom()
                .orElseThrow(
                        () -> new VerkeerdGebruik("dit logboek heeft geen boom. Zet boom-adres in de instellingen; een"
                                + " voorbeeld geeft: ddas logboek dienst config"));
    }
}
