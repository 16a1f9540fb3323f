// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Partitions for the days around today, made before the first line of a day comes and never while one waits:
/// lines of a day without a partition go into the last.
final class Dagen {

    private static final Logger LOG = LoggerFactory.getLogger(Dagen.class);
    private static final int TERUG = 7;
    private static final int VOORUIT = 2;
    /// How often to look.
    static final Duration UUR = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Set<LocalDate> bekend = ConcurrentHashMap.newKeySet();

    Dagen(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// What does not succeed is tried again the next time: there are two days for it.
    ///
    /// @throws IllegalStateException when a partition could not be made, after the others were
    void prepare() {
        LocalDate today = Inboeking.dag(clock.instant());
        List<LocalDate> lacking = today.minusDays(TERUG)
                .datesUntil(today.plusDays(VOORUIT + 1L))
                .filter(dag -> !bekend.contains(dag))
                .toList();
        lacking.forEach(this::make);
        if (!bekend.containsAll(lacking)) {
            throw new IllegalStateException("expected partitions for " + lacking + ", some could not be made");
        }
    }

    private void make(LocalDate dag) {
        try {
            jdbi.useHandle(db -> db.createQuery("select 1 from (select maak_dag(:dag)) as gedaan")
                    .bind("dag", dag)
                    .mapTo(Integer.class)
                    .one());
            bekend.add(dag);
        } catch (JdbiException refused) {
            // Lines of this day lie in the last partition already, from a clock that was far ahead: they stay there.
            if (refused.getCause() instanceof PSQLException cause
                    && PSQLState.CHECK_VIOLATION.getState().equals(cause.getSQLState())) {
                bekend.add(dag);
            } else {
                LOG.warn(
                        "The partition for {} could not be made; its lines go into the last one until then: {}",
                        dag,
                        Oorzaak.of(refused));
            }
        }
    }
}
