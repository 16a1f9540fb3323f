// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.CertificateEnd;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Rounds;
import nl.ddas.basis.TlsReload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after a log that runs: does what has to be done now and then, and tells health what is the matter.
final class Toezicht implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Toezicht.class);
    private static final Duration OPRUIMEN = Duration.ofHours(1);
    /// From here on somebody has to look at it.
    private static final double BIJNA_VOL = 0.8;

    /// How often it looks.
    static final Duration TIK = Duration.ofSeconds(10);

    private final Waarover waarover;
    private final Rounds<Onderhoud> rondes;
    private Instant opgeruimd = Instant.EPOCH;

    /// What it looks after.
    ///
    /// @param dagen what the store of lines does beside the requests
    /// @param termijn how long a line waits in quarantine after it came for the last time
    record Waarover(
            Rounds<Onderhoud> dagen,
            PostgresQuarantaine quarantaine,
            Duration termijn,
            Schrijfgang gang,
            Optional<TlsReload> sleutels,
            Dienstkoppeling haken,
            Clock clock) {}

    private Toezicht(Waarover waarover) {
        this.waarover = waarover;
        this.rondes = Rounds.start(work(), TIK, Onderhoud::failed);
    }

    /// Does the first round now.
    static Toezicht start(Waarover waarover, Metrics metrics) {
        Toezicht toezicht = new Toezicht(waarover);
        waarover.gang().watch(metrics);
        metrics.gauge(
                "logbook_chores_failing",
                "Pieces of regular work that failed the last time",
                () -> toezicht.rondes.failing() + waarover.dagen().failing());
        waarover.sleutels()
                .ifPresent(sleutels -> metrics.gauge(
                        "logbook_certificate_days_left",
                        "Days until the certificate of connections ends",
                        () -> CertificateEnd.days(
                                sleutels.now().chain(), waarover.clock().instant())));
        return toezicht;
    }

    private Map<Onderhoud, Rounds.Work> work() {
        Map<Onderhoud, Rounds.Work> work = new LinkedHashMap<>();
        waarover.sleutels()
                .ifPresent(one -> work.put(Onderhoud.SLEUTELS, () -> {
                    Optional<TlsReload.Outcome> _ = one.tick();
                }));
        work.put(Onderhoud.VULLING, this::warn);
        work.put(Onderhoud.OPRUIMEN, this::cleanUp);
        return work;
    }

    private void warn() {
        double vulling = Logboekmeting.fullest(waarover.quarantaine());
        if (vulling >= BIJNA_VOL) {
            LOG.warn("the quarantine of a controller is {} % full", Math.round(100 * vulling));
        }
    }

    private void cleanUp() {
        Instant now = waarover.clock().instant();
        if (!now.isBefore(opgeruimd.plus(OPRUIMEN))) {
            int weg = waarover.quarantaine().removeBefore(now.minus(waarover.termijn()));
            LOG.info("quarantine: {} lines removed whose time was over", weg);
            opgeruimd = now;
        }
    }

    /// What stands in the way of the work.
    List<Supplier<Optional<String>>> bezwaren() {
        List<Supplier<Optional<String>>> all = new ArrayList<>(waarover.haken().bezwaren());
        // Whoever knows that the database hangs does not ask it.
        all.add(() -> waarover.gang().remark().or(this::away));
        return all;
    }

    private Optional<String> away() {
        return fullest().isEmpty()
                ? Optional.of("de database is niet te bereiken: er worden nu geen regels vastgelegd")
                : Optional.empty();
    }

    /// What somebody has to look at.
    List<Supplier<Optional<String>>> opmerkingen() {
        List<Supplier<Optional<String>>> all = new ArrayList<>(waarover.haken().opmerkingen());
        all.add(this::full);
        all.add(() -> waarover.quarantaine().isAfgeschermd()
                ? Optional.empty()
                : Optional.of("de database heeft geen aparte rol om de quarantaine te lezen"));
        waarover.sleutels().ifPresent(sleutels -> {
            all.add(sleutels::remark);
            all.add(() -> CertificateEnd.remark(
                    "verbindingen", sleutels.now().chain(), waarover.clock().instant()));
        });
        all.add(rondes::remark);
        all.add(waarover.dagen()::remark);
        return all;
    }

    private Optional<String> full() {
        Optional<Double> vulling = waarover.gang().remark().isPresent() ? Optional.empty() : fullest();
        return vulling.filter(one -> one >= BIJNA_VOL)
                .map(one -> "de quarantaine van een verantwoordelijke is voor " + Math.round(100 * one)
                        + " % vol; kijk met: ddas logboek quarantaine toon");
    }

    /// Empty when the database cannot be asked.
    private Optional<Double> fullest() {
        try {
            return Optional.of(Logboekmeting.fullest(waarover.quarantaine()));
        } catch (RuntimeException gone) {
            LOG.warn("the database does not answer: {}", Oorzaak.of(gone));
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        rondes.close();
    }
}
