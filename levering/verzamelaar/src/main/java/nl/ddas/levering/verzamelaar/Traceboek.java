// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// What lines in a log need to know of a collection: its trace, which lasts over restarts, how its check went,
/// and what counted before it.
record Traceboek(Jdbi jdbi) {

    /// The trace of this collection, as `traceparent`; empty before its first line in the log.
    String trace(Ophaling rij) {
        return jdbi.withHandle(db -> db.createQuery("SELECT trace FROM ophaling WHERE id = :id")
                .bind("id", rij.id())
                .mapTo(String.class)
                .one());
    }

    /// Keeps the trace, unless there is one already.
    void bewaarTrace(Ophaling rij, String traceparent) {
        jdbi.useHandle(
                db -> db.execute("UPDATE ophaling SET trace = ? WHERE id = ? AND trace = ''", traceparent, rij.id()));
    }

    /// OIN of who signed what was collected; empty when nothing was.
    Optional<String> ondertekenaar(Ophaling rij) {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT ondertekenaar FROM pagina WHERE ophaling = :id ORDER BY nummer LIMIT 1")
                        .bind("id", rij.id())
                        .mapTo(String.class)
                        .findFirst());
    }

    /// The row whose delivery counts now for the supplier and period of this row; empty while none does.
    Optional<Ophaling> geldend(Ophaling rij) {
        return jdbi.withHandle(
                db -> Inlezingen.geldig(db, rij).map(inlezing -> Boekhouding.lees(db, inlezing.ophaling())));
    }

    /// How many Bevindingen the check of this row gave.
    long bevindingen(Ophaling rij) {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT coalesce(sum(aantal), 0) FROM bevinding WHERE ophaling = :id")
                        .bind("id", rij.id())
                        .mapTo(Long.class)
                        .one());
    }
}
