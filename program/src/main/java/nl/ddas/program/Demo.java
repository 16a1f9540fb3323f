// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.levering.bron.Bronfout;
import nl.ddas.levering.generator.Genereer;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.statistiek.Combinatie;
import nl.ddas.levering.statistiek.Instellingen;
import nl.ddas.levering.statistiek.Onthullingsprofiel;
import nl.ddas.levering.toets.ToetsOntvanger;
import nl.ddas.levering.toets.Toetser;
import nl.ddas.levering.toets.verslag.Bestandscontrole;
import nl.ddas.levering.toets.verslag.Controleverslag;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Terminal;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;

/// The demo, step by step: certificates, data, suppliers, collecting, combining, report.
final class Demo implements AutoCloseable {

    private static final String CBS = "CBS";
    private static final String STELSELBEHEER = "stelselbeheer";
    private static final int NUMMER_STELSELBEHEER = 900;
    private static final List<String> VERGANKELIJK =
            List.of("bron", "opslag", "bewijs", "fsc/log", "logboek", "rapport", "verslagen");
    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");

    private final Omgeving omgeving;
    private final Path map;
    private final BerichtLezer lezer = BerichtLezer.metEigenSchemas();
    private final DemoLeveranciers leveranciers;
    private final DemoVerslag verslag;
    private final Deque<Einde.Sluiting> open = new ArrayDeque<>();
    private final ExecutorService naast =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());

    Demo(Omgeving omgeving, DemoOpdracht.Wens wens) {
        this.omgeving = omgeving;
        this.map = wens.map();
        this.leveranciers = DemoLeveranciers.van(wens, lezer, omgeving.klok());
        this.verslag = new DemoVerslag(omgeving.uit(), Terminal.of(omgeving.variabelen()), omgeving.klok());
    }

    /// What the demo came to.
    ///
    /// @param gegevens what was invented
    /// @param leverdagen the day on which each supplier delivered
    /// @param resultaat of the half-year
    /// @param eigen outcomes of deliveries of the user over another period
    /// @param controles what the check says of the files of the user
    record Uitkomst(
            Genereer.Resultaat gegevens,
            Map<String, LocalDate> leverdagen,
            Verzamelresultaat resultaat,
            List<Verzamelresultaat> eigen,
            List<Controleverslag> controles,
            Rapportage.Cijfers cijfers,
            DemoLogboeken.Verantwoording verantwoording,
            Path map,
            DemoVerslag verslag) {

        Path rapport() {
            return map.resolve("rapport").resolve(Rapportage.PAGINA);
        }

        Path verslagen() {
            return map.resolve("verslagen");
        }
    }

    Terminal terminal() {
        return verslag.terminal();
    }

    /// Runs all steps.
    Uitkomst draai() throws IOException, InterruptedException {
        begroet();
        ruimOp();
        CompletableFuture<Database> database = CompletableFuture.supplyAsync(
                () -> Database.embedded(map.resolve("database"), new SecureRandom()), naast);
        // Also when a later step fails: closing waits for the server and stops it.
        open.push(() -> database.join().close());
        AuthorityFolder vertrouwen =
                AuthorityFolder.open(map.resolve("vertrouwen"), omgeving.klok(), new SecureRandom());
        List<Party> partijen = verslag.stap(
                "certificaten",
                "Certificaten maken voor het CBS en " + leveranciers.namen().size() + " leveranciers",
                () -> vertrouwen.parties(houders()));
        Party cbs = partijen.getFirst();
        Genereer.Resultaat gegevens = verslag.stap("gegevens", "Verzonnen gegevens maken", this::maakGegevens);
        Network network = Network.open();
        open.push(network::close);
        DemoLeverancier.Omstandigheden om = verantwoord(
                partijen,
                new DemoLeverancier.Omstandigheden(network, vertrouwen, cbs, lezer, omgeving.klok()),
                wacht(database));
        List<DemoLeverancier> gestart = verslag.stap(
                "momentopnamen",
                "Leveranciers starten en hun gegevens klaarzetten: ondertekende pagina's",
                () -> start(partijen.subList(2, partijen.size()), om));
        DemoFsc.Stand fsc = verslag.stap(
                "fsc",
                "FSC: Directory, Managers, Inways en de Outway van het CBS starten, contracten sluiten",
                () -> federatie(partijen, gestart, wacht(database), om));
        DemoVerzameling verzameling = verslag.stap("database", "Verzamelaar van het CBS starten", () -> {
            DemoVerzameling nieuw = DemoVerzameling.start(wacht(database), om, fsc.bron(), map, verslag);
            open.push(nieuw::close);
            return nieuw;
        });
        return verwerk(gegevens, gestart, verzameling, om.logboeken().orElseThrow());
    }

    private DemoLeverancier.Omstandigheden verantwoord(
            List<Party> partijen, DemoLeverancier.Omstandigheden om, Database database)
            throws IOException, InterruptedException {
        DemoLogboeken logboeken = verslag.stap(
                "logboeken", "Logboeken Dataverwerkingen starten: een van het CBS en een van de leveranciers", () -> {
                    DemoLogboeken nieuw = DemoLogboeken.start(
                            new DemoLogboeken.Wie(
                                    partijen.getFirst(), partijen.get(1), partijen.subList(2, partijen.size())),
                            om,
                            database,
                            map.resolve("logboek"));
                    open.push(nieuw::close);
                    return nieuw;
                });
        return om.met(logboeken);
    }

    private Uitkomst verwerk(
            Genereer.Resultaat gegevens,
            List<DemoLeverancier> gestart,
            DemoVerzameling verzameling,
            DemoLogboeken logboeken)
            throws IOException, InterruptedException {
        Verzamelresultaat resultaat = verslag.stap(
                "verzamelen",
                "Ophalen, handtekening en vorm toetsen, regels toetsen, verslag sturen, inlezen",
                () -> verzameling.verzamel(leveranciers, gestart));
        List<Verzamelresultaat> andere = verzameling.verzamelAndere(leveranciers, gestart);
        DemoVerslagen verslagen = new DemoVerslagen(map.resolve("verslagen"), omgeving.klok());
        for (DemoLeverancier leverancier : gestart) {
            verslagen.schrijf(leverancier.partij().name(), leverancier.opslag());
        }
        Rapportage.Cijfers cijfers = rapporteer(verzameling);
        DemoLogboeken.Verantwoording verantwoording = verslag.stap(
                "verantwoorden",
                "Een levering volgen door beide logboeken, en nagaan of iemand er iets aan wijzigde",
                () -> {
                    DemoLogboeken.Verantwoording gevonden =
                            logboeken.verantwoord(ingelezen(resultaat, gestart), map.resolve("logboek"));
                    verslag.regel(gevonden.kort());
                    return gevonden;
                });
        return new Uitkomst(
                gegevens,
                leveranciers.leverdagen(),
                resultaat,
                andere,
                controles(),
                cijfers,
                verantwoording,
                map,
                verslag);
    }

    /// The first supplier whose delivery was read in, else the first.
    private static Party ingelezen(Verzamelresultaat resultaat, List<DemoLeverancier> gestart) {
        Set<String> namen = resultaat.leveranciers().stream()
                .filter(een -> een.ingelezen() > 0)
                .map(PerLeverancier::naam)
                .collect(Collectors.toUnmodifiableSet());
        return gestart.stream()
                .map(DemoLeverancier::partij)
                .filter(partij -> namen.contains(partij.name()))
                .findFirst()
                .orElseGet(() -> gestart.getFirst().partij());
    }

    private void begroet() {
        verslag.uit()
                .println(verslag.terminal().strong("DDAS-demo") + " over "
                        + Formats.day(leveranciers.periode().start()) + " tot en met "
                        + Formats.day(leveranciers.periode().eind()) + ". Alle gegevens zijn verzonnen.");
    }

    /// Each run tells its own story: only certificates and the empty database server stay from the one before.
    private void ruimOp() throws IOException {
        open.addLast(DemoMap.neem(map)::close);
        for (String deel : VERGANKELIJK) {
            Opruiming.weg(map.resolve(deel));
        }
    }

    private Rapportage.Cijfers rapporteer(DemoVerzameling verzameling) throws IOException, InterruptedException {
        Rapportage rapportage =
                new Rapportage(verzameling.bronrecords(), leveranciers.periode(), Instellingen.STANDAARD);
        Combinatie combinatie =
                verslag.stap("combineren", "Trajecten van dezelfde personen combineren", rapportage::combineer);
        Rapportage.Cijfers cijfers =
                verslag.stap("cijfers", "Betrouwbaarheid bepalen en cijfers tellen", () -> rapportage.tel(combinatie));
        verslag.stap(
                "rapport",
                "Rapport schrijven",
                () -> rapportage.schrijf(
                        cijfers,
                        Onthullingsprofiel.STANDAARD,
                        "Demonstratie",
                        map.resolve("rapport"),
                        omgeving.klok()));
        return cijfers;
    }

    private List<Controleverslag> controles() throws IOException {
        Bestandscontrole controle = new Bestandscontrole(new Toetser(lezer, new SecureRandom()), omgeving.klok());
        List<Controleverslag> verslagen = new ArrayList<>();
        for (EigenLevering levering : leveranciers.eigen()) {
            verslagen.add(controle.controleer(levering.bestand(), new ToetsOntvanger() {}));
        }
        return verslagen;
    }

    private DemoFsc.Stand federatie(
            List<Party> partijen, List<DemoLeverancier> gestart, Database database, DemoLeverancier.Omstandigheden om)
            throws IOException {
        DemoFsc.Wie wie =
                new DemoFsc.Wie(partijen.get(1), partijen.getFirst(), gestart, "kredietbank", "eigen-gemeente");
        DemoFsc.Stand stand =
                DemoFsc.start(wie, om.network(), om.vertrouwen(), database, map.resolve("fsc"), omgeving.klok());
        open.push(stand::close);
        verslag.regel(Formats.count(stand.deelnemers(), "deelnemer", "deelnemers") + ", "
                + Formats.count(gestart.size(), "dienst", "diensten") + " in de Directory, "
                + Formats.count(stand.contracten(), "contract", "contracten") + " met het CBS; "
                + wie.gemachtigde() + " levert namens " + wie.gever());
        return stand;
    }

    /// CBS first, then who runs the Directory, then the suppliers.
    private List<Holder> houders() {
        List<Holder> houders = new ArrayList<>();
        houders.add(new Holder(CBS, oin(1), HOSTS));
        houders.add(new Holder(STELSELBEHEER, oin(NUMMER_STELSELBEHEER), HOSTS));
        leveranciers.namen().forEach(naam -> houders.add(new Holder(naam, oin(houders.size()), HOSTS)));
        return houders;
    }

    /// Numbers in the range that is kept for tests.
    private static Oin oin(int nummer) {
        return new Oin("00000099%09d000".formatted(nummer));
    }

    private Genereer.Resultaat maakGegevens() throws IOException {
        Genereer.Resultaat resultaat = leveranciers.maakGegevens();
        verslag.regel(Formats.count(resultaat.trajecten(), "traject", "trajecten") + " van "
                + leveranciers.verzonnen() + " leveranciers; "
                + Formats.count(resultaat.injecties(), "fout is", "fouten zijn")
                + " er met opzet in gezet (bron/injecties.json)");
        if (resultaat.weggelaten() > 0) {
            verslag.regel(
                    Formats.count(resultaat.weggelaten(), "lopend traject ontbreekt", "lopende trajecten ontbreken")
                            + " met opzet. Dat is fout L-07; het CBS ziet haar pas naast een vorige levering");
        }
        return resultaat;
    }

    private List<DemoLeverancier> start(List<Party> partijen, DemoLeverancier.Omstandigheden om)
            throws IOException, InterruptedException {
        List<DemoLeverancier> gestart = new ArrayList<>();
        List<Future<List<Bronfout>>> klaar = new ArrayList<>();
        for (Party partij : partijen) {
            DemoLeverancier leverancier = DemoLeverancier.start(
                    partij,
                    leveranciers.map(partij.name()),
                    map.resolve("opslag").resolve(partij.name()),
                    leveranciers.klok(partij.name()),
                    om);
            open.push(leverancier::close);
            gestart.add(leverancier);
            klaar.add(naast.submit(leverancier::ververs));
        }
        for (int i = 0; i < klaar.size(); i++) {
            String naam = gestart.get(i).partij().name();
            wacht(klaar.get(i)).forEach(fout -> verslag.regel(naam + " kan niet leveren: " + fout.melding()));
        }
        gestart.forEach(leverancier ->
                verslag.regel(leverancier.partij().name() + " luistert op " + leverancier.adres() + "/v1/gegevens"));
        return gestart;
    }

    /// Waits for what is done beside; what broke it comes out as it was.
    private static <T> T wacht(Future<T> werk) throws InterruptedException {
        try {
            return werk.get();
        } catch (ExecutionException stuk) {
            if (stuk.getCause() instanceof RuntimeException zelf) {
                throw zelf;
            }
            throw new IllegalStateException("a part of the demo broke", stuk.getCause());
        }
    }

    @Override
    public void close() {
        try {
            Afsluiten.alles(open);
        } finally {
            naast.shutdownNow();
        }
    }
}
