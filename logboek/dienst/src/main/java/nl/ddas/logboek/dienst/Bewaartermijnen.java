// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/// What the register says about keeping log lines (`logRetentionPeriod`, LDV-R8): of an activity, all versions
/// that say how long its lines are kept. Asked a few times a day.
public interface Bewaartermijnen {

    /// No lines are ever removed.
    Bewaartermijnen GEEN = _ -> List.of();

    /// @param activiteit `dpl.core.processing_activity_id` as it stands in the lines
    /// @return versions that do not overlap; empty when the activity is unknown or says nothing: its lines stay
    List<Bewaarregel> find(String activiteit);

    /// A version, which holds for lines of actions that began from one moment until another.
    ///
    /// @param versie for the evidence; such as the number or the address of the version
    /// @param vanaf from then on
    /// @param tot until then, not included; empty when it still holds
    /// @param termijn from the begin of the action; positive
    record Bewaarregel(String versie, Instant vanaf, Optional<Instant> tot, Period termijn) {

        /// @throws IllegalArgumentException when the term is not positive: lines would go as they come
        public Bewaarregel {
            if (termijn.isNegative() || termijn.isZero()) {
                throw new IllegalArgumentException("term of log lines: expected a positive period, got " + termijn);
            }
        }
    }
}
