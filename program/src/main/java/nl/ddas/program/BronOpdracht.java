// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.levering.bron.BronConfig;
import nl.ddas.levering.bron.BronOnderdelen;
import nl.ddas.levering.bron.BronServer;
import nl.ddas.levering.bron.Bronfout;
import nl.ddas.levering.bron.Gegevensbron;
import nl.ddas.levering.bron.MapBron;
import nl.ddas.levering.bron.Momentopnamemelder;
import nl.ddas.levering.bron.VerslagReactie;
import nl.ddas.levering.bron.VerslagenArchief;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Antwoordkeuring;
import nl.ddas.levering.verkeer.Besluit;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.levering.verkeer.Verslagnummer;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.TerminalTable;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.ReplayCache;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// `ddas bron`: the API of a supplier, and what it does with Verwerkingsverslagen.
@Command(
        name = "bron",
        description = {
            "Start de API waarmee een leverancier gegevens aan het CBS levert.",
            "Zonder opdracht erachter: starten, tot Ctrl-C."
        })
final class BronOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(
            names = "--config",
            paramLabel = "BESTAND",
            scope = ScopeType.INHERIT,
            description = "Instellingen (standaard: bron.yaml). Een voorbeeld geeft: ddas bron config.")
    Path config = Path.of("bron.yaml");

    private final Omgeving omgeving;

    BronOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    /// What stands in the settings file.
    private record Inrichting(
            Deelnemer deelnemer,
            Optional<String> bestanden,
            int verzonnen,
            Optional<String> verzamelaar,
            Afzenderbepaling afzenders,
            Eigensleutels eigen,
            Toegangsinrichting toegang,
            Logboekkeuze logboek,
            BronConfig bron) {}

    private Inrichting lees() throws IOException {
        return Instellingen.lees("bron", config, omgeving.variabelen(), instellingen -> {
            Deelnemer deelnemer = Deelnemer.lees(instellingen, omgeving.klok());
            return new Inrichting(
                    deelnemer,
                    instellingen.optional("bestanden-map"),
                    instellingen.integer("verzonnen-trajecten", 0),
                    instellingen.optional("verzamelaar"),
                    AchterInway.lees(instellingen),
                    Versleutelsleutels.lees(instellingen, deelnemer),
                    Toegangsinrichting.lees(instellingen),
                    Logboekkeuze.lees(instellingen),
                    BronConfig.read(instellingen));
        });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Inrichting inrichting = lees();
        Optional<Logboekkeuze.Open> logboek = logboek(inrichting);
        try {
            return dien(
                    inrichting,
                    () -> logboek.ifPresent(Logboekkeuze.Open::close),
                    logboek.<UnaryOperator<BronOnderdelen>>map(open -> delen -> delen.met(open.aansluiting()))
                            .orElse(UnaryOperator.identity()));
        } finally {
            logboek.ifPresent(Logboekkeuze.Open::close);
        }
    }

    /// @param daarna closes the log, when there is one: on SIGTERM nobody gets to a `finally`
    /// @param verantwoord joins the parts to that log
    private int dien(Inrichting inrichting, Einde.Sluiting daarna, UnaryOperator<BronOnderdelen> verantwoord)
            throws IOException, InterruptedException {
        BerichtLezer lezer = BerichtLezer.metEigenSchemas();
        try (Deelnemer deelnemer = inrichting.deelnemer();
                Network network = Network.open();
                Toegangsinrichting.Beslissing beslissing =
                        inrichting.toegang().maak(network, () -> tls(deelnemer), omgeving.klok());
                BronServer server = BronServer.start(
                        inrichting.bron(),
                        bron(inrichting, lezer),
                        verantwoord
                                .apply(onderdelen(inrichting, network, lezer))
                                .met(beslissing.voorBron()),
                        new Melder())) {
            omgeving.fout()
                    .println("De API luistert op "
                            + inrichting.bron().luisteren().adres() + ":" + server.poort()
                            + "; beheer op http://127.0.0.1:" + server.beheerPoort() + "/health. Stoppen met Ctrl-C.");
            Einde.wacht(server::close, daarna, network::close, deelnemer::close);
        }
        return Uitgang.GOED;
    }

    private static Gegevensbron bron(Inrichting inrichting, BerichtLezer lezer) {
        if (inrichting.verzonnen() > 0) {
            return Bronnen.verzonnen(1, inrichting.verzonnen());
        }
        return new MapBron(
                Path.of(inrichting
                        .bestanden()
                        .orElseThrow(() -> new VerkeerdGebruik("in de instellingen ontbreekt bestanden-map"))),
                lezer);
    }

    private BronOnderdelen onderdelen(Inrichting inrichting, Network network, BerichtLezer lezer) {
        Deelnemer deelnemer = inrichting.deelnemer();
        return BronOnderdelen.van(
                        network,
                        () -> tls(deelnemer),
                        deelnemer.ondertekenaar(omgeving.klok()),
                        verificateur(deelnemer, new Freshness.Request(new ReplayCache(100_000))),
                        inrichting.afzenders(),
                        lezer,
                        omgeving.klok(),
                        new SecureRandom())
                .met(inrichting.eigen());
    }

    private static Tls tls(Deelnemer deelnemer) {
        return deelnemer.map().tls(deelnemer.partij());
    }

    /// The rules of what goes to whom.
    private VastgesteldBeleid beleid() throws IOException {
        Path map = lees().toegang()
                .beleid()
                .orElseThrow(() -> new VerkeerdGebruik("in de instellingen ontbreekt beleid-map; zonder die map krijgt"
                        + " wie onder toegestaan staat alles"));
        return new VastgesteldBeleid(map, omgeving.klok());
    }

    /// The command with its parts.
    static CommandLine met(Omgeving omgeving) {
        BronOpdracht zelf = new BronOpdracht(omgeving);
        return new CommandLine(zelf).addSubcommand(new BeleidOpdracht(omgeving, zelf::beleid));
    }

    @Command(name = "config", description = "Geeft een voorbeeld van de instellingen, met uitleg.")
    int config(@Mixin Hulp hulp) {
        omgeving.uit().print(BronConfig.voorbeeld() + Teksten.lees("bron-extra.yaml") + Teksten.lees("deelnemer.yaml"));
        return Uitgang.GOED;
    }

    @Command(name = "verslagen", description = "Toont de verwerkingsverslagen die zijn ontvangen, of een ervan.")
    int verslagen(
            @Mixin Hulp hulp,
            @Parameters(arity = "0..1", paramLabel = "ID", description = "Een verslag, zoals het is ontvangen (JSON).")
                    Optional<String> id)
            throws IOException {
        VerslagenArchief archief = archief(lees());
        if (id.isPresent()) {
            if (!archief.kopieer(id.get(), omgeving.uit())) {
                throw new VerkeerdGebruik("er is geen verslag met nummer " + id.get());
            }
            return Uitgang.GOED;
        }
        List<VerslagenArchief.Verslag> alle = archief.lijst();
        if (alle.isEmpty()) {
            omgeving.uit().println("Er zijn nog geen verwerkingsverslagen ontvangen.");
            return Uitgang.GOED;
        }
        TerminalTable tabel = new TerminalTable(
                Column.code("Verslag"), Column.text("Ontvangen"), Column.code("Van"), Column.number("Bytes"));
        alle.forEach(verslag -> tabel.row(
                verslag.id(),
                Formats.moment(verslag.ontvangen()),
                verslag.afzender(),
                Formats.number(verslag.grootte())));
        tabel.print(omgeving.uit(), "");
        return Uitgang.GOED;
    }

    private VerslagenArchief archief(Inrichting inrichting) throws IOException {
        return VerslagenArchief.open(inrichting.bron().opslag(), omgeving.klok(), new SecureRandom());
    }

    @Command(name = "goedkeuren", description = "Meldt het CBS dat een levering mag meetellen.")
    int goedkeuren(@Mixin Hulp hulp, @Parameters(paramLabel = "ID", description = "Nummer van het verslag.") String id)
            throws IOException {
        return besluit(id, Besluit.GOEDGEKEURD);
    }

    @Command(name = "intrekken", description = "Meldt het CBS dat een levering niet (meer) mag meetellen.")
    int intrekken(@Mixin Hulp hulp, @Parameters(paramLabel = "ID", description = "Nummer van het verslag.") String id)
            throws IOException {
        return besluit(id, Besluit.INGETROKKEN);
    }

    private int besluit(String id, Besluit besluit) throws IOException {
        if (!Verslagnummer.isGeldig(id)) {
            throw new VerkeerdGebruik(
                    "een nummer van een verslag bestaat uit letters, cijfers en streepjes, en dit is '" + id + "'");
        }
        Inrichting inrichting = lees();
        URI verzamelaar = URI.create(inrichting
                .verzamelaar()
                .orElseThrow(() -> new VerkeerdGebruik("in de instellingen ontbreekt het adres van de verzamelaar van"
                        + " het CBS. Zet het erin, zoals verzamelaar: https://verzamelaar.voorbeeld.nl:8444/v1")));
        Optional<Logboekkeuze.Open> logboek = logboek(inrichting);
        try (Network network = Network.open();
                HttpClient client = HttpClient.open(
                        network,
                        new HttpClient.Config(
                                Optional.of(tls(inrichting.deelnemer())),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(30)))) {
            PayloadSigner signer = inrichting.deelnemer().ondertekenaar(omgeving.klok());
            VerslagReactie kaal = new VerslagReactie(client, signer, keuring(inrichting), verzamelaar);
            VerslagReactie reactie = logboek.isEmpty()
                    ? kaal
                    : kaal.met(
                            logboek.get().aansluiting(),
                            archief(inrichting),
                            inrichting.bron().softwarenaam());
            return meld(id, besluit, reactie.stuur(id, besluit));
        } finally {
            logboek.ifPresent(Logboekkeuze.Open::close);
        }
    }

    /// Whoever may collect here may also answer to a decision.
    private Antwoordkeuring keuring(Inrichting inrichting) {
        return new Antwoordkeuring(
                verificateur(inrichting.deelnemer(), new Freshness.Answer()),
                inrichting.bron().toegang().toegestaan()::containsKey);
    }

    private PayloadVerifier verificateur(Deelnemer deelnemer, Freshness leeftijd) {
        return new PayloadVerifier(
                () -> deelnemer.map().trust(Purpose.SIGNING),
                leeftijd,
                deelnemer.handtekening().eisen(),
                omgeving.klok());
    }

    private int meld(String id, Besluit besluit, VerslagReactie.Antwoord antwoord) {
        return switch (antwoord) {
            case VerslagReactie.Antwoord.Aangenomen() -> {
                omgeving.uit().println("Het CBS weet nu dat verslag " + id + " is " + besluit.tekst() + ".");
                yield Uitgang.GOED;
            }
            case VerslagReactie.Antwoord.Geweigerd(int status, String uitleg) ->
                throw new VerkeerdGebruik("het CBS neemt dit niet aan (" + status + "): "
                        + (uitleg.isEmpty() ? "het zegt er niet bij waarom." : uitleg));
            case VerslagReactie.Antwoord.Onzeker(String reden) -> {
                omgeving.fout()
                        .println(
                                "ddas: of het CBS dit heeft aangenomen, is niet zeker. Verwacht werd een antwoord dat is"
                                        + " ondertekend door een organisatie onder toegestaan, en het antwoord werd geweigerd: "
                                        + reden
                                        + ". Kijk of verzamelaar het goede adres is, en geef de opdracht opnieuw.");
                yield Uitgang.KAPOT;
            }
            case VerslagReactie.Antwoord.NuNiet(int status, String uitleg) -> {
                omgeving.fout()
                        .println("ddas: het CBS kan dit nu niet aannemen (" + status
                                + "). Er is niets veranderd; probeer het later opnieuw. " + uitleg.strip());
                yield Uitgang.KAPOT;
            }
        };
    }

    private static Optional<Logboekkeuze.Open> logboek(Inrichting inrichting) {
        return inrichting.logboek().open("ddas bron", () -> tls(inrichting.deelnemer()));
    }

    /// One line for each snapshot, on standard error.
    private final class Melder implements Momentopnamemelder {

        @Override
        public void gelukt(Aanleverperiode periode, long trajecten) {
            omgeving.fout()
                    .println("Momentopname klaar over " + over(periode) + ": "
                            + Formats.count(trajecten, "traject", "trajecten") + ".");
        }

        @Override
        public void mislukt(Aanleverperiode periode, List<Bronfout> fouten) {
            omgeving.fout()
                    .println("Er is geen nieuwe momentopname over " + over(periode)
                            + "; is er een eerdere, dan blijft die in gebruik. Het wordt later opnieuw geprobeerd.");
            if (fouten.isEmpty()) {
                omgeving.fout().println("  De bron heeft geen levering over deze periode.");
            }
            fouten.forEach(fout -> omgeving.fout().println("  " + fout));
        }

        private static String over(Aanleverperiode periode) {
            return Formats.day(periode.start()) + " tot en met " + Formats.day(periode.eind());
        }
    }
}
