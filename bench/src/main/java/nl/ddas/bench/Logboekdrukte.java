// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.ArrayList;
import java.util.List;
import nl.ddas.logboek.dienst.Boeking;
import nl.ddas.logboek.dienst.Logregels;

/// Many senders of lines at once.
final class Logboekdrukte {

    /// How long who was refused stays away: far shorter than OTLP has it.
    private static final long UITSTEL = 20_000_000;

    private final Logregels opslag;
    private final Logboekregels regels;

    Logboekdrukte(Logregels opslag, Logboekregels regels) {
        this.opslag = opslag;
        this.regels = regels;
    }

    /// What came of a load.
    ///
    /// @param tijden nanoseconds of each confirmed request, sorted
    record Uitkomst(long bevestigd, long geweigerd, double seconden, long[] tijden) {

        double perSeconde() {
            return bevestigd / seconden;
        }

        double millis(double deel) {
            return tijden.length == 0 ? 0 : tijden[(int) Math.min(tijden.length - 1, tijden.length * deel)] / 1e6;
        }
    }

    /// Each sender offers the next as soon as it has the answer.
    Uitkomst aaneen(int zenders, int perKeer, int seconden) throws InterruptedException {
        return draai(zenders, perKeer, seconden, 0);
    }

    /// Each sender has its moments, and is timed from these, whether it could offer then or not.
    Uitkomst gestaag(int zenders, int perKeer, int seconden, double perSeconde) throws InterruptedException {
        return draai(zenders, perKeer, seconden, (long) (1e9 * zenders * perKeer / perSeconde));
    }

    private Uitkomst draai(int zenders, int perKeer, int seconden, long tussen) throws InterruptedException {
        AtomicLong geweigerd = new AtomicLong();
        List<Future<long[]>> lopend = new ArrayList<>();
        long begin = System.nanoTime();
        long eind = begin + seconden * 1_000_000_000L;
        try (ExecutorService draden = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < zenders; i++) {
                long eerste = begin + tussen * i / zenders;
                lopend.add(draden.submit(() -> zend(perKeer, eerste, eind, tussen, geweigerd)));
            }
        }
        double duur = (System.nanoTime() - begin) / 1e9;
        long[] tijden = lopend.stream()
                .map(Future::resultNow)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        return new Uitkomst((long) tijden.length * perKeer, geweigerd.get() * perKeer, duur, tijden);
    }

    private long[] zend(int perKeer, long eerste, long eind, long tussen, AtomicLong geweigerd) {
        List<Long> tijden = new ArrayList<>();
        long moment = tussen == 0 ? System.nanoTime() : eerste;
        while (moment < eind) {
            LockSupport.parkNanos(moment - System.nanoTime());
            switch (opslag.add(regels.volgende(perKeer))) {
                case Boeking.Geboekt _ -> tijden.add(System.nanoTime() - moment);
                case Boeking.Vol _ -> {
                    geweigerd.incrementAndGet();
                    LockSupport.parkNanos(UITSTEL);
                }
            }
            moment = tussen == 0 ? System.nanoTime() : moment + tussen;
        }
        return tijden.stream().mapToLong(Long::longValue).toArray();
    }
}
