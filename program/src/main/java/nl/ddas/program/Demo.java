// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.levering.bron.Bronfout;
import nl.ddas.levering.generator.DemoStelsel;
import nl.ddas.levering.generator.Genereer;
import nl.ddas.levering.generator.GenereerConfig;
import nl.ddas.levering.generator.HeelBestand;
import nl.ddas.levering.generator.Leveranciersplan;
import nl.ddas.levering.generator.Meelezer;
import nl.ddas.levering.generator.Stelsel;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.statistiek.Combinatie;
import nl.ddas.levering.statistiek.Instellingen;
import nl.ddas.levering.statistiek.Onthullingsprofiel;
import nl.ddas.levering.toets.ToetsOntvanger;
import nl.ddas.levering.toets.Toetser;
import nl.ddas.levering.toets.verslag.Bestandscontrole;
import nl.ddas.levering.toets.verslag.Controleverslag;
import nl.ddas.levering.verzamelaar.Leverancier;
import nl.ddas.levering.verzamelaar.Verzamelaar;
import nl.ddas.levering.verzamelaar.Verzamelperiode;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Terminal;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;

/// The demo, step by step: certificates, data, suppliers, collecting, combining, report.
final class Demo implements AutoCloseable {

    private static final String CBS = "CBS";
    private static final List<String> VERGANKELIJK = List.of("bron", "opslag", "bewijs", "rapport", "verslagen");
    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");

    private final Omgeving omgeving;
    private final Path map;
    private final Stelsel stelsel;
    private final List<EigenLevering> eigen;
    private final Halfjaar halfjaar;
    private final DemoVerslag verslag;
    private final BerichtLezer lezer = BerichtLezer.metEigenSchemas();
    private final AtomicReference<List<Leverancier>> deelnemers = new AtomicReference<>(List.of());
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final ExecutorService naast =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());

    Demo(Omgeving omgeving, Path map, long zaad, int omvang, List<Path> met) {
        this.omgeving = omgeving;
        this.map = map;
        this.stelsel = DemoStelsel.van(zaad, omvang);
        this.eigen = EigenLevering.van(met, lezer);
        this.halfjaar = Halfjaar.laatste(LocalDate.ofInstant(omgeving.klok().instant(), Verzamelperiode.ZONE));
        this.verslag = new DemoVerslag(omgeving.uit(), Terminal.of(omgeving.variabelen()), omgeving.klok());
    }

    /// What the demo came to.
    ///
    /// @param eigen outcomes of deliveries of the user over another period
    /// @param controles what the check says of the files of the user
    record Uitkomst(
            Verzamelresultaat resultaat,
            List<Verzamelresultaat> eigen,
            List<Controleverslag> controles,
            Rapportage.Cijfers cijfers,
            Path rapport,
            Path verslagen,
            Map<String, Double> seconden,
            Duration totaal) {}

    Terminal terminal() {
        return verslag.terminal();
    }

    /// Runs all steps.
    Uitkomst draai() throws Exception {
        verslag.uit()
                .println(verslag.terminal().strong("DDAS-demo") + " over " + Formats.day(halfjaar.start())
                        + " tot en met " + Formats.day(halfjaar.eind()) + ". Alle gegevens zijn verzonnen.");
        ruimOp();
        CompletableFuture<Database> database =
                CompletableFuture.supplyAsync(() -> Database.embedded(map.resolve("database")), naast);
        // Also when a later step fails: closing waits for the server and stops it.
        open.addLast(() -> database.join().close());
        List<Holder> houders = houders();
        AuthorityFolder vertrouwen =
                AuthorityFolder.open(map.resolve("vertrouwen"), omgeving.klok(), new SecureRandom());
        List<Party> partijen = verslag.stap(
                "certificaten",
                "Certificaten maken voor het CBS en " + (houders.size() - 1) + " leveranciers",
                () -> vertrouwen.parties(houders));
        Party cbs = partijen.getFirst();
        verslag.stap("gegevens", "Verzonnen gegevens maken", this::maakGegevens);
        Network network = Network.open();
        open.push(network);
        DemoLeverancier.Omstandigheden om =
                new DemoLeverancier.Omstandigheden(network, vertrouwen, cbs, lezer, omgeving.klok());
        List<DemoLeverancier> leveranciers = verslag.stap(
                "momentopnamen",
                "Leveranciers starten en hun gegevens klaarzetten: ondertekende pagina's",
                () -> start(partijen.subList(1, partijen.size()), om));
        Verzamelaar verzamelaar = verslag.stap(
                "database", "Database en verzamelaar van het CBS starten", () -> verzamelaar(database.get(), cbs, om));
        Verzamelresultaat resultaat = verslag.stap(
                "verzamelen",
                "Ophalen, handtekening en vorm toetsen, regels toetsen, verslag sturen, inlezen",
                () -> verzamel(verzamelaar, leveranciers));
        List<Verzamelresultaat> andere = verzamelEigen(verzamelaar, leveranciers);
        DemoVerslagen verslagen = new DemoVerslagen(map.resolve("verslagen"), omgeving.klok());
        for (DemoLeverancier leverancier : leveranciers) {
            verslagen.schrijf(leverancier.partij().name(), leverancier.opslag());
        }
        return rapporteer(verzamelaar, resultaat, andere);
    }

    /// Each run tells its own story: only certificates and the empty database server stay from the one before.
    private void ruimOp() throws IOException {
        DemoMap.neem(map);
        for (String deel : VERGANKELIJK) {
            Opruiming.weg(map.resolve(deel));
        }
    }

    private Uitkomst rapporteer(Verzamelaar verzamelaar, Verzamelresultaat resultaat, List<Verzamelresultaat> andere)
            throws Exception {
        Rapportage rapportage = new Rapportage(verzamelaar.bronrecords(), periode(), Instellingen.STANDAARD);
        Combinatie combinatie =
                verslag.stap("combineren", "Trajecten van dezelfde personen combineren", rapportage::combineer);
        Rapportage.Cijfers cijfers =
                verslag.stap("cijfers", "Betrouwbaarheid bepalen en cijfers tellen", () -> rapportage.tel(combinatie));
        Path rapport = verslag.stap(
                "rapport",
                "Rapport schrijven",
                () -> rapportage.schrijf(
                        cijfers,
                        Onthullingsprofiel.STANDAARD,
                        "Demonstratie",
                        map.resolve("rapport"),
                        omgeving.klok()));
        return new Uitkomst(
                resultaat,
                andere,
                controles(),
                cijfers,
                rapport,
                map.resolve("verslagen"),
                verslag.seconden(),
                verslag.totaal());
    }

    private List<Controleverslag> controles() throws IOException {
        Bestandscontrole controle = new Bestandscontrole(new Toetser(lezer), omgeving.klok());
        List<Controleverslag> verslagen = new ArrayList<>();
        for (EigenLevering levering : eigen) {
            verslagen.add(controle.controleer(levering.bestand(), new ToetsOntvanger() {}));
        }
        return verslagen;
    }

    private Verzamelperiode periode() {
        return new Verzamelperiode(halfjaar.start(), halfjaar.eind());
    }

    /// CBS first, then the suppliers.
    private List<Holder> houders() {
        List<Holder> houders = new ArrayList<>();
        houders.add(new Holder(CBS, oin(1), HOSTS));
        for (Leveranciersplan plan : stelsel.leveranciers()) {
            houders.add(new Holder(plan.naam(), oin(houders.size() + 1), HOSTS));
        }
        eigen.forEach(levering -> houders.add(new Holder(levering.naam(), oin(houders.size() + 1), HOSTS)));
        return houders;
    }

    /// Numbers in the range that is kept for tests.
    private static Oin oin(int nummer) {
        return new Oin("00000099%09d000".formatted(nummer));
    }

    private Genereer.Resultaat maakGegevens() throws IOException {
        GenereerConfig config = new GenereerConfig(stelsel, halfjaar.tijdvak(), 0, map.resolve("bron"));
        Genereer.Resultaat resultaat = Genereer.naarMap(config, Meelezer.NIEMAND);
        for (EigenLevering levering : eigen) {
            Path doel = Files.createDirectories(map.resolve("bron").resolve(levering.naam()));
            HeelBestand.kopieer(levering.bestand(), doel.resolve("levering.json"));
        }
        verslag.regel(Formats.count(resultaat.trajecten(), "traject", "trajecten") + " van "
                + stelsel.leveranciers().size() + " leveranciers; " + Formats.number(resultaat.injecties())
                + " fouten zijn er met opzet in gezet (bron/injecties.json)");
        return resultaat;
    }

    private List<DemoLeverancier> start(List<Party> partijen, DemoLeverancier.Omstandigheden om) throws Exception {
        List<DemoLeverancier> leveranciers = new ArrayList<>();
        List<Future<List<Bronfout>>> klaar = new ArrayList<>();
        for (Party partij : partijen) {
            DemoLeverancier leverancier = DemoLeverancier.start(
                    partij,
                    map.resolve("bron").resolve(partij.name()),
                    map.resolve("opslag").resolve(partij.name()),
                    om);
            open.push(leverancier);
            leveranciers.add(leverancier);
            klaar.add(naast.submit(leverancier::ververs));
        }
        for (int i = 0; i < klaar.size(); i++) {
            String naam = leveranciers.get(i).partij().name();
            klaar.get(i).get().forEach(fout -> verslag.regel(naam + " kan niet leveren: " + fout.melding()));
        }
        leveranciers.forEach(leverancier ->
                verslag.regel(leverancier.partij().name() + " luistert op " + leverancier.adres() + "/v1/gegevens"));
        return leveranciers;
    }

    private Verzamelaar verzamelaar(Database database, Party cbs, DemoLeverancier.Omstandigheden om)
            throws IOException {
        database.jdbi("public").useHandle(db -> db.execute("DROP SCHEMA IF EXISTS verzamelaar CASCADE"));
        Verzamelaar verzamelaar = Verzamelaar.start(
                DemoInstellingen.verzamelaar(cbs.oin(), map),
                Verzamelaar.Onderdelen.van(
                        om.network(),
                        () -> om.vertrouwen().tls(cbs),
                        new PayloadSigner(cbs.signing(), omgeving.klok()),
                        om.vertrouwen()::trust,
                        deelnemers::get,
                        lezer,
                        database,
                        omgeving.klok()));
        open.push(verzamelaar);
        return verzamelaar;
    }

    private Verzamelresultaat verzamel(Verzamelaar verzamelaar, List<DemoLeverancier> leveranciers) throws Exception {
        deelnemers.set(leveranciers.stream()
                .filter(leverancier -> eigenPeriode(leverancier).equals(periode()))
                .map(Demo::alsDeelnemer)
                .toList());
        return verzamelaar.verzamel(periode(), new DemoVoortgang(verslag));
    }

    /// Deliveries of the user over another period are collected over their own.
    private List<Verzamelresultaat> verzamelEigen(Verzamelaar verzamelaar, List<DemoLeverancier> leveranciers)
            throws Exception {
        List<Verzamelresultaat> resultaten = new ArrayList<>();
        for (DemoLeverancier leverancier : leveranciers) {
            Verzamelperiode zijne = eigenPeriode(leverancier);
            if (!zijne.equals(periode())) {
                deelnemers.set(List.of(alsDeelnemer(leverancier)));
                resultaten.add(verslag.stap(
                        "verzamelen " + leverancier.partij().name(),
                        "Uw levering ophalen over " + Formats.day(zijne.start()) + " tot en met "
                                + Formats.day(zijne.eind()),
                        () -> verzamelaar.verzamel(zijne, new DemoVoortgang(verslag))));
            }
        }
        return resultaten;
    }

    private Verzamelperiode eigenPeriode(DemoLeverancier leverancier) {
        return eigen.stream()
                .filter(levering -> levering.naam().equals(leverancier.partij().name()))
                .flatMap(levering -> levering.periode().stream())
                .findFirst()
                .orElse(periode());
    }

    private static Leverancier alsDeelnemer(DemoLeverancier leverancier) {
        return Leverancier.van(
                leverancier.partij().name(),
                leverancier.adres(),
                leverancier.partij().oin());
    }

    @Override
    public void close() {
        List<Exception> stuk = new ArrayList<>();
        for (AutoCloseable deel : open) {
            try {
                deel.close();
            } catch (Exception een) {
                stuk.add(een);
            }
        }
        naast.shutdownNow();
        if (!stuk.isEmpty()) {
            IllegalStateException alles = new IllegalStateException("not all parts of the demo could be closed");
            stuk.forEach(alles::addSuppressed);
            throw alles;
        }
    }
}
