// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.TraceId;

/// Many senders, one commit: what waits while a commit is going on goes together into the next. Each sender still waits
/// until its own lines are durable. No more lines wait than agreed; who comes then hears that there is no room.
public final class GroepsLogregels implements Logregels {

    private final Logregels opslag;
    private final int groep;
    private final int wachtrij;
    private final Semaphore plaats;
    private final BlockingQueue<Wachtend> wachtend = new LinkedBlockingQueue<>();
    private final Thread schrijver;
    private boolean isDicht;

    private record Wachtend(List<Inboeking> regels, CompletableFuture<List<Opslag>> klaar) {

        /// Tells the writer to stop: nobody offers nothing.
        static final Wachtend EINDE = new Wachtend(List.of(), new CompletableFuture<>());

        boolean isEinde() {
            return regels.isEmpty();
        }
    }

    /// @param opslag is closed with this one
    /// @param groep lines in one commit at most, unless one sender offers more at once
    /// @param wachtrij lines that may wait, those being stored included
    public GroepsLogregels(Logregels opslag, int groep, int wachtrij) {
        this.opslag = opslag;
        this.groep = groep;
        this.wachtrij = wachtrij;
        this.plaats = new Semaphore(wachtrij);
        this.schrijver = Thread.ofPlatform().name("logboek-schrijver").daemon().start(this::run);
    }

    @Override
    public Boeking add(List<Inboeking> regels) {
        if (regels.isEmpty()) {
            return new Boeking.Geboekt(List.of());
        }
        if (!plaats.tryAcquire(regels.size())) {
            return new Boeking.Vol();
        }
        try {
            Wachtend one = new Wachtend(regels, new CompletableFuture<>());
            offer(one);
            return new Boeking.Geboekt(one.klaar().join());
        } catch (CompletionException failed) {
            throw new IllegalStateException("the lines could not be stored", failed.getCause());
        } finally {
            plaats.release(regels.size());
        }
    }

    private void offer(Wachtend one) {
        synchronized (wachtend) {
            if (isDicht) {
                throw new IllegalStateException("the store is closed");
            }
            wachtend.add(one);
        }
    }

    /// Lines that wait or are being stored: what a metric shows.
    public int regelsOnderweg() {
        return wachtrij - plaats.availablePermits();
    }

    private void run() {
        List<Wachtend> samen = new ArrayList<>();
        while (next(samen)) {
            List<Inboeking> regels =
                    samen.stream().flatMap(one -> one.regels().stream()).toList();
            try {
                List<Opslag> uitkomst =
                        switch (opslag.add(regels)) {
                            case Boeking.Geboekt(List<Opslag> all) -> all;
                            case Boeking.Vol _ -> throw new IllegalStateException("the store below is full");
                        };
                int from = 0;
                for (Wachtend one : samen) {
                    one.klaar()
                            .complete(uitkomst.subList(from, from + one.regels().size()));
                    from += one.regels().size();
                }
            } catch (RuntimeException | Error failed) {
                samen.forEach(one -> one.klaar().completeExceptionally(failed));
            }
            samen.clear();
        }
        List<Wachtend> rest = new ArrayList<>();
        synchronized (wachtend) {
            isDicht = true;
            wachtend.drainTo(rest);
        }
        rest.forEach(one -> one.klaar().completeExceptionally(new IllegalStateException("the store is closed")));
    }

    /// The next group; waits for the first of it only.
    ///
    /// @return false when it is over
    private boolean next(List<Wachtend> into) {
        try {
            Wachtend first = wachtend.take();
            int regels = 0;
            for (Wachtend one = first; one != null; one = wachtend.poll()) {
                if (one.isEinde()) {
                    if (into.isEmpty()) {
                        return false;
                    }
                    wachtend.add(one);
                    return true;
                }
                into.add(one);
                regels += one.regels().size();
                if (regels >= groep) {
                    return true;
                }
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public List<Logregel> trace(Houder houder, TraceId traceId) {
        return opslag.trace(houder, traceId);
    }

    @Override
    public Regelpagina search(Houder houder, Zoekvraag vraag) {
        return opslag.search(houder, vraag);
    }

    /// Stores what waits, and stops.
    @Override
    public void close() {
        wachtend.add(Wachtend.EINDE);
        try {
            schrijver.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        opslag.close();
    }
}
