// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.ddas.basis.Database;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.SealedFolder;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsReload;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.toets.Toetsinstelling;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.Strictness;
import nl.ddas.trust.Trust;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The collector of CBS, running: collects when asked, goes on with what suppliers approve, and listens to what they
/// decide. Safe for many threads.
public final class Verzamelaar implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Verzamelaar.class);
    private static final Duration TIK = Duration.ofMinutes(1);
    private static final Duration VERBINDEN = Duration.ofSeconds(20);
    private static final int GROOTSTE_BESLUIT = 64 * 1024;

    /// What the collector stands on.
    ///
    /// @param tls key for connections, asked at each run so that renewed revocation lists count
    /// @param ondertekenaar with another key than that of the connections
    /// @param vertrouwen asked at each message
    /// @param database open; closed by who opened it
    /// @param toeval used by several threads at once
    public record Onderdelen(
            Network network,
            Supplier<Tls> tls,
            PayloadSigner ondertekenaar,
            Supplier<Trust> vertrouwen,
            Leveranciers leveranciers,
            Afzenderbepaling afzenders,
            BerichtLezer lezer,
            Database database,
            Clock clock,
            RandomGenerator toeval,
            Wachter wachter,
            Onderbreker onderbreker) {

        /// With what is usual for the rest: callers known by their certificate, waiting by the clock of the machine.
        public static Onderdelen van(
                Network network,
                Supplier<Tls> tls,
                PayloadSigner ondertekenaar,
                Supplier<Trust> vertrouwen,
                Leveranciers leveranciers,
                BerichtLezer lezer,
                Database database,
                Clock clock) {
            return new Onderdelen(
                    network,
                    tls,
                    ondertekenaar,
                    vertrouwen,
                    leveranciers,
                    Afzenderbepaling.uitTls(),
                    lezer,
                    database,
                    clock,
                    new java.security.SecureRandom(),
                    Wachter.ECHT,
                    Onderbreker.GEEN);
        }
    }

    private final VerzamelaarConfig config;
    private final Onderdelen delen;
    private final Jdbi jdbi;
    private final Boekhouding boek;
    private final Bewijs bewijs;
    private final byte[] geheim;
    private final Metrics metrics = new Metrics();
    private final Verzoektelling telling;
    private final Volharding volharding;
    private final Samenvatter samenvatter;
    private final ConcurrentMap<Long, ReentrantLock> sloten = Verzamelrun.sloten();
    private final ReentrantLock bijwerken = new ReentrantLock();
    private final ScheduledExecutorService wekker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("verzamelaar-wekker").daemon().factory());
    private final TlsReload sleutels;
    private Optional<HttpServer> luisteraar = Optional.empty();

    private Verzamelaar(VerzamelaarConfig config, Onderdelen delen, Bewijs bewijs, byte[] geheim) {
        this.config = config;
        this.delen = delen;
        this.bewijs = bewijs;
        this.geheim = geheim;
        jdbi = delen.database().jdbi(Boekhouding.SCHEMA);
        boek = new Boekhouding(jdbi, delen.clock());
        telling = new Verzoektelling(jdbi, metrics, delen.clock());
        volharding = new Volharding(config.ophalen(), delen.wachter(), delen.toeval(), delen.clock());
        samenvatter = new Samenvatter(jdbi);
        sleutels = new TlsReload(delen.tls(), delen.clock(), TIK);
    }

    /// Brings the database up to date, opens the evidence folder and the listener for decisions.
    ///
    /// @throws IOException when the evidence folder cannot be opened
    /// @throws IllegalStateException when the port cannot be opened
    public static Verzamelaar start(VerzamelaarConfig config, Onderdelen delen) throws IOException {
        delen.database().migrate(Boekhouding.SCHEMA, "nl/ddas/levering/verzamelaar/db");
        Bewijs bewijs = new Bewijs(
                SealedFolder.open(config.opslag().bewijs(), config.opslag().sleutel()));
        Verzamelaar verzamelaar = new Verzamelaar(config, delen, bewijs, Geheim.van(bewijs));
        verzamelaar.luister();
        ScheduledFuture<?> _ = verzamelaar.wekker.scheduleWithFixedDelay(
                verzamelaar::tik, TIK.toMillis(), TIK.toMillis(), TimeUnit.MILLISECONDS);
        return verzamelaar;
    }

    private void luister() {
        Besluiten besluiten = new Besluiten(boek, delen.leveranciers(), telling, this::wek);
        Reacties reacties = new Reacties(
                new PayloadVerifier(delen.vertrouwen(), new Freshness.Request(), Strictness.DDAS_V1, delen.clock()),
                delen.ondertekenaar(),
                delen.afzenders(),
                besluiten,
                this::opmerking,
                config.probleemBasis());
        luisteraar = Optional.of(HttpServer.start(
                delen.network(),
                new HttpServer.Config(
                        config.luisteren().adres(),
                        config.luisteren().poort(),
                        Optional.of(sleutels.now()),
                        GROOTSTE_BESLUIT,
                        Duration.ofMinutes(2)),
                reacties));
        luisteraar.ifPresent(sleutels::attach);
    }

    /// What health tells besides that the database is there.
    private Optional<String> opmerking() {
        jdbi.useHandle(db -> db.execute("SELECT 1"));
        return sleutels.remark();
    }

    private void wek() {
        if (!wekker.isShutdown()) {
            wekker.execute(this::tik);
        }
    }

    private void tik() {
        try {
            Optional<TlsReload.Outcome> _ = sleutels.tick();
            werkBij(Voortgang.STIL);
            ruimOp();
        } catch (InterruptedException gestopt) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException stuk) {
            // The next turn tries again; without this the thread would stop for good.
            LOG.error("the regular work failed: {}", stuk.getClass().getSimpleName());
        }
    }

    /// Removes evidence whose retention is over; also done by itself, each minute some.
    ///
    /// @throws IOException when the evidence folder cannot be changed
    public void ruimOp() throws IOException {
        new Opruiming(jdbi, bewijs, config.opslag().bewaartermijn(), delen.clock()).ruimOp();
    }

    /// Collects a period: goes on with a collection that was not finished, else begins a new one. One supplier does
    /// not hold up another. Comes back when each is read in, refused, waits for a decision or stands still.
    ///
    /// @throws IOException when the database is not there at the start
    /// @throws InterruptedException when the thread is interrupted; what is in stays, and a next call goes on
    public Verzamelresultaat verzamel(Verzamelperiode periode, Voortgang voortgang)
            throws IOException, InterruptedException {
        List<Leverancier> lijst = delen.leveranciers().lijst();
        List<String> namen = lijst.stream().map(Leverancier::naam).toList();
        List<Ophaling> rijen;
        try {
            rijen = boek.begin(periode, namen);
        } catch (JdbiException weg) {
            throw new IOException("the database is not there; nothing was begun", weg);
        }
        return new Verzamelresultaat(periode, voer(rijen, lijst, voortgang));
    }

    /// Goes on with rows that were waiting: approved, past their term, or due for another attempt.
    ///
    /// @throws IOException when the database is not there
    /// @throws InterruptedException when the thread is interrupted
    public List<PerLeverancier> werkBij(Voortgang voortgang) throws IOException, InterruptedException {
        bijwerken.lockInterruptibly();
        try {
            List<Ophaling> rijen =
                    boek.bezig().stream().filter(this::isAanDeBeurt).toList();
            return rijen.isEmpty()
                    ? List.of()
                    : voer(rijen, delen.leveranciers().lijst(), voortgang);
        } catch (JdbiException weg) {
            throw new IOException("the database is not there", weg);
        } finally {
            bijwerken.unlock();
        }
    }

    private boolean isAanDeBeurt(Ophaling rij) {
        boolean wachtOpBesluit = rij.toestand() == Toestand.VERSTUURD || rij.toestand() == Toestand.GOEDGEKEURD;
        return rij.mislukking()
                .map(waarom -> !waarom.volgende().isAfter(delen.clock().instant()))
                .orElse(wachtOpBesluit);
    }

    private List<PerLeverancier> voer(List<Ophaling> rijen, List<Leverancier> lijst, Voortgang voortgang)
            throws InterruptedException {
        Semaphore plaatsen = new Semaphore(config.ophalen().tegelijk());
        try (HttpClient client = HttpClient.open(
                        delen.network(),
                        new HttpClient.Config(
                                Optional.of(delen.tls().get()),
                                VERBINDEN,
                                config.ophalen().stilte()));
                ExecutorService draden = Executors.newVirtualThreadPerTaskExecutor()) {
            Verzamelrun run = run(client, voortgang);
            List<Callable<PerLeverancier>> werk = new ArrayList<>();
            for (Ophaling rij : rijen) {
                werk.add(() -> {
                    plaatsen.acquire();
                    try {
                        return een(run, rij, lijst);
                    } finally {
                        plaatsen.release();
                    }
                });
            }
            List<PerLeverancier> uit = new ArrayList<>();
            for (Future<PerLeverancier> klaar : draden.invokeAll(werk)) {
                uit.add(uitkomst(klaar, rijen.get(uit.size())));
            }
            rondAf(rijen, lijst);
            return uit;
        }
    }

    private void rondAf(List<Ophaling> rijen, List<Leverancier> lijst) {
        List<String> namen = lijst.stream().map(Leverancier::naam).toList();
        try {
            rijen.forEach(rij -> boek.rondAf(rij, namen));
        } catch (JdbiException weg) {
            LOG.warn("the end of the collection could not be kept; a next call looks at it again");
        }
    }

    private static PerLeverancier uitkomst(Future<PerLeverancier> klaar, Ophaling rij) throws InterruptedException {
        try {
            return klaar.get();
        } catch (ExecutionException stuk) {
            if (stuk.getCause() instanceof InterruptedException gestopt) {
                throw gestopt;
            }
            LOG.error("the work on supplier {} failed", rij.leverancier(), stuk.getCause());
            return PerLeverancier.mislukt(rij.leverancier(), "interne-fout");
        }
    }

    private PerLeverancier een(Verzamelrun run, Ophaling rij, List<Leverancier> lijst) throws InterruptedException {
        Optional<Leverancier> leverancier = lijst.stream()
                .filter(een -> een.naam().equals(rij.leverancier()))
                .findFirst();
        try {
            return leverancier.isEmpty()
                    ? PerLeverancier.mislukt(rij.leverancier(), "leverancier-onbekend")
                    : samenvatter.vat(run.ga(rij.id(), leverancier.get()));
        } catch (JdbiException weg) {
            // What was kept is kept: the row goes on from there at the next call.
            LOG.warn(
                    "the database failed while working on {}: {}",
                    rij.leverancier(),
                    weg.getClass().getSimpleName());
            return PerLeverancier.mislukt(rij.leverancier(), "database-weg");
        }
    }

    private Verzamelrun run(HttpClient client, Voortgang voortgang) {
        Melder melder = new Melder(voortgang, delen.onderbreker());
        PayloadVerifier verificateur =
                new PayloadVerifier(delen.vertrouwen(), new Freshness.Answer(), Strictness.DDAS_V1, delen.clock());
        Paginaverzoek verzoek = new Paginaverzoek(
                client,
                delen.ondertekenaar(),
                verificateur,
                bewijs,
                config.ophalen().grootstePagina(),
                delen.clock());
        Toetsstap.Gereedschap gereedschap = new Toetsstap.Gereedschap(
                delen.lezer(),
                new Toetsinstelling(Toetsinstelling.standaard().werkmap(), 1, 65_536),
                config.bsnmodus(),
                geheim);
        return new Verzamelrun(
                boek,
                new Verzamelrun.Stappen(
                        new Ophaalstap(
                                boek,
                                verzoek,
                                volharding,
                                telling,
                                config.ophalen(),
                                melder,
                                delen.wachter(),
                                delen.clock()),
                        new Toetsstap(
                                boek,
                                new Inlezingen(jdbi),
                                bewijs,
                                gereedschap,
                                new Verslagen(
                                        config.naam(), config.goedkeuring(), bewijs, delen.clock(), delen.toeval()),
                                melder),
                        new Verslagstap(boek, bewijs, client, delen.ondertekenaar(), volharding, telling, melder),
                        new Goedkeurstap(boek, config.goedkeuring(), delen.clock()),
                        new Inleesstap(boek, bewijs, melder)),
                volharding,
                melder,
                sloten);
    }

    /// What counts in the figures now.
    public Bronrecords bronrecords() {
        return new Bronrecords(jdbi, delen.lezer());
    }

    /// Requests and answers by date, supplier and kind (S72, S73).
    public Verzoektelling tellingen() {
        return telling;
    }

    /// The figures for Prometheus.
    public Metrics metrics() {
        return metrics;
    }

    /// Port at which suppliers tell their decisions.
    public int poort() {
        return luisteraar.orElseThrow().port();
    }

    /// Stops listening and working; what is under way goes on at a next start.
    @Override
    public void close() {
        wekker.shutdownNow();
        luisteraar.ifPresent(HttpServer::close);
    }
}
