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

    /// Takes what was read in from this row out of the figures; it stays as history.
    static void trekIn(Handle db, Ophaling rij, OffsetDateTime nu) {
        db.execute(
                "UPDATE inlezing SET einde = ?, einde_reden = 'ingetrokken' WHERE ophaling = ? AND einde IS NULL",
                nu,
                rij.id());
        vergeetEerdere(db);
    }

    /// No delivery is compared with one that counts no more: its open trajecten need not be kept.
    static void vergeetEerdere(Handle db) {
        db.execute("DELETE FROM open_traject o USING inlezing i WHERE i.id = o.inlezing AND i.einde IS NOT NULL");
    }
}
