// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.extensie.Bekend;
import nl.ddas.logboek.extensie.Definitie;
import nl.ddas.logboek.extensie.Extensiecontrole;
import nl.ddas.logboek.extensie.Kern;
import nl.ddas.logboek.extensie.Leesfout;
import nl.ddas.logboek.extensie.Opgemaakt;
import nl.ddas.logboek.extensie.Profiel;
import nl.ddas.logboek.extensie.Verslag;
import nl.ddas.logboek.extensie.VerslagJson;
import nl.ddas.logboek.extensie.VerslagSarif;
import nl.ddas.logboek.extensie.Verslagtekst;
import nl.ddas.presentation.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas ldv extensie controleer`: holds definitions against the guideline.
@Command(
        name = "controleer",
        description = {
            "Controleert definities van extensies op het Logboek Dataverwerkingen: elk apart, en samen als een set.",
            "Geef alle extensies die samen in een logboek komen; dan ziet u ook of ze botsen."
        })
final class ExtensieControleerOpdracht implements Callable<Integer> {

    /// More than any list of claims needs.
    private static final int MAX_BYTES = (1 << 20) + 1;

    @Mixin
    Hulp hulp = new Hulp();

    @Parameters(arity = "1..*", paramLabel = "DEFINITIE", description = "Een of meer bestanden (*.ldv-ext.yaml).")
    List<Path> bestanden = List.of();

    @Option(
            names = "--richtlijn",
            paramLabel = "VERSIE",
            description = {
                "Welke richtlijn geldt:",
                "guideline-seed of guideline-1.0.0.",
                "Zonder deze optie geldt wat de definitie zelf noemt, en anders guideline-1.0.0."
            })
    Optional<String> richtlijn = Optional.empty();

    @Option(names = "--json", description = "Schrijf de bevindingen als JSON naar de standaarduitvoer.")
    boolean json;

    @Option(names = "--sarif", description = "Schrijf het verslag als SARIF 2.1.0 naar de standaarduitvoer.")
    boolean sarif;

    @Option(names = "--regels", description = "Laat van elke regel zien of hij geslaagd is.")
    boolean regels;

    @Option(
            names = "--bekend",
            paramLabel = "BESTAND",
            description = "Eigen lijst van extensies waarvan de naamruimte en de sleutels bezet zijn.")
    Optional<Path> bekend = Optional.empty();

    private final Omgeving omgeving;

    ExtensieControleerOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        if (json && sarif) {
            throw new VerkeerdGebruik("--json en --sarif gaan niet samen; vraag ze een voor een");
        }
        Function<Definitie, Profiel> profiel = profiel();
        Extensiecontrole controle = new Extensiecontrole(Kern.eigen(), register(), profiel);
        Verslag verslag = controle.check(Extensiebestanden.lees(bestanden));
        if (json) {
            druk(VerslagJson.of(verslag));
        } else if (sarif) {
            druk(VerslagSarif.of(verslag));
        } else {
            new Verslagtekst(omgeving.uit(), Terminal.of(omgeving.variabelen())).print(verslag, regels);
        }
        return verslag.vraagtAandacht() ? Uitgang.BEVINDINGEN : Uitgang.GOED;
    }

    private Function<Definitie, Profiel> profiel() {
        if (richtlijn.isEmpty()) {
            return Profiel::of;
        }
        Profiel gekozen = Profiel.of(richtlijn.get())
                .orElseThrow(() -> new VerkeerdGebruik(
                        "--richtlijn is guideline-seed of guideline-1.0.0, en geen '" + richtlijn.get() + "'"));
        return _ -> gekozen;
    }

    private Bekend register() throws IOException {
        if (bekend.isEmpty()) {
            return Bekend.bundled();
        }
        Path bestand = bekend.get();
        Invoer.bestaat(bestand);
        try (InputStream stroom = Files.newInputStream(bestand)) {
            return switch (Bekend.read(stroom.readNBytes(MAX_BYTES))) {
                case Bekend.Lezing.Gelezen(Bekend eigen) -> Bekend.bundled().and(eigen);
                case Bekend.Lezing.Geweigerd(List<Leesfout> fouten) -> throw geweigerd(bestand, fouten.getFirst());
            };
        }
    }

    private static VerkeerdGebruik geweigerd(Path bestand, Leesfout fout) {
        String plek = fout.plek().tekst();
        return new VerkeerdGebruik("de lijst " + bestand + " is niet te gebruiken"
                + (plek.isEmpty() ? "" : " (" + plek + ")") + ". " + fout.melding());
    }

    private void druk(JsonObject document) throws IOException {
        try (OutputStream uit = Invoer.gebufferd(omgeving.uit())) {
            uit.write(Opgemaakt.bytes(document));
        }
    }
}
