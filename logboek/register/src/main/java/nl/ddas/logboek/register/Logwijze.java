// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/// What the register says about the lines of an activity: own additions to the draft API (LDV-R7, LDV-R8, LDV-R11).
///
/// @param detailLevel how much a line may tell (LDV chapter 4): 1 reference to the register, 2 categories, 3 values
/// @param motivation why data subjects are not named, Dutch; empty when they are
/// @param dpia the assessment on which that stands
/// @param confidential whether who asks must have the right to see lines of this activity at all
/// @param confidentialUntil when that ends; in a later version: when it has ended for earlier lines too
/// @param logRetentionPeriod how long lines are kept; the data has a term of its own, in [Persoonsgegevens]
public record Logwijze(
        int detailLevel,
        SubjectLogging subjectLogging,
        String motivation,
        Optional<URI> dpia,
        boolean confidential,
        Optional<Instant> confidentialUntil,
        Optional<Period> logRetentionPeriod) {}
