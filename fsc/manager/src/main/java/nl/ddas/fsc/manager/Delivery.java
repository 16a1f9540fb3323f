// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;

/// One row of the outbox: something that we said about a contract and that a Peer has to hear. Written in one
/// transaction with what we said.
///
/// @param attempts how often it was tried without success
/// @param next not to be tried before this moment
/// @param since when it was first to be heard
/// @param reason code and message of the last failure, untrusted text; empty when there was none
public record Delivery(
        ContentHash contract,
        PeerId target,
        Action action,
        Status status,
        int attempts,
        Instant next,
        Instant since,
        String reason) {

    /// Reason of one that waits because a try broke on our own side. The store is asked by these words: with others,
    /// older rows are not found.
    static final String BROKEN = "it broke on our side; see the log";

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 10;
    private static final Duration LONGEST_SILENCE = Duration.ofDays(1);

    /// What is said; in this order when several wait for one Peer.
    public enum Action {
        /// A contract of ours, with our accept.
        SUBMIT(SignatureType.ACCEPT),
        ACCEPT(SignatureType.ACCEPT),
        REJECT(SignatureType.REJECT),
        REVOKE(SignatureType.REVOKE);

        private final SignatureType signature;

        Action(SignatureType signature) {
            this.signature = signature;
        }

        /// The signature that goes with it.
        public SignatureType signature() {
            return signature;
        }

        /// How a signature is said that stands on a contract which the other side has.
        public static Action of(SignatureType type) {
            return switch (type) {
                case ACCEPT -> ACCEPT;
                case REJECT -> REJECT;
                case REVOKE -> REVOKE;
            };
        }
    }

    /// How it stands.
    public enum Status {
        /// To be tried, at `next`.
        PENDING,
        /// The other side has it.
        DONE,
        /// The other side refused it, or the contract ended first; only on request it is tried again.
        FAILED
    }

    /// A row that is to be tried at once.
    public static Delivery now(ContentHash contract, PeerId target, Action action, Instant now) {
        return new Delivery(contract, target, action, Status.PENDING, 0, now, now, "");
    }

    /// The other side has it.
    public Delivery done() {
        return new Delivery(contract, target, action, Status.DONE, attempts, next, since, "");
    }

    /// The other side refuses it.
    public Delivery failed(String why) {
        return new Delivery(contract, target, action, Status.FAILED, attempts + 1, next, since, why);
    }

    /// Try again: after 1 s, twice as long after each further attempt, 15 minutes at most, give or take a fifth.
    public Delivery later(String why, Instant now, RandomGenerator random) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        long millis = Math.min(pause.toMillis(), LONGEST.toMillis());
        long spread = (long) (millis * (0.8 + 0.4 * random.nextDouble()));
        return new Delivery(contract, target, action, Status.PENDING, attempts + 1, now.plusMillis(spread), since, why);
    }

    /// Try again now, whatever became of it.
    public Delivery again(Instant now) {
        return new Delivery(contract, target, action, Status.PENDING, attempts, now, since, reason);
    }

    /// Whether it is time to say once more what the other side took and does not show: at once, and then after
    /// as long again as it is since it was first to be heard, a day at most. There may be some that never keep
    /// it.
    public boolean mayBeRepeated(Instant now) {
        Duration tried = Duration.between(since, next);
        Duration silence = tried.compareTo(LONGEST_SILENCE) < 0 ? tried : LONGEST_SILENCE;
        return status == Status.DONE && !now.isBefore(next.plus(silence));
    }
}
