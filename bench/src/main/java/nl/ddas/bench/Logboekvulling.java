// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Many more lines, made in the database itself out of those that the store wrote, with ids and subjects of their
/// own: what indexes and disk see of tens of millions, without the hour it takes to offer them. Nobody reads these
/// lines; they are what a reader has to get past.
final class Logboekvulling {

    private static final int MONSTER = 1_000;
    private static final int DAGEN = 8;

    private static final List<String> WEG = List.of(
            "alter table logregel drop constraint logregel_pkey",
            "drop index logregel_betrokkene, logregel_activiteit, logregel_vreemd, logregel_leeg");

    /// As the tables of the log have them: made afterwards, each takes a minute instead of half an hour.
    private static final List<String> TERUG = List.of(
            "alter table logregel add constraint logregel_pkey primary key (houder, trace_id, span_id, dag)",
            "create index logregel_betrokkene on logregel (houder, betrokkene, start_nanos) where betrokkene is not null",
            "create index logregel_activiteit on logregel (houder, activiteit, start_nanos) where activiteit is not null",
            "create index logregel_vreemd on logregel (houder, vreemde_trace) where vreemde_trace is not null",
            "create index logregel_leeg on logregel (houder, start_nanos) where vorm is null");

    private static final String VUL =
            "insert into logregel (dag, houder, trace_id, span_id, start_nanos, nummer, activiteit,"
                    + " betrokkene, vreemde_trace, zout, vorm) select current_date - :dag::int, houder, gen_random_uuid(),"
                    + " (random() * 9e18)::bigint, start_nanos - :dag * 86400000000000, 1000000000 + keer, activiteit,"
                    + " uuid_send(gen_random_uuid()), null, zout, vorm"
                    + " from (select * from logregel limit " + MONSTER
                    + ") as monster cross join generate_series(1, :keren) as keer";

    private Logboekvulling() {}

    /// Adds lines of the same controller, spread over the days that have a partition.
    ///
    /// @param aantal at least so many, rounded up to a thousand a day
    static void vul(Jdbi jdbi, long aantal) {
        long keren = Math.ceilDiv(aantal, (long) DAGEN * MONSTER);
        jdbi.useHandle(db -> {
            WEG.forEach(db::execute);
            for (int dag = 0; dag < DAGEN; dag++) {
                vul(db, dag, keren);
            }
            db.execute("set maintenance_work_mem = '1GB'");
            TERUG.forEach(db::execute);
            db.execute("vacuum (analyze) logregel");
        });
    }

    private static void vul(Handle db, int dag, long keren) {
        db.createUpdate(VUL).bind("dag", dag).bind("keren", keren).execute();
    }
}
