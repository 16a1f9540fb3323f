// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.ddas.basis.Database;
import nl.ddas.logboek.boom.Boomgroei;
import nl.ddas.logboek.boom.Boomloop;
import nl.ddas.logboek.boom.Checkpoint;
import nl.ddas.logboek.boom.Getuigenronde;
import nl.ddas.logboek.boom.Logsleutels;
import nl.ddas.logboek.boom.NoteSigner;
import nl.ddas.logboek.boom.PostgresBomen;
import nl.ddas.logboek.dienst.GroepsLogregels;
import nl.ddas.logboek.dienst.PostgresBladen;
import nl.ddas.logboek.dienst.PostgresLogregels;
import nl.ddas.logboek.dienst.Wachtruimte;
import org.jdbi.v3.core.Jdbi;

/// How long a line that was confirmed waits for a checkpoint that covers it, while lines come in at a steady rate.
final class Boommeting {

    private static final double PER_SECONDE = 20_000;
    private static final int PER_KEER = 100;
    private static final int ZENDERS = 64;
    private static final int SECONDEN = 20;
    private static final int DOEL = 1_000;
    /// Between two looks: too short to matter beside what is measured.
    private static final long KIJK = 5_000_000;

    private final Werkplaats plek;
    private final Database database;
    private final PostgresBomen bomen;

    /// @param database with the tables of a log
    Boommeting(Werkplaats plek, Database database) {
        this.plek = plek;
        this.database = database;
        this.bomen = PostgresBomen.open(database);
    }

    /// Loads the log, looks, and prints.
    void meet(Logboekregels regels) throws InterruptedException {
        SecureRandom toeval = new SecureRandom();
        Logsleutels sleutel = new Logsleutels(NoteSigner.draw("log.voorbeeld.nl/meting", toeval));
        PostgresBladen bladen = PostgresBladen.open(database);
        Boomgroei groei = new Boomgroei(bladen, bomen, _ -> sleutel, plek.klok());
        Getuigenronde niemand = new Getuigenronde(bomen, List.of(), plek.klok());
        try (Boomloop loop = Boomloop.start(bladen, groei, niemand, Boomloop.Tempo.GEWOON);
                GroepsLogregels groep = new GroepsLogregels(
                        PostgresLogregels.connect(database, plek.klok(), toeval, loop::wake), Wachtruimte.STANDAARD);
                ExecutorService draad = Executors.newSingleThreadExecutor()) {
            Logboekdrukte drukte = new Logboekdrukte(groep, regels);
            bijgewerkt(stand());
            Logboekdrukte.Uitkomst _ = drukte.gestaag(ZENDERS, PER_KEER, SECONDEN / 4, PER_SECONDE);
            long einde = System.nanoTime() + SECONDEN * 1_000_000_000L;
            Future<long[]> kijker = draad.submit(() -> wachttijden(einde));
            Logboekdrukte.Uitkomst uit = drukte.gestaag(ZENDERS, PER_KEER, SECONDEN, PER_SECONDE);
            bijgewerkt(stand());
            // The one who looks may see the last checkpoint a moment later.
            draad.shutdown();
            boolean _ = draad.awaitTermination(1, TimeUnit.MINUTES);
            druk(uit, kijker.resultNow());
        }
    }

    private void druk(Logboekdrukte.Uitkomst uit, long[] tijden) {
        double hoogste = tijden[tijden.length - 1] / 1e6;
        plek.regel(
                "%,.0f lines/s confirmed (p99 %.0f ms, refused %d); signed inclusion after confirmation: p50 %.0f p99 %.0f max"
                        + " %.0f ms in %d looks   target < %,d ms: %s",
                uit.perSeconde(),
                uit.millis(0.99),
                uit.geweigerd(),
                tijden[tijden.length / 2] / 1e6,
                tijden[tijden.length * 99 / 100] / 1e6,
                hoogste,
                tijden.length,
                DOEL,
                hoogste < DOEL ? "reached" : "NOT reached");
    }

    /// Again and again: all leaves there are now, and the time until a checkpoint covers them.
    ///
    /// @return nanoseconds, sorted
    private long[] wachttijden(long einde) {
        List<Long> tijden = new ArrayList<>();
        while (System.nanoTime() < einde) {
            long bladeren = stand();
            long begin = System.nanoTime();
            bijgewerkt(bladeren);
            tijden.add(System.nanoTime() - begin);
        }
        return tijden.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private void bijgewerkt(long bladeren) {
        while (getekend() < bladeren) {
            LockSupport.parkNanos(KIJK);
        }
    }

    private long stand() {
        Jdbi jdbi = database.jdbi("logboek");
        return jdbi.withHandle(db -> db.createQuery("select van + aantal from bladbundel order by van desc limit 1")
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    private long getekend() {
        return bomen.checkpoint(Logboekregels.HOUDER.code())
                .flatMap(note -> Checkpoint.read(note.text()))
                .map(Checkpoint::size)
                .orElse(0L);
    }
}
