// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.TraceId;

/// Many senders, one commit: what waits while a commit is going on goes together into the next. Each sender
/// still waits until its own lines are durable. No more waits than agreed; who comes then hears that there is
/// no room. Who offers more at once than fits, gets in piece by piece.
public final class GroepsLogregels implements Logregels {

    /// While one group is being written, the next is made ready, or the senders of the former are told. More
    /// would only wait for each other.
    private static final int SCHRIJVERS = 2;

    /// With so many lines a group begins while another is being written. Fewer wait for the end of that one, and
    /// for who comes until then: a commit costs the database as much as some thirty lines, whatever is in it.
    private static final int GENOEG = 500;

    private final Logregels opslag;
    private final int groep;
    private final Vrij vrij;
    private final List<Thread> schrijvers;
    /// Guards the four fields after it.
    private final Object deur = new Object();
    private final Queue<Wachtend> wachtend = new ArrayDeque<>();
    private int wachtendeRegels;
    private int bezig;
    private boolean isDicht;

    private record Wachtend(List<Inboeking> regels, CompletableFuture<List<Opslag>> klaar) {}

    /// @param opslag is closed with this one
    /// @param groep lines in one commit at most
    /// @param regels lines that may wait
    public GroepsLogregels(Logregels opslag, int groep, int regels) {
        this(opslag, new Wachtruimte(groep, regels, Wachtruimte.STANDAARD.bytes()));
    }

    /// @param opslag is closed with this one
    public GroepsLogregels(Logregels opslag, Wachtruimte ruimte) {
        this.opslag = opslag;
        this.groep = ruimte.groep();
        this.vrij = new Vrij(ruimte);
        this.schrijvers = IntStream.range(0, SCHRIJVERS)
                .mapToObj(i -> Thread.ofPlatform()
                        .name("logboek-schrijver-" + i)
                        .daemon()
                        .start(this::run))
                .toList();
    }

    /// Only the first piece may find no room. Once something was taken, the rest waits: a sender cannot be told
    /// which of its lines are stored.
    @Override
    public Boeking add(List<Inboeking> regels) {
        if (regels.isEmpty()) {
            return new Boeking.Geboekt(List.of());
        }
        List<Opslag> uitkomst = new ArrayList<>(regels.size());
        try {
            for (Vrij.Stuk stuk : vrij.cut(regels)) {
                if (!uitkomst.isEmpty()) {
                    vrij.take(stuk);
                } else if (!vrij.tryTake(stuk)) {
                    return new Boeking.Vol();
                }
                uitkomst.addAll(store(stuk));
            }
            return new Boeking.Geboekt(uitkomst);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while lines waited to be stored", e);
        }
    }

    /// Room was taken, and is free again afterwards.
    private List<Opslag> store(Vrij.Stuk stuk) {
        try {
            Wachtend one = new Wachtend(stuk.regels(), new CompletableFuture<>());
            offer(one);
            return one.klaar().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Onbewaarbaar poison) {
                throw poison;
            }
            throw new IllegalStateException("the lines could not be stored", failed.getCause());
        } finally {
            vrij.giveBack(stuk);
        }
    }

    private void offer(Wachtend one) {
        synchronized (deur) {
            if (isDicht) {
                throw new IllegalStateException("the store is closed");
            }
            wachtend.add(one);
            wachtendeRegels += one.regels().size();
            if (isWorthIt()) {
                deur.notify();
            }
        }
    }

    /// Whether what waits should be a group now; asked while holding `deur`.
    private boolean isWorthIt() {
        return wachtendeRegels >= Math.min(groep, GENOEG) || (bezig == 0 && wachtendeRegels > 0);
    }

    /// Lines that wait or are being stored.
    public int regelsOnderweg() {
        return vrij.regelsOnderweg();
    }

    /// Bytes of those lines.
    public int bytesOnderweg() {
        return vrij.bytesOnderweg();
    }

    private void run() {
        for (List<Wachtend> samen = next(); !samen.isEmpty(); samen = next()) {
            Runnable answers = write(samen);
            done();
            answers.run();
        }
    }

    /// Lines that cannot be stored take nobody else's along: the group is halved until they stand alone.
    ///
    /// @return tells the senders; the next group need not wait for that
    private Runnable write(List<Wachtend> samen) {
        try {
            List<Opslag> uitkomst = together(samen);
            return () -> finish(samen, uitkomst);
        } catch (Onbewaarbaar poison) {
            if (samen.size() == 1) {
                return () -> fail(samen, poison);
            }
            int half = samen.size() / 2;
            Runnable first = write(samen.subList(0, half));
            Runnable rest = write(samen.subList(half, samen.size()));
            return () -> {
                first.run();
                rest.run();
            };
        } catch (RuntimeException | Error failed) {
            return () -> fail(samen, failed);
        }
    }

    private static void fail(List<Wachtend> samen, Throwable why) {
        samen.forEach(one -> one.klaar().completeExceptionally(why));
    }

    private List<Opslag> together(List<Wachtend> samen) {
        List<Inboeking> regels =
                samen.stream().flatMap(one -> one.regels().stream()).toList();
        return switch (opslag.add(regels)) {
            case Boeking.Geboekt(List<Opslag> all) -> all;
            case Boeking.Vol _ -> throw new IllegalStateException("the store below is full");
        };
    }

    /// Whatever breaks, such as for want of memory: every sender hears something, and the writer goes on.
    private static void finish(List<Wachtend> samen, List<Opslag> uitkomst) {
        try {
            int from = 0;
            for (Wachtend one : samen) {
                int to = from + one.regels().size();
                one.klaar().complete(List.copyOf(uitkomst.subList(from, to)));
                from = to;
            }
        } catch (RuntimeException | Error broken) {
            fail(samen, broken);
        }
    }

    /// The next group, cut as late as can be.
    ///
    /// @return empty when it is over
    private List<Wachtend> next() {
        synchronized (deur) {
            try {
                while (!isWorthIt() && !isDicht) {
                    deur.wait();
                }
            } catch (InterruptedException e) {
                return List.of();
            }
            List<Wachtend> samen = new ArrayList<>();
            int regels = 0;
            while (regels < groep && !wachtend.isEmpty()) {
                Wachtend one = wachtend.remove();
                samen.add(one);
                regels += one.regels().size();
            }
            wachtendeRegels -= regels;
            bezig += samen.isEmpty() ? 0 : 1;
            return samen;
        }
    }

    private void done() {
        synchronized (deur) {
            bezig--;
            if (isWorthIt()) {
                deur.notify();
            }
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
        synchronized (deur) {
            isDicht = true;
            deur.notifyAll();
        }
        try {
            for (Thread schrijver : schrijvers) {
                schrijver.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        opslag.close();
    }
}
