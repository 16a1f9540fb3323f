// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.ddas.basis.Database;
import org.jdbi.v3.core.Jdbi;

/// Of which activities a log has lines, and when: for a register, and for who judges what may be seen. It reads only,
/// so the account of a reader will do ([Logboekrollen]). Safe for many threads.
public final class PostgresActiviteitregels {

    /// Ways of naming activities: many more than there are activities, and few enough to be asked all of them. A sender
    /// who invents names gets no further.
    private static final int NAMEN = 1_000;

    private final Jdbi jdbi;
    private final Houders houders;

    private PostgresActiviteitregels(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.houders = new Houders(jdbi);
    }

    /// Over tables that are up to date. The database stays the caller's to close.
    public static PostgresActiviteitregels open(Database database) {
        return new PostgresActiviteitregels(database.jdbi(PostgresLogregels.SCHEMA));
    }

    /// Whether this database has a log at all.
    public boolean isErEen() {
        return jdbi.withHandle(db -> db.createQuery("select to_regclass('logregel') is not null")
                .mapTo(Boolean.class)
                .one());
    }

    /// How the lines of a controller name activities, exactly as it stands there; no more than a thousand.
    public Set<String> namen(Houder houder) {
        Optional<Integer> number = houders.find(houder);
        return number.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbi.withHandle(db -> Leesslag.activities(db, number.get(), NAMEN)));
    }

    /// Whether any controller has a line of an activity that began in this time.
    ///
    /// @param noemt whether what stands in a line names the activity
    /// @param vanaf inclusive, from 1970 on
    /// @param tot exclusive
    public boolean has(Predicate<String> noemt, Instant vanaf, Instant tot) {
        Leeszicht.Venster tijd = Leeszicht.Venster.of("", vanaf, Optional.of(tot));
        return jdbi.withHandle(db -> {
            List<Integer> all =
                    db.createQuery("select id from houder").mapTo(Integer.class).list();
            return all.stream().anyMatch(houder -> Leesslag.activities(db, houder, Integer.MAX_VALUE).stream()
                    .filter(noemt)
                    .anyMatch(naam -> Leesslag.has(db, houder, naam, tijd.vanaf(), tijd.tot())));
        });
    }
}
