// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Monitoring;
import nl.ddas.basis.TlsReload;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Regeltoets;

/// A log, running: OTLP for senders and other parts on mutual TLS, health and metrics on a listener of its own on
/// 127.0.0.1, and what has to be done now and then.
public final class LogboekDienst implements AutoCloseable {

    private static final Duration STIL = Duration.ofMinutes(2);

    private final LogboekServer server;
    private final HttpServer beheer;
    private final Toezicht toezicht;

    private LogboekDienst(LogboekServer server, HttpServer beheer, Toezicht toezicht) {
        this.server = server;
        this.beheer = beheer;
        this.toezicht = toezicht;
    }

    /// What stands before a port is opened.
    private record Opbouw(
            DienstConfig config,
            Dienstonderdelen onderdelen,
            Database database,
            PostgresLogregels opslag,
            PostgresQuarantaine quarantaine,
            Schrijfgang gang,
            Dienstkoppeling haken,
            Optional<TlsReload> sleutels,
            Metrics metrics) {

        private Toezicht.Waarover waarover() {
            return new Toezicht.Waarover(
                    opslag.rondes(),
                    quarantaine,
                    config.quarantaine().termijn(),
                    gang,
                    sleutels,
                    haken,
                    onderdelen.clock());
        }
    }

    /// Brings the tables up to date, unless another account does that, and opens the ports.
    ///
    /// @param database stays the caller's to close
    /// @throws nl.ddas.basis.NotListening when a port cannot be opened
    /// @throws IllegalArgumentException when the key material cannot be used
    public static LogboekDienst start(DienstConfig config, Database database, Dienstonderdelen onderdelen) {
        Optional<TlsReload> sleutels =
                onderdelen.tls().map(source -> new TlsReload(source, onderdelen.clock(), Toezicht.TIK));
        if (!config.isKlaar()) {
            PostgresLogregels.migrate(database);
        }
        PostgresQuarantaine quarantaine =
                PostgresQuarantaine.connect(database, config.quarantaine().grens());
        Dienstkoppeling haken = new Dienstkoppeling();
        return start(new Opbouw(
                config,
                onderdelen,
                database,
                PostgresLogregels.connect(database, onderdelen.clock(), onderdelen.random(), haken::geboekt),
                quarantaine,
                new Schrijfgang(onderdelen.clock()),
                haken,
                sleutels,
                new Metrics()));
    }

    private static LogboekDienst start(Opbouw opbouw) {
        Dienstonderdelen onderdelen = opbouw.onderdelen();
        Logregels regels = store(opbouw);
        try {
            Regeltoets toets =
                    new Regeltoets(opbouw.config().beleid(), onderdelen.naamruimten(), onderdelen.activiteiten());
            Ontvangst ontvangst = new Ontvangst(
                    toets, regels, opbouw.quarantaine(), new Logboekmeting(opbouw.metrics()), onderdelen.clock());
            Loket loket =
                    new Loket(ontvangst, Grenzen.STANDAARD, opbouw.config().geheugen(), onderdelen.clock());
            Logboekmeting.watch(opbouw.metrics(), loket, opbouw.quarantaine());
            List<Deel> delen = onderdelen
                    .bijdelen()
                    .make(new Dienstonderdelen.Kern(opbouw.database(), regels, opbouw.metrics(), opbouw.haken()));
            return watched(opbouw, loket, regels, delen);
        } catch (RuntimeException failed) {
            regels.close();
            throw failed;
        }
    }

    private static Logregels store(Opbouw opbouw) {
        return opbouw.gang()
                .outside(new GroepsLogregels(
                        opbouw.gang().inside(opbouw.opslag()), opbouw.config().ruimte()));
    }

    private static LogboekDienst watched(Opbouw opbouw, Loket loket, Logregels regels, List<Deel> delen) {
        Toezicht toezicht = Toezicht.start(opbouw.waarover(), opbouw.metrics());
        try {
            return open(opbouw, toezicht, loket, regels, delen);
        } catch (RuntimeException failed) {
            toezicht.close();
            throw failed;
        }
    }

    private static LogboekDienst open(
            Opbouw opbouw, Toezicht toezicht, Loket loket, Logregels regels, List<Deel> delen) {
        Dienstonderdelen onderdelen = opbouw.onderdelen();
        HttpServer beheer = HttpServer.start(
                onderdelen.network(),
                new HttpServer.Config("127.0.0.1", opbouw.config().beheerPoort(), Optional.empty(), 64 * 1024, STIL),
                new Monitoring(opbouw.metrics(), toezicht.bezwaren(), toezicht.opmerkingen()));
        try {
            LogboekServer.Ingang ingang = new LogboekServer.Ingang(
                    opbouw.config().luisteren(), opbouw.sleutels().map(TlsReload::now), onderdelen.houders(), delen);
            LogboekServer server = LogboekServer.start(onderdelen.network(), ingang, loket, regels);
            opbouw.sleutels().ifPresent(sleutels -> sleutels.attach(server));
            return new LogboekDienst(server, beheer, toezicht);
        } catch (RuntimeException failed) {
            beheer.close();
            throw failed;
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
        toezicht.close();
        server.close();
        beheer.close();
    }
}
