// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.ddas.basis.CertificateEnd;
import nl.ddas.basis.Database;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Monitoring;
import nl.ddas.basis.TlsReload;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Regeltoets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A log, running: OTLP for senders and other parts on mutual TLS, health and metrics on a listener of its own on
/// 127.0.0.1, and what has to be done now and then.
public final class LogboekDienst implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogboekDienst.class);
    private static final Duration STIL = Duration.ofMinutes(2);
    private static final Duration TIK = Duration.ofSeconds(10);
    private static final Duration OPRUIMEN = Duration.ofHours(1);
    /// From here on somebody has to look at it.
    private static final double BIJNA_VOL = 0.8;

    private final DienstConfig config;
    private final Dienstonderdelen onderdelen;
    private final PostgresQuarantaine quarantaine;
    private final LogboekServer server;
    private final HttpServer beheer;
    private final Optional<TlsReload> sleutels;
    private final ScheduledExecutorService wekker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("logboek-wekker").daemon().factory());
    private Instant opgeruimd = Instant.EPOCH;

    private LogboekDienst(Opbouw opbouw, LogboekServer server, HttpServer beheer) {
        this.config = opbouw.config();
        this.onderdelen = opbouw.onderdelen();
        this.quarantaine = opbouw.quarantaine();
        this.sleutels = opbouw.sleutels();
        this.server = server;
        this.beheer = beheer;
    }

    /// What stands before a port is opened.
    private record Opbouw(
            DienstConfig config,
            Dienstonderdelen onderdelen,
            Database database,
            PostgresQuarantaine quarantaine,
            Dienstkoppeling haken,
            Optional<TlsReload> sleutels) {}

    /// Brings the tables up to date, unless another account does that, and opens the ports.
    ///
    /// @param database stays the caller's to close
    /// @throws nl.ddas.basis.NotListening when a port cannot be opened
    /// @throws IllegalArgumentException when the key material cannot be used
    public static LogboekDienst start(DienstConfig config, Database database, Dienstonderdelen onderdelen) {
        Optional<TlsReload> sleutels = onderdelen.tls().map(source -> new TlsReload(source, onderdelen.clock(), TIK));
        if (!config.isKlaar()) {
            PostgresLogregels.migrate(database);
        }
        PostgresQuarantaine quarantaine =
                PostgresQuarantaine.connect(database, config.quarantaine().grens());
        LogboekDienst dienst =
                start(new Opbouw(config, onderdelen, database, quarantaine, new Dienstkoppeling(), sleutels));
        ScheduledFuture<?> _ =
                dienst.wekker.scheduleWithFixedDelay(dienst::tik, 0, TIK.toMillis(), TimeUnit.MILLISECONDS);
        return dienst;
    }

    private static LogboekDienst start(Opbouw opbouw) {
        Dienstonderdelen onderdelen = opbouw.onderdelen();
        DienstConfig config = opbouw.config();
        Metrics metrics = new Metrics();
        Logregels regels = new GroepsLogregels(
                PostgresLogregels.connect(
                        opbouw.database(), onderdelen.clock(), onderdelen.random(), opbouw.haken()::geboekt),
                config.ruimte());
        try {
            Regeltoets toets = new Regeltoets(config.beleid(), onderdelen.naamruimten(), onderdelen.activiteiten());
            Ontvangst ontvangst =
                    new Ontvangst(toets, regels, opbouw.quarantaine(), new Logboekmeting(metrics), onderdelen.clock());
            Loket loket = new Loket(ontvangst, Grenzen.STANDAARD, config.geheugen(), onderdelen.clock());
            Logboekmeting.watch(metrics, loket, opbouw.quarantaine());
            opbouw.sleutels()
                    .ifPresent(sleutels -> metrics.gauge(
                            "logbook_certificate_days_left",
                            "Days until the certificate of connections ends",
                            () -> CertificateEnd.days(
                                    leaf(sleutels), onderdelen.clock().instant())));
            List<Deel> delen = onderdelen
                    .bijdelen()
                    .make(new Dienstonderdelen.Kern(opbouw.database(), regels, metrics, opbouw.haken()));
            return open(opbouw, loket, regels, delen, metrics);
        } catch (RuntimeException failed) {
            regels.close();
            throw failed;
        }
    }

    private static LogboekDienst open(Opbouw opbouw, Loket loket, Logregels regels, List<Deel> delen, Metrics metrics) {
        Dienstonderdelen onderdelen = opbouw.onderdelen();
        HttpServer beheer = HttpServer.start(
                onderdelen.network(),
                new HttpServer.Config("127.0.0.1", opbouw.config().beheerPoort(), Optional.empty(), 64 * 1024, STIL),
                new Monitoring(metrics, remarks(opbouw), notes(opbouw)));
        try {
            LogboekServer.Ingang ingang = new LogboekServer.Ingang(
                    opbouw.config().luisteren(), opbouw.sleutels().map(TlsReload::now), onderdelen.houders(), delen);
            LogboekServer server = LogboekServer.start(onderdelen.network(), ingang, loket, regels);
            opbouw.sleutels().ifPresent(sleutels -> sleutels.attach(server));
            return new LogboekDienst(opbouw, server, beheer);
        } catch (RuntimeException failed) {
            beheer.close();
            throw failed;
        }
    }

    private static List<Supplier<Optional<String>>> remarks(Opbouw opbouw) {
        List<Supplier<Optional<String>>> remarks =
                new ArrayList<>(opbouw.haken().bezwaren());
        remarks.add(() -> fullest(opbouw.quarantaine()).isEmpty()
                ? Optional.of("de database is niet te bereiken: er worden nu geen regels vastgelegd")
                : Optional.empty());
        return remarks;
    }

    private static List<Supplier<Optional<String>>> notes(Opbouw opbouw) {
        List<Supplier<Optional<String>>> notes = new ArrayList<>(opbouw.haken().opmerkingen());
        notes.add(() -> fullest(opbouw.quarantaine())
                .filter(vulling -> vulling >= BIJNA_VOL)
                .map(vulling -> "de quarantaine van een verantwoordelijke is voor " + Math.round(100 * vulling)
                        + " % vol; kijk met: ddas logboek quarantaine toon"));
        notes.add(() -> opbouw.quarantaine().isAfgeschermd()
                ? Optional.empty()
                : Optional.of("de database heeft geen aparte rol om de quarantaine te lezen"));
        opbouw.sleutels().ifPresent(sleutels -> {
            notes.add(sleutels::remark);
            notes.add(() -> CertificateEnd.remark(
                    "verbindingen", leaf(sleutels), opbouw.onderdelen().clock().instant()));
        });
        return notes;
    }

    private static X509Certificate leaf(TlsReload sleutels) {
        return sleutels.now().chain().getFirst();
    }

    /// Empty when the database cannot be asked.
    private static Optional<Double> fullest(Quarantaine quarantaine) {
        try {
            return Optional.of(Logboekmeting.fullest(quarantaine));
        } catch (RuntimeException gone) {
            LOG.warn("the database does not answer: {}", Oorzaak.of(gone));
            return Optional.empty();
        }
    }

    /// Does what is due: looks for other keys, removes what waited too long, warns.
    private void tik() {
        try {
            sleutels.ifPresent(one -> {
                Optional<TlsReload.Outcome> _ = one.tick();
            });
            fullest(quarantaine)
                    .filter(vulling -> vulling >= BIJNA_VOL)
                    .ifPresent(vulling ->
                            LOG.warn("the quarantine of a controller is {} % full", Math.round(100 * vulling)));
            Instant now = onderdelen.clock().instant();
            if (!now.isBefore(opgeruimd.plus(OPRUIMEN))) {
                int weg =
                        quarantaine.removeBefore(now.minus(config.quarantaine().termijn()));
                LOG.info("quarantine: {} lines removed whose time was over", weg);
                opgeruimd = now;
            }
        } catch (RuntimeException failed) {
            // The next turn tries again; without this the thread would stop for good.
            LOG.error("the regular work failed: {}", Oorzaak.of(failed));
        }
    }

    /// Port of OTLP and the other parts.
    public int poort() {
        return server.port();
    }

    /// Port of OTLP over gRPC.
    public int grpcPoort() {
        return server.grpcPort();
    }

    /// Port of health and metrics, on 127.0.0.1.
    public int beheerPoort() {
        return beheer.port();
    }

    /// Lets running requests end, then stops.
    @Override
    public void close() {
        wekker.shutdown();
        server.close();
        beheer.close();
    }
}
