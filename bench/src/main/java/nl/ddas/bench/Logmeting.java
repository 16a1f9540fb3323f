// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import nl.ddas.basis.Database;
import nl.ddas.logboek.dienst.GroepsLogregels;
import nl.ddas.logboek.dienst.PostgresLogregels;
import nl.ddas.logboek.dienst.Wachtruimte;
import nl.ddas.logboek.dienst.Zoekvraag;
import org.jdbi.v3.core.Jdbi;

/// The store of a log against PostgreSQL by itself, in one run on one server with the same table and indexes:
/// lines with their leaves, confirmed when durable; by itself, and with the whole way in before it.
///
/// Options by `MEET_JAVA_OPTS`: `-Dmeet.logboek.regels=50000000` for the lines that reads search in (2 million
/// unless told otherwise), and `-Dmeet.logboek.delen=deur,boom` for some of the parts (`kopie`, `deur`, `enkel`,
/// `overbelast`, `boom`, `lezen`) instead of all; `herlezen` by itself reads in what `lezen` left behind.
final class Logmeting implements Meting {

    private static final String DELEN = "meet.logboek.delen";
    private static final String ALLES = "kopie,deur,enkel,overbelast,boom,lezen";
    private static final List<String> SERVER = List.of(
            "shared_buffers = '2GB'",
            "min_wal_size = '4GB'",
            "max_wal_size = '16GB'",
            "checkpoint_timeout = '15min'",
            "checkpoint_completion_target = 0.9");
    /// Files of its own log (16 MB each) that a server has used and will use again after an hour of work.
    private static final int GEBRUIKT = 200;
    private static final int RONDEN = 5;
    private static final int KOPIE = 5_000;
    private static final int SECONDEN = 10;
    private static final int LEZINGEN = 4_000;
    private static final int BERICHTEN = 200;
    /// Lines that are read, all of them through the store.
    private static final long ECHT = 2_000_000;
    private static final double DOEL_LEZEN = 20;
    private static final double DOEL_WACHTEN = 100;

    @Override
    public void meet(Werkplaats plek) throws IOException, InterruptedException {
        if (System.getProperty(DELEN, ALLES).equals("herlezen")) {
            herlees(plek);
            return;
        }
        Path map = plek.verseMap("logboek");
        Logboekregels regels = new Logboekregels(plek.klok().instant(), 1);
        prepare(map.resolve("database"));
        try (Database database = Database.embedded(map.resolve("database"), new SecureRandom());
                PostgresLogregels opslag = PostgresLogregels.open(database, plek.klok(), new SecureRandom());
                GroepsLogregels groep = new GroepsLogregels(opslag, Wachtruimte.STANDAARD)) {
            use(database.jdbi("logboek"));
            Logboekdrukte drukte = new Logboekdrukte(groep, regels);
            drukte.aaneen(32, 500, SECONDEN / 2);
            Kalekopie kaal = new Kalekopie(database.jdbi("logboek"), KOPIE);
            for (String deel : System.getProperty(DELEN, ALLES).split(",")) {
                switch (deel) {
                    case "kopie" -> kopie(plek, drukte, kaal);
                    case "deur" -> deur(plek, map, opslag, kaal, regels);
                    case "enkel" -> enkel(plek, drukte, kaal);
                    case "overbelast" -> overbelast(plek, opslag, regels);
                    case "boom" -> new Boommeting(plek, database).meet(regels);
                    case "lezen" -> lezen(plek, opslag, database);
                    default -> throw new IllegalArgumentException("expected some of " + ALLES + ", got " + deel);
                }
            }
        }
    }

    /// As docs/nl/logboek-opslag.md advises for a database that only a log writes to. With the settings a
    /// server comes with, it writes whole pages to its log all day, because a checkpoint follows every half
    /// gigabyte.
    private static void prepare(Path map) {
        try (Database database = Database.embedded(map, new SecureRandom())) {
            database.jdbi("logboek")
                    .useHandle(db -> SERVER.forEach(instelling -> db.execute("alter system set " + instelling)));
        }
    }

    /// A server that was just made fills each new file of its log with zeroes first, while everybody waits:
    /// some 50 ms, twice a second. One that works for a while uses files again.
    private static void use(Jdbi jdbi) {
        jdbi.useHandle(db -> {
            for (int i = 0; i < GEBRUIKT; i++) {
                db.execute("select pg_logical_emit_message(false, 'meting', 'x')");
                db.execute("select pg_switch_wal()");
            }
            db.execute("checkpoint");
        });
    }

    private static void kopie(Werkplaats plek, Logboekdrukte drukte, Kalekopie kaal) throws InterruptedException {
        List<Double> verhouding = new ArrayList<>();
        for (int ronde = 0; ronde < RONDEN; ronde++) {
            double maat = kopieer(kaal);
            Logboekdrukte.Uitkomst onze = drukte.aaneen(32, 500, SECONDEN / 2);
            verhouding.add(onze.perSeconde() / maat);
            plek.regel(
                    "plain COPY of %d: %,8.0f lines/s   store, 32 senders of 500: %,8.0f lines/s (p99 %.0f ms)   ratio %.2f",
                    KOPIE, maat, onze.perSeconde(), onze.millis(0.99), verhouding.getLast());
        }
        oordeel(plek, "store / plain COPY, median", mediaan(verhouding), 0.5);
    }

    /// With the whole way in before it.
    private static void deur(Werkplaats plek, Path map, PostgresLogregels opslag, Kalekopie kaal, Logboekregels regels)
            throws IOException, InterruptedException {
        List<Double> verhouding = new ArrayList<>();
        try (GroepsLogregels groep = new GroepsLogregels(new Openblijver(opslag), Wachtruimte.STANDAARD);
                Logboekdeur deur = new Logboekdeur(map.resolve("vertrouwen"), plek.klok(), groep, regels)) {
            deur.zend(deur.berichten(100, 500), 16);
            for (int ronde = 0; ronde < RONDEN; ronde++) {
                List<byte[]> berichten = deur.berichten(BERICHTEN, 500);
                double maat = kopieer(kaal);
                double onze = BERICHTEN * 500 / deur.zend(berichten, 16);
                verhouding.add(onze / maat);
                plek.regel(
                        "plain COPY of %d: %,8.0f lines/s   OTLP over gRPC with mutual TLS, 16 at a time of 500: %,8.0f lines/s"
                                + "   ratio %.2f",
                        KOPIE, maat, onze, verhouding.getLast());
            }
        }
        oordeel(plek, "OTLP over gRPC / plain COPY, median", mediaan(verhouding), 0.5);
    }

    /// @return lines a second
    private static double kopieer(Kalekopie kaal) {
        long begin = System.nanoTime();
        int keren = 0;
        while (System.nanoTime() - begin < SECONDEN * 1_000_000_000L / 2) {
            kaal.kopieer();
            keren++;
        }
        return keren * (double) KOPIE * 1e9 / (System.nanoTime() - begin);
    }

    private static void enkel(Werkplaats plek, Logboekdrukte drukte, Kalekopie kaal) throws InterruptedException {
        kaal.perRij(2_000);
        drukte.aaneen(256, 1, SECONDEN / 2);
        double maat = kaal.perRij(10_000);
        Logboekdrukte.Uitkomst onze = drukte.aaneen(256, 1, SECONDEN);
        plek.regel(
                "one connection, a commit a row: %,.0f lines/s   256 senders of one line: %,.0f lines/s, p50 %.1f p99 %.1f ms",
                maat, onze.perSeconde(), onze.millis(0.5), onze.millis(0.99));
        oordeel(plek, "256 senders / one connection", onze.perSeconde() / maat, 10);
        Logboekdrukte.Uitkomst _ = drukte.gestaag(256, 1, SECONDEN / 2, onze.perSeconde() * 0.8);
        Logboekdrukte.Uitkomst rustig = drukte.gestaag(256, 1, SECONDEN, onze.perSeconde() * 0.8);
        plek.regel(
                "at 80 %% of that (%,.0f lines/s): p50 %.1f p99 %.1f max %.1f ms, refused %d   target p99 < %.0f ms: %s",
                rustig.perSeconde(),
                rustig.millis(0.5),
                rustig.millis(0.99),
                rustig.millis(1),
                rustig.geweigerd(),
                DOEL_WACHTEN,
                rustig.millis(0.99) < DOEL_WACHTEN ? "reached" : "NOT reached");
    }

    /// Ten times as many senders as there is room for.
    private static void overbelast(Werkplaats plek, PostgresLogregels opslag, Logboekregels regels)
            throws InterruptedException {
        // The store below stays open: it is closed by who opened it.
        GroepsLogregels nauw = new GroepsLogregels(new Openblijver(opslag), new Wachtruimte(5_000, 20_000, 8 << 20));
        long voor = opslag.search(Logboekregels.HOUDER, alles(1)).regels().size();
        long heap = heap();
        Logboekdrukte.Uitkomst uit = new Logboekdrukte(nauw, regels).aaneen(2_000, 100, SECONDEN);
        long erbij = heap() - heap;
        plek.regel(
                "overload, 2,000 senders of 100 lines on room for 20,000: confirmed %,d, refused %,d, lines waiting afterwards"
                        + " %d, heap after minus before %d MiB%s",
                uit.bevestigd(), uit.geweigerd(), nauw.regelsOnderweg(), erbij >> 20, voor == 0 ? " (no lines?)" : "");
        nauw.close();
    }

    private void lezen(Werkplaats plek, PostgresLogregels opslag, Database database) throws InterruptedException {
        long aantal = Long.getLong("meet.logboek.regels", ECHT);
        Logboekregels oud = new Logboekregels(plek.klok().instant(), 8);
        GroepsLogregels groep = new GroepsLogregels(new Openblijver(opslag), Wachtruimte.STANDAARD);
        Logboekdrukte drukte = new Logboekdrukte(groep, oud);
        while (oud.aantal() < Math.min(aantal, ECHT)) {
            drukte.aaneen(32, 500, 5);
        }
        groep.close();
        Jdbi jdbi = database.jdbi("logboek");
        if (aantal > oud.aantal()) {
            Logboekvulling.vul(jdbi, aantal - oud.aantal());
        }
        jdbi.useHandle(db -> db.execute("analyze logregel"));
        lees(plek, opslag, jdbi, oud.aantal());
    }

    /// Filling tens of millions takes most of an hour; this reads in them again, on a machine that is quiet by
    /// then.
    private static void herlees(Werkplaats plek) throws IOException {
        Path map = plek.map("logboek").resolve("database");
        if (!Files.isDirectory(map)) {
            throw new IllegalStateException("expected what lezen left behind in " + map + ", there is nothing");
        }
        try (Database database = Database.embedded(map, new SecureRandom());
                PostgresLogregels opslag = PostgresLogregels.open(database, plek.klok(), new SecureRandom())) {
            lees(plek, opslag, database.jdbi("logboek"), ECHT);
        }
    }

    /// @param leesbaar so many lines came in through the store, from number 0
    private static void lees(Werkplaats plek, PostgresLogregels opslag, Jdbi jdbi, long leesbaar) {
        long regels = jdbi.withHandle(db -> db.createQuery("select count(*) from logregel")
                .mapTo(Long.class)
                .one());
        plek.regel("reads in %,d lines of one controller in 8 days, %,d each, warm", regels, LEZINGEN);
        tijd(plek, "by trace", leesbaar, n -> opslag.trace(Logboekregels.HOUDER, Logboekregels.trace(n))
                .size());
        tijd(plek, "by subject", leesbaar, n -> opslag.search(
                        Logboekregels.HOUDER,
                        new Zoekvraag(
                                Optional.empty(),
                                Optional.of(Logboekregels.betrokkene(n)),
                                0,
                                Long.MAX_VALUE,
                                Optional.empty(),
                                100))
                .regels()
                .size());
    }

    private static void tijd(Werkplaats plek, String naam, long leesbaar, LongFunction<Integer> lezing) {
        SplittableRandom toeval = new SplittableRandom(3);
        long[] gekozen = toeval.longs(LEZINGEN / 4, 0, leesbaar).toArray();
        Arrays.stream(gekozen).forEach(n -> lees(lezing, n));
        long[] tijden = new long[LEZINGEN];
        for (int i = 0; i < LEZINGEN; i++) {
            long begin = System.nanoTime();
            lees(lezing, gekozen[i % gekozen.length]);
            tijden[i] = System.nanoTime() - begin;
        }
        Arrays.sort(tijden);
        double p99 = tijden[LEZINGEN * 99 / 100] / 1e6;
        plek.regel(
                "%-12s p50 %.2f p99 %.2f ms   target < %.0f ms: %s",
                naam, tijden[LEZINGEN / 2] / 1e6, p99, DOEL_LEZEN, p99 < DOEL_LEZEN ? "reached" : "NOT reached");
    }

    private static void lees(LongFunction<Integer> lezing, long nummer) {
        if (lezing.apply(nummer) < 1) {
            throw new IllegalStateException("a line that was stored is not found");
        }
    }

    private static Zoekvraag alles(int aantal) {
        return new Zoekvraag(Optional.empty(), Optional.empty(), 0, Long.MAX_VALUE, Optional.empty(), aantal);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double mediaan(List<Double> waarden) {
        return waarden.stream().sorted().toList().get(waarden.size() / 2);
    }

    private static void oordeel(Werkplaats plek, String naam, double waarde, double doel) {
        plek.regel("%-34s %6.2f  target %.2f: %s", naam, waarde, doel, waarde >= doel ? "reached" : "NOT reached");
    }
}
