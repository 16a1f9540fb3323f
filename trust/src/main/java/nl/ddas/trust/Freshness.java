// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.time.Duration;
import java.time.Instant;

/// How old a signature may be.
public sealed interface Freshness {

    /// How far the clock of the other may be ahead, and the slack on a lower bound.
    Duration SKEW = Duration.ofMinutes(1);

    /// A request: signed at most five minutes ago, at most one minute ahead, and used once.
    ///
    /// @param seen signatures used before; shared by all verifiers of one address
    record Request(ReplayCache seen) implements Freshness {
        static final Duration MAX_AGE = Duration.ofMinutes(5);

        /// Remembers a hundred thousand signatures.
        public Request() {
            this(new ReplayCache(100_000));
        }
    }

    /// An answer: it may have been signed when its page was made, and the same answer twice is the same page.
    ///
    /// @param notBefore when its content was made; one minute of slack is given. When that is known only from
    ///     the body, take [Instant#EPOCH] and ask [PayloadVerifier.Verdict#notSignedBefore] afterwards
    /// @param maxAge how old the signature may be
    record Answer(Instant notBefore, Duration maxAge) implements Freshness {

        /// A page made beforehand once a day, and two hours.
        public static final Duration MAX_AGE = Duration.ofHours(26);

        /// No lower bound but the age of 26 hours.
        public Answer() {
            this(Instant.EPOCH, MAX_AGE);
        }
    }
}
