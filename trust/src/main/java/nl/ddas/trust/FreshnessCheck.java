// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.time.Duration;
import java.time.Instant;

/// Judges the time of signing, and whether a request is sent again.
final class FreshnessCheck {

    private FreshnessCheck() {}

    /// @param signature value of the signature
    /// @param signedAt its `iat`
    static void check(Freshness freshness, byte[] signature, Instant signedAt, Instant now) {
        if (signedAt.isAfter(now.plus(Freshness.SKEW))) {
            throw Refusal.HANDTEKENING_TIJD.because(
                    "De handtekening is volgens iat in de toekomst gezet. Kijk of de klok goed staat.");
        }
        switch (freshness) {
            case Freshness.Request(ReplayCache seen) -> {
                checkAge(signedAt, now, Freshness.Request.MAX_AGE);
                if (!seen.firstUse(signature, signedAt, now.minus(Freshness.Request.MAX_AGE))) {
                    throw Refusal.HANDTEKENING_HERHAALD.because(
                            "Deze handtekening is al eens gebruikt. Onderteken elk verzoek opnieuw, ook bij herhalen.");
                }
            }
            case Freshness.Answer(Instant notBefore, Duration maxAge) -> {
                checkAge(signedAt, now, maxAge);
                checkNotBefore(signedAt, notBefore);
            }
        }
    }

    static void checkNotBefore(Instant signedAt, Instant notBefore) {
        if (signedAt.plus(Freshness.SKEW).isBefore(notBefore)) {
            throw Refusal.HANDTEKENING_TIJD.because("De handtekening is ouder dan de inhoud van het bericht.");
        }
    }

    private static void checkAge(Instant signedAt, Instant now, Duration maxAge) {
        if (signedAt.isBefore(now.minus(maxAge))) {
            throw Refusal.HANDTEKENING_TIJD.because("De handtekening is te oud: zij geldt ten hoogste "
                    + (maxAge.toHours() > 0 ? maxAge.toHours() + " uur" : maxAge.toMinutes() + " minuten")
                    + ". Onderteken het bericht opnieuw, en kijk of de klok goed staat.");
        }
    }
}
