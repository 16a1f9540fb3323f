// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.Optional;
import nl.ddas.basis.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// What a witness remembers, in PostgreSQL. The database refuses by itself to go back.
public final class PostgresGetuigenstand implements Getuigenstand {

    /// Of one log no more is kept: who signs this much nonsense is proven long since.
    private static final int MEESTE_GEWEIGERD = 100;

    private final Jdbi jdbi;

    private PostgresGetuigenstand(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Over tables that are up to date ([PostgresBomen#open]).
    public static PostgresGetuigenstand connect(Database database) {
        return new PostgresGetuigenstand(database.jdbi(PostgresBomen.SCHEMA));
    }

    @Override
    public Optional<Kop> last(String origin) {
        return jdbi.withHandle(db -> db.createQuery("select grootte, wortel from getuigd where origin = :origin")
                .bind("origin", origin)
                .map((row, _) -> new Kop(row.getLong(1), Hash.of(row.getBytes(2))))
                .findOne());
    }

    @Override
    public boolean advance(String origin, Kop from, Kop to, SignedNote signed) {
        return jdbi.inTransaction(db -> {
            PostgresBomen.durable(db);
            return update(db, origin, from, to, signed) || (from.equals(Kop.GEEN) && insert(db, origin, to, signed));
        });
    }

    private static boolean update(Handle db, String origin, Kop from, Kop to, SignedNote signed) {
        return db.createUpdate("update getuigd set grootte = :grootte, wortel = :wortel, note = :note"
                                + " where origin = :origin and grootte = :van and wortel = :vanwortel")
                        .bind("origin", origin)
                        .bind("van", from.size())
                        .bind("vanwortel", from.root().bytes())
                        .bind("grootte", to.size())
                        .bind("wortel", to.root().bytes())
                        .bind("note", signed.tekst())
                        .execute()
                == 1;
    }

    private static boolean insert(Handle db, String origin, Kop to, SignedNote signed) {
        return db.createUpdate("insert into getuigd values (:origin, :grootte, :wortel, :note) on conflict do nothing")
                        .bind("origin", origin)
                        .bind("grootte", to.size())
                        .bind("wortel", to.root().bytes())
                        .bind("note", signed.tekst())
                        .execute()
                == 1;
    }

    @Override
    public void keepRefused(String origin, byte[] aanbod) {
        jdbi.useTransaction(db -> {
            PostgresBomen.durable(db);
            db.createUpdate("insert into geweigerd (origin, aanbod) select :origin, :aanbod"
                            + " where (select count(*) from geweigerd where origin = :origin) < :meeste")
                    .bind("origin", origin)
                    .bind("aanbod", aanbod)
                    .bind("meeste", MEESTE_GEWEIGERD)
                    .execute();
        });
    }

    /// How many requests were kept as proof against a log, of all logs together.
    public long geweigerd() {
        return jdbi.withHandle(db -> db.createQuery("select count(*) from geweigerd")
                .mapTo(Long.class)
                .one());
    }
}
