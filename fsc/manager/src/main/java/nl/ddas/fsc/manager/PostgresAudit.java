// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The audit trail in PostgreSQL.
record PostgresAudit(Jdbi jdbi) implements AuditTrail {

    @Override
    public long begin(Instant at, Act act) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "INSERT INTO audit (at, who, act, subject, outcome) VALUES (?, ?, ?, ?, ?) RETURNING number")
                .bind(0, at.toEpochMilli())
                .bind(1, act.who())
                .bind(2, act.act())
                .bind(3, act.subject())
                .bind(4, BEGUN)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void end(long number, String outcome) {
        jdbi.useHandle(handle -> handle.execute("UPDATE audit SET outcome = ? WHERE number = ?", outcome, number));
    }

    @Override
    public List<Entry> list(Wanted wanted) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT number, at, who, act, subject, outcome FROM audit WHERE number < ?"
                                + " ORDER BY number DESC LIMIT ?",
                        wanted.before().orElse(Long.MAX_VALUE),
                        wanted.limit())
                .map((row, context) -> new Entry(
                        row.getLong(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        new Act(row.getString(3), row.getString(4), row.getString(5)),
                        row.getString(6)))
                .list());
    }

    @Override
    public int removeBefore(Instant moment) {
        return jdbi.withHandle(handle -> handle.execute("DELETE FROM audit WHERE at < ?", moment.toEpochMilli()));
    }
}
