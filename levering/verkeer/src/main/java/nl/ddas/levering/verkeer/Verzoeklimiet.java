// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps any one caller from asking too often: a bucket of tokens for each, filled at a steady pace. Knows the
/// thousand callers that came last. Safe for many threads.
public final class Verzoeklimiet {

    private static final int MEESTE_AFZENDERS = 1000;

    private record Emmer(double inhoud, Instant gevuldOp) {}

    private final int perMinuut;
    private final Clock clock;
    private final Map<String, Emmer> emmers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Emmer> oudste) {
            return size() > MEESTE_AFZENDERS;
        }
    };

    /// @param perMinuut how many requests a minute, and how many at once after a silence; 1 or more
    public Verzoeklimiet(int perMinuut, Clock clock) {
        this.perMinuut = perMinuut;
        this.clock = clock;
    }

    /// Takes one token.
    ///
    /// @param afzender who calls: an OIN, or one word for all who cannot be told apart
    /// @return zero when the request may go on, else how long until it may
    public synchronized Duration neem(String afzender) {
        Instant nu = clock.instant();
        Emmer emmer = emmers.getOrDefault(afzender, new Emmer(perMinuut, nu));
        double seconden = Math.max(0, Duration.between(emmer.gevuldOp(), nu).toMillis() / 1000.0);
        double inhoud = Math.min(perMinuut, emmer.inhoud() + seconden * perMinuut / 60);
        boolean mag = inhoud >= 1;
        emmers.put(afzender, new Emmer(mag ? inhoud - 1 : inhoud, nu));
        return mag ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((1 - inhoud) * 60_000 / perMinuut));
    }
}
