// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import nl.ddas.levering.toets.Vorige;
import nl.ddas.levering.verkeer.Aanleverperiode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// What is read in: at most one delivery of a supplier and period counts, the others are history.
final class Inlezingen {

    private final Jdbi jdbi;

    Inlezingen(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// A delivery that counts.
    ///
    /// @param ophaling the row it came from
    record Inlezing(long id, long ophaling, byte[] inhoud, Optional<Instant> aangeleverd, Instant ingelezen) {}

    /// The one that counts for the supplier and period of this row.
    private Optional<Inlezing> geldig(Ophaling rij) {
        return jdbi.withHandle(db -> geldig(db, rij));
    }

    /// The one that counts for the same supplier and the half-year just before that of this row.
    private Optional<Inlezing> ervoor(Ophaling rij) {
        Aanleverperiode vorige =
                Aanleverperiode.halfjaarVan(rij.periode().start().minusDays(1));
        return jdbi.withHandle(db -> geldig(db, rij.leverancier(), vorige));
    }

    /// What a delivery is compared with.
    Vorige vorige(Ophaling rij, Vergelijksleutel sleutel) {
        return new VorigeLevering(jdbi, sleutel, ervoor(rij), geldig(rij));
    }

    static Optional<Inlezing> geldig(Handle db, Ophaling rij) {
        return geldig(db, rij.leverancier(), rij.periode());
    }

    private static Optional<Inlezing> geldig(Handle db, String leverancier, Aanleverperiode periode) {
        return db.createQuery("SELECT * FROM inlezing WHERE leverancier = :naam AND periode_start = :start"
                        + " AND periode_eind = :eind AND einde IS NULL")
                .bind("naam", leverancier)
                .bind("start", periode.start())
                .bind("eind", periode.eind())
                .map((veld, context) -> new Inlezing(
                        veld.getLong("id"),
                        veld.getLong("ophaling"),
                        veld.getBytes("inhoud"),
                        Boekhouding.moment(veld, "aangeleverd"),
                        Boekhouding.moment(veld, "ingelezen").orElseThrow()))
                .findFirst();
    }

    /// Holds others back who read in for the same supplier and period, until the end of the transaction.
    static void vergrendel(Handle db, Ophaling rij) {
        db.execute("SELECT pg_advisory_xact_lock(hashtext(?))", "inlezing " + rij.leverancier() + " " + rij.periode());
    }

    /// From now on it is this row that can withdraw what was read in.
    static void neemOver(Handle db, Inlezing inlezing, Ophaling rij) {
        db.execute("UPDATE inlezing SET ophaling = ? WHERE id = ?", rij.id(), inlezing.id());
    }

    /// What counts for the supplier and period of this row counts no more; it stays as history.
    static void vervang(Handle db, Ophaling rij, OffsetDateTime nu) {
        db.execute(
                "UPDATE inlezing SET einde = ?, einde_reden = 'vervangen' WHERE leverancier = ? AND periode_start = ?"
                        + " AND periode_eind = ? AND einde IS NULL",
                nu,
                rij.leverancier(),
                rij.periode().start(),
                rij.periode().eind());
        vergeetEerdere(db);
    }

    /// Begins to read in the delivery of this row.
    ///
    /// @return its number
    static long nieuw(Handle db, Ophaling rij, OffsetDateTime nu) {
        return db.createQuery("INSERT INTO inlezing (ophaling, leverancier, periode_start, periode_eind, inhoud,"
                        + " aangeleverd, records, ingelezen, bsnmodus)"
                        + " VALUES (:rij, :naam, :start, :eind, :inhoud, :aangeleverd, 0, :nu,"
                        + " (SELECT bsnmodus FROM ophaling WHERE id = :rij)) RETURNING id")
                .bind("rij", rij.id())
                .bind("naam", rij.leverancier())
                .bind("start", rij.periode().start())
                .bind("eind", rij.periode().eind())
                .bind("inhoud", rij.uitslag().orElseThrow().inhoud())
                .bindByType(
                        "aangeleverd", rij.aangeleverd().map(Boekhouding::op).orElse(null), OffsetDateTime.class)
                .bind("nu", nu)
                .mapTo(Long.class)
                .one();
    }

    /// All records are in.
    static void gelezen(Handle db, long inlezing, long records) {
        db.execute("UPDATE inlezing SET records = ? WHERE id = ?", records, inlezing);
    }

    /// Takes what was read in from this row out of the figures; it stays as history.
    static void trekIn(Handle db, Ophaling rij, OffsetDateTime nu) {
        db.execute(
                "UPDATE inlezing SET einde = ?, einde_reden = 'ingetrokken' WHERE ophaling = ? AND einde IS NULL",
                nu,
                rij.id());
        vergeetEerdere(db);
    }

    /// No delivery is compared with one that counts no more: its open trajecten need not be kept.
    private static void vergeetEerdere(Handle db) {
        db.execute("DELETE FROM open_traject o USING inlezing i WHERE i.id = o.inlezing AND i.einde IS NOT NULL");
    }
}
