// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Removes evidence of finished deliveries that is older than the retention.
final class Opruiming {

    private static final int PER_KEER = 1_000;

    private final Jdbi jdbi;
    private final Bewijs bewijs;
    private final Duration bewaartermijn;
    private final Clock clock;

    Opruiming(Jdbi jdbi, Bewijs bewijs, Duration bewaartermijn, Clock clock) {
        this.jdbi = jdbi;
        this.bewijs = bewijs;
        this.bewaartermijn = bewaartermijn;
        this.clock = clock;
    }

    /// Does some; the file goes before its row, so that a killed run forgets none.
    ///
    /// @throws IOException when the evidence folder cannot be changed
    void ruimOp() throws IOException {
        List<String> bestanden = jdbi.withHandle(db -> db.createQuery("SELECT b.bestand FROM bewijs b"
                        + " JOIN ophaling o ON o.id = b.ophaling WHERE b.gemaakt < :grens AND o.toestand IN"
                        + " ('INGELEZEN', 'ACHTERHAALD', 'AFGEKEURD', 'INGETROKKEN') LIMIT " + PER_KEER)
                .bind("grens", Boekhouding.op(clock.instant().minus(bewaartermijn)))
                .mapTo(String.class)
                .list());
        for (String bestand : bestanden) {
            bewijs.verwijder(bestand);
            jdbi.useHandle(db -> db.execute("DELETE FROM bewijs WHERE bestand = ?", bestand));
        }
    }
}
