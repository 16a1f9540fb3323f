// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// Partitions for the days around today, made when the first line of a day comes.
final class Dagen {

    private static final int TERUG = 31;
    private static final int VOORUIT = 1;
    /// Of ours alone: makers of partitions wait for each other.
    private static final long SLOT = 0x6c6f67626f656bL;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Set<LocalDate> bekend = ConcurrentHashMap.newKeySet();

    Dagen(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// Sees to it that the near ones among these days have a partition.
    void prepare(Collection<Inboeking.Sleutel> sleutels) {
        LocalDate today = Inboeking.dag(clock.instant());
        for (Inboeking.Sleutel sleutel : sleutels) {
            LocalDate dag = sleutel.dag();
            boolean isNear = !dag.isBefore(today.minusDays(TERUG)) && !dag.isAfter(today.plusDays(VOORUIT));
            if (isNear && !bekend.contains(dag)) {
                make(dag);
                bekend.add(dag);
            }
        }
    }

    private void make(LocalDate dag) {
        String table = "logregel_" + dag.format(DateTimeFormatter.BASIC_ISO_DATE);
        try {
            jdbi.useTransaction(db -> {
                db.createQuery("select 1 from pg_advisory_xact_lock(:slot)")
                        .bind("slot", SLOT)
                        .mapTo(Integer.class)
                        .one();
                db.execute("create table if not exists " + table + " partition of logregel for values from ('" + dag
                        + "') to ('" + dag.plusDays(1) + "')");
            });
        } catch (UnableToExecuteStatementException refused) {
            // Lines of this day lie in the last partition already, from a clock that was far ahead: they stay there.
            if (!(refused.getCause() instanceof PSQLException cause)
                    || !PSQLState.CHECK_VIOLATION.getState().equals(cause.getSQLState())) {
                throw refused;
            }
        }
    }
}
