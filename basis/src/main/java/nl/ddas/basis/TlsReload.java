// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps running servers and clients on the key, chain, anchors and revocation lists of now.
///
/// The source is read again by [#tick], when enough time has passed, or by [#reload], on command. What it gives
/// is compared with what is in use, and only a difference is passed on. When the source fails, or gives what
/// cannot be used, everything stays as it was: revocation lists then end by themselves, and after that nobody
/// is let in. Each time, also when nothing is new, the ends look at their open connections: those do not
/// outlive the certificate of the other side, nor the lists. Safe for many threads: while the source is being read,
/// which may take long, others can see what is in use.
public final class TlsReload {

    private static final Logger LOG = LoggerFactory.getLogger(TlsReload.class);

    /// What a reload came to.
    public sealed interface Outcome {
        /// The source gives what is in use already.
        record Same() implements Outcome {}

        /// All ends use what the source gives now.
        record Renewed() implements Outcome {}

        /// What was in use still is.
        ///
        /// @param why English, for the log
        record Failed(String why) implements Outcome {}
    }

    private final Supplier<Tls> source;
    private final Clock clock;
    private final Duration every;
    private final List<TlsEnd> ends = new CopyOnWriteArrayList<>();
    private volatile State state;
    private Instant read;

    /// @param current what is in use
    /// @param last what the last reading came to
    private record State(Tls current, Outcome last) {}

    /// Reads the source for the first time.
    ///
    /// @param source reads files or a store; may fail with any runtime exception
    /// @param every how long [#tick] leaves the source alone
    /// @throws RuntimeException what the source throws
    public TlsReload(Supplier<Tls> source, Clock clock, Duration every) {
        this.source = source;
        this.clock = clock;
        this.every = every;
        this.read = clock.instant();
        this.state = new State(source.get(), new Outcome.Same());
    }

    /// What is in use: start an end with it, then [#attach] that end.
    public Tls now() {
        return state.current();
    }

    /// What the last reading came to, for health.
    public Outcome last() {
        return state.last();
    }

    /// What health should tell the operator about the key material, Dutch; empty when all is well. Reasons are
    /// in the log.
    public Optional<String> remark() {
        State seen = state;
        Optional<String> unchecked = seen.current().revocation() instanceof Revocation.Unchecked
                ? Optional.of("van certificaten wordt niet nagegaan of ze zijn ingetrokken")
                : Optional.empty();
        return seen.last() instanceof Outcome.Failed
                ? Optional.of("de certificaten konden niet opnieuw worden gelezen; zie het log")
                : unchecked;
    }

    /// From now on this end follows. It is brought to what is in use at once.
    public synchronized void attach(TlsEnd end) {
        end.renew(now());
        ends.add(end);
    }

    /// This end follows no more; call it before closing the end.
    public void detach(TlsEnd end) {
        ends.remove(end);
    }

    /// Reads the source when it was left alone long enough; call it as often as you like.
    ///
    /// @return empty when it was not yet time
    public synchronized Optional<Outcome> tick() {
        return clock.instant().isBefore(read.plus(every)) ? Optional.empty() : Optional.of(reload());
    }

    /// Reads the source now.
    public synchronized Outcome reload() {
        read = clock.instant();
        state = renew();
        return last();
    }

    // Whatever goes wrong with a source, the ends must go on: hence every runtime exception.
    private State renew() {
        try {
            Tls fresh = source.get();
            if (fresh.equals(now()) && !(last() instanceof Outcome.Failed)) {
                closeUntrusted();
                return new State(now(), new Outcome.Same());
            }
            ends.forEach(end -> end.renew(fresh));
            LOG.info("key material renewed: {}", fresh);
            return new State(fresh, new Outcome.Renewed());
        } catch (RuntimeException failed) {
            LOG.error("key material not renewed, the old stays in use", failed);
            closeUntrusted();
            return new State(now(), new Outcome.Failed(String.valueOf(failed.getMessage())));
        }
    }

    private void closeUntrusted() {
        for (TlsEnd end : ends) {
            try {
                end.closeUntrusted(now());
            } catch (RuntimeException failed) {
                LOG.error("the open connections of one end could not be looked at", failed);
            }
        }
    }
}
