// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// What is read in: at most one delivery of a supplier and period counts, the others are history.
final class Inlezingen {

    private final Jdbi jdbi;

    Inlezingen(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// A delivery that counts.
    record Inlezing(long id, byte[] inhoud, Optional<Instant> aangeleverd, Instant ingelezen) {}

    /// The one that counts for the supplier and period of this row.
    Optional<Inlezing> geldig(Ophaling rij) {
        return jdbi.withHandle(db -> geldig(db, rij));
    }

    static Optional<Inlezing> geldig(Handle db, Ophaling rij) {
        return db.createQuery("SELECT * FROM inlezing WHERE leverancier = :naam AND periode_start = :start"
                        + " AND periode_eind = :eind AND einde IS NULL")
                .bind("naam", rij.leverancier())
                .bind("start", rij.periode().start())
                .bind("eind", rij.periode().eind())
                .map((veld, context) -> new Inlezing(
                        veld.getLong("id"),
                        veld.getBytes("inhoud"),
                        Boekhouding.moment(veld, "aangeleverd"),
                        Boekhouding.moment(veld, "ingelezen").orElseThrow()))
                .findFirst();
    }

    /// Takes what was read in from this row out of the figures; it stays as history.
    static void trekIn(Handle db, Ophaling rij, java.time.OffsetDateTime nu) {
        db.execute(
                "UPDATE inlezing SET einde = ?, einde_reden = 'ingetrokken' WHERE ophaling = ? AND einde IS NULL",
                nu,
                rij.id());
    }
}
