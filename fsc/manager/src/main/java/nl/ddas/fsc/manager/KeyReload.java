// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.JwsAlgorithm;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.trust.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A key that we sign with, read again now and then. What cannot be used does not take the place of what can. A
/// new one can be shown to others for a while before it signs. Safe for many threads: who asks for it never
/// waits for the source.
final class KeyReload {

    private static final Logger LOG = LoggerFactory.getLogger(KeyReload.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    /// What a look at the source came to.
    enum Look {
        /// There is nothing new, or it was not yet time to look.
        SAME,
        /// There is a new key.
        RENEWED,
        /// What is there cannot be used.
        UNUSABLE
    }

    private final String name;
    private final Supplier<Identity> source;
    private final Duration lead;
    private final Clock clock;
    private volatile State state;
    private Instant read;

    /// @param before the one that signed until the newest came
    /// @param seen when the newest was first read
    /// @param failed whether the last reading gave nothing that can be used
    private record State(Identity before, Identity newest, Instant seen, boolean failed) {

        State failing(boolean now) {
            return new State(before, newest, seen, now);
        }
    }

    /// Reads it for the first time.
    ///
    /// @param name for the log and figures
    /// @param source reads files or a store; may fail with any runtime exception
    /// @param lead how long a new one is shown before it signs
    /// @throws RuntimeException what the source throws
    KeyReload(String name, Supplier<Identity> source, Duration lead, Clock clock) {
        this.name = name;
        this.source = source;
        this.lead = lead;
        this.clock = clock;
        Identity first = source.get();
        this.read = clock.instant();
        this.state = new State(first, first, read, false);
    }

    /// What it is for.
    String name() {
        return name;
    }

    /// The one to sign with.
    Identity now() {
        State now = state;
        return clock.instant().isBefore(now.seen().plus(lead)) ? now.before() : now.newest();
    }

    /// The one to show to others; it signs now or soon.
    Identity newest() {
        return state.newest();
    }

    /// Reads the source when it was left alone long enough; call it as often as you like.
    ///
    /// @param self whose certificate it must be
    synchronized Look tick(Group group, PeerId self) {
        Instant now = clock.instant();
        if (now.isBefore(read.plus(EVERY))) {
            return Look.SAME;
        }
        read = now;
        try {
            Identity fresh = source.get();
            boolean failed = !fits(fresh, group, self, now);
            if (failed) {
                LOG.error(
                        "the new key for {} is not of peer {}, not valid now, or of no use here; the old stays",
                        name,
                        self);
            }
            if (failed || fresh.chain().equals(newest().chain())) {
                state = state.failing(failed);
                return failed ? Look.UNUSABLE : Look.SAME;
            }
            LOG.info("key for {} renewed", name);
            state = new State(now(), fresh, now, false);
            return Look.RENEWED;
        } catch (RuntimeException unreadable) {
            // Whatever is wrong with a file, the manager goes on with the key that it has.
            state = state.failing(true);
            LOG.error("the key for {} could not be read again; the old stays", name, unreadable);
            return Look.UNUSABLE;
        }
    }

    private static boolean fits(Identity fresh, Group group, PeerId self, Instant now) {
        return group.peerIds().identify(fresh.leaf()).map(PeerIdentity::id).equals(Optional.of(self))
                && JwsAlgorithm.usual(fresh.leaf().getPublicKey()).isPresent()
                && !now.isBefore(fresh.leaf().getNotBefore().toInstant())
                && !now.isAfter(fresh.leaf().getNotAfter().toInstant());
    }

    /// What health tells, Dutch; empty when all is well.
    Optional<String> remark() {
        return state.failed()
                ? Optional.of("een sleutel om mee te ondertekenen kon niet opnieuw worden gelezen; zie het log")
                : Optional.empty();
    }
}
