// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import nl.ddas.basis.BodyTooLarge;
import nl.ddas.basis.TimelyStream;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Invoer;
import nl.ddas.logboek.model.Invoervorm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where every body comes in, over HTTP or gRPC: read within the limits and the room there is, judged and stored.
/// Whatever may be different later is [Bescheid.Later]: senders drop what was refused in any other way.
public final class Loket {

    private static final Logger LOG = LoggerFactory.getLogger(Loket.class);
    private static final int BUFFER = 8192;
    private static final Duration LANGST = Duration.ofHours(1);
    /// A body that is not in by then gives its room back. What is silent meanwhile is noticed when its connection
    /// is given up ([LogboekServer]).
    static final Duration LEESTIJD = Duration.ofMinutes(1);

    private final Ontvangst ontvangst;
    private final Grenzen grenzen;
    private final Ruimte ruimte;
    private final Clock clock;

    /// @param grenzen of one body
    /// @param ruimte bytes of all bodies that are in memory at once; at least what one body of the largest size
    ///     needs
    public Loket(Ontvangst ontvangst, Grenzen grenzen, long ruimte, Clock clock) {
        this.ontvangst = ontvangst;
        this.grenzen = grenzen;
        this.ruimte = new Ruimte(Math.max(ruimte, Ruimte.voor(grenzen.bytes())));
        this.clock = clock;
    }

    /// A body that came.
    ///
    /// @param geduld how long its sender waits, when it says so
    record Zending(Houder houder, Invoervorm vorm, boolean isGzip, Optional<Duration> geduld) {}

    /// The limits of one body.
    Grenzen grenzen() {
        return grenzen;
    }

    /// Bytes of bodies in memory now: what a metric shows.
    public long bytesOnderweg() {
        return ruimte.gebruikt();
    }

    /// Takes one body.
    ///
    /// @throws IOException when its stream breaks
    Bescheid take(Zending zending, InputStream body) throws IOException {
        Optional<Instant> einde = zending.geduld().map(clock.instant()::plus);
        Ruimte.Deel deel = ruimte.deel(zending.houder());
        boolean isHanded = false;
        try {
            Invoer invoer = read(zending, deel, body);
            if (invoer instanceof Invoer.Gelezen gelezen && einde.isPresent()) {
                isHanded = true;
                return store(zending.houder(), gelezen, einde.get(), deel);
            }
            return switch (invoer) {
                case Invoer.Onleesbaar(Invoer.Reden reden) -> new Bescheid.Onleesbaar(reden);
                case Invoer.Gelezen gelezen -> store(zending.houder(), gelezen);
            };
        } catch (Ruimte.Vol _) {
            return new Bescheid.Later("too many lines wait already");
        } catch (TimelyStream.TooSlow _) {
            return new Bescheid.Later(
                    "the lines came in too slowly: expected all of a body within " + LEESTIJD.toSeconds() + " seconds");
        } finally {
            if (!isHanded) {
                deel.close();
            }
        }
    }

    private Invoer read(Zending zending, Ruimte.Deel deel, InputStream body) throws IOException {
        InputStream tijdig = new TimelyStream(body, clock.instant().plus(LEESTIJD), clock);
        try {
            InputStream plain = zending.isGzip() ? new GZIPInputStream(tijdig, BUFFER) : tijdig;
            return zending.vorm().read(deel.count(plain), grenzen);
        } catch (BodyTooLarge _) {
            return new Invoer.Onleesbaar(Invoer.Reden.TE_GROOT);
        } catch (ZipException | EOFException _) {
            return new Invoer.Onleesbaar(zending.isGzip() ? Invoer.Reden.COMPRESSIE : Invoer.Reden.VORM);
        }
    }

    /// The room is given back when the lines are done with, which may be after the sender went.
    private Bescheid store(Houder houder, Invoer.Gelezen gelezen, Instant einde, Ruimte.Deel deel) {
        Duration rest = Duration.between(clock.instant(), einde);
        if (!rest.isPositive()) {
            deel.close();
            return new Bescheid.TeLaat();
        }
        CompletableFuture<Bescheid> work = CompletableFuture.supplyAsync(
                () -> {
                    try (deel) {
                        return store(houder, gelezen);
                    }
                },
                Thread::startVirtualThread);
        try {
            // A sender may name a time that fits in no number; nobody waits longer than this.
            Duration patience = rest.compareTo(LANGST) < 0 ? rest : LANGST;
            return work.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return new Bescheid.TeLaat();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Bescheid.TeLaat();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("storing broke", broken);
        }
    }

    private Bescheid store(Houder houder, Invoer.Gelezen gelezen) {
        try {
            return switch (ontvangst.receive(houder, gelezen)) {
                case Ontvangst.Ontvangen.Verwerkt(var antwoord) -> new Bescheid.Bevestigd(antwoord);
                case Ontvangst.Ontvangen.Vol _ -> new Bescheid.Later("too many lines wait already");
                case Ontvangst.Ontvangen.QuarantaineVol _ ->
                    new Bescheid.Later("some lines are wrong, and there is no room left to keep them apart");
            };
        } catch (RuntimeException failed) {
            // Whatever breaks, the sender must keep its lines and come again: after another answer it drops them
            // (OTLP).
            LOG.error("lines could not be stored: {}", Oorzaak.of(failed));
            return new Bescheid.Later("the lines could not be stored now");
        }
    }
}
