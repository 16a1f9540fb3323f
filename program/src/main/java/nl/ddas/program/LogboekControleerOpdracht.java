// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.boom.Boomadres;
import nl.ddas.logboek.boom.Boomuitslag;
import nl.ddas.logboek.boom.Checkpoint;
import nl.ddas.logboek.boom.Exportcontrole;
import nl.ddas.logboek.boom.Houvast;
import nl.ddas.logboek.boom.SignedNote;
import nl.ddas.logboek.boom.VerifierKey;
import nl.ddas.logboek.boom.Webcontrole;
import nl.ddas.presentation.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas logboek controleer`: whether anybody changed a log.
@Command(
        name = "controleer",
        description = {
            "Controleert of er iets aan een logboek is gewijzigd, weggehaald, verwisseld of toegevoegd.",
            "BRON is een bestand van 'ddas logboek exporteer' (daarvoor is geen verbinding nodig), of het adres van een boom,"
                    + " zoals https://logboek.voorbeeld.nl:4318/boom/00000099000000001000."
        })
final class LogboekControleerOpdracht implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;
    private static final Duration VERBINDEN = Duration.ofSeconds(10);
    private static final Duration WACHTEN = Duration.ofSeconds(30);

    @Mixin
    Hulp hulp = new Hulp();

    @Parameters(paramLabel = "BRON", description = "Een export van een logboek, of het adres van zijn boom.")
    String bron = "";

    @Option(
            names = "--sleutel",
            paramLabel = "SLEUTEL",
            description = {
                "Publieke sleutel van het logboek (naam+hash+sleutel), of een bestand met zulke sleutels.",
                "Zonder deze optie geldt de sleutel die in de export staat."
            })
    List<String> sleutels = List.of();

    @Option(
            names = "--getuige",
            paramLabel = "SLEUTEL",
            description = "Publieke sleutel van een getuige die medeondertekend moet hebben, of een bestand ermee.")
    List<String> getuigen = List.of();

    @Option(
            names = "--vorige",
            paramLabel = "CHECKPOINT",
            description = "Bestand met een checkpoint dat u eerder bewaarde: deze boom moet daarop verdergaan.")
    Optional<Path> vorige = Optional.empty();

    @Mixin
    Tlsopties tls = new Tlsopties();

    @Option(names = "--json", description = "Schrijf de uitslag als JSON naar de standaarduitvoer.")
    boolean json;

    private final Omgeving omgeving;

    LogboekControleerOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        Houvast houvast = new Houvast(sleutels("--sleutel", sleutels), sleutels("--getuige", getuigen), vorige());
        Boomuitslag uitslag = bron.matches("https?://.+") ? vanAdres(houvast) : vanBestand(houvast);
        toon(new Boomverslag(bron, uitslag, raad(houvast)));
        return uitslag.isGoed() ? Uitgang.GOED : Uitgang.BEVINDINGEN;
    }

    /// What makes the next check worth more.
    private static List<String> raad(Houvast houvast) {
        List<String> raad = new ArrayList<>();
        if (houvast.sleutels().isEmpty()) {
            raad.add("Een sleutel van het logboek geeft u mee met --sleutel.");
        }
        if (houvast.getuigen().isEmpty()) {
            raad.add("De sleutel van een getuige geeft u mee met --getuige.");
        }
        return raad;
    }

    private Boomuitslag vanBestand(Houvast houvast) throws IOException {
        Path bestand = Path.of(bron);
        Invoer.bestaat(bestand);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(bestand), BUFFER)) {
            return new Exportcontrole(houvast, new Logregellezer()).check(in);
        }
    }

    private Boomuitslag vanAdres(Houvast houvast) throws IOException {
        if (!bron.matches("https?://[^\\s?#]+")) {
            throw new VerkeerdGebruik("bij BRON hoort een adres als https://logboek.voorbeeld.nl:4318/boom/OIN");
        }
        if (houvast.sleutels().isEmpty()) {
            throw new VerkeerdGebruik(
                    "bij een adres hoort --sleutel: de publieke sleutel van het logboek, die u langs een"
                            + " andere weg kreeg. De beheerder geeft hem met: ddas logboek sleutels");
        }
        try (Network network = Network.open();
                HttpClient client = HttpClient.open(network, new HttpClient.Config(tls(), VERBINDEN, WACHTEN))) {
            URI adres = URI.create(bron.replaceAll("/+$", ""));
            return new Webcontrole(houvast, new Boomadres(client, adres)).check();
        }
    }

    private Optional<Tls> tls() {
        if (bron.startsWith("http:")) {
            return Optional.empty();
        }
        return Optional.of(tls.lees(omgeving.klok()));
    }

    private void toon(Boomverslag verslag) throws IOException {
        if (json) {
            try (OutputStream uit = Invoer.gebufferd(omgeving.uit())) {
                uit.write(verslag.json().toBytes());
                uit.write('\n');
            }
        } else {
            verslag.print(omgeving.uit(), Terminal.of(omgeving.variabelen()));
        }
    }

    private Optional<SignedNote> vorige() throws IOException {
        if (vorige.isEmpty()) {
            return Optional.empty();
        }
        Invoer.bestaat(vorige.get());
        Optional<SignedNote> note = Files.size(vorige.get()) > SignedNote.MAX_BYTES
                ? Optional.empty()
                : SignedNote.read(Files.readAllBytes(vorige.get()));
        return Optional.of(
                note.filter(one -> Checkpoint.read(one.text()).isPresent())
                        .orElseThrow(
                                () -> new VerkeerdGebruik(
                                        "het bestand " + vorige.get()
                                                + " bij --vorige is geen checkpoint. Bewaar het zoals het logboek het gaf, met alle lege regels")));
    }

    private static List<VerifierKey> sleutels(String optie, List<String> gegeven) throws IOException {
        List<String> teksten = new ArrayList<>();
        for (String one : gegeven) {
            boolean isBestand = !one.contains("+") || Files.isRegularFile(Path.of(one));
            if (isBestand) {
                Invoer.bestaat(Path.of(one));
                Files.readAllLines(Path.of(one)).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(teksten::add);
            } else {
                teksten.add(one);
            }
        }
        return teksten.stream()
                .map(tekst -> VerifierKey.read(tekst)
                        .orElseThrow(() -> new VerkeerdGebruik("bij " + optie
                                + " hoort een publieke sleutel als naam+hash+sleutel, en dit is er geen")))
                .toList();
    }
}
