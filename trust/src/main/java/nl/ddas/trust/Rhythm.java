// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.time.Duration;
import java.time.Instant;

/// How soon an issuer is asked again for what it says of revocation, in a list or in an answer.
public final class Rhythm {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(4);

    private Rhythm() {}

    /// After it came: half of what is left of it, at least a minute and at most four hours.
    public static Duration afterSuccess(Instant now, Instant end) {
        Duration half = Duration.between(now, end).dividedBy(2);
        if (half.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return half.compareTo(LONGEST) > 0 ? LONGEST : half;
    }

    /// After it did not come.
    ///
    /// @param isCovered whether the one before is still in force
    public static Duration afterFailure(boolean isCovered) {
        return isCovered ? AGAIN : SHORTEST;
    }
}
