// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Clock;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;

/// Decides whether a delivery whose Verwerkingsverslag was sent may be read in; a row that may not yet comes back as
/// it was.
final class Goedkeurstap implements Stap {

    private final Boekhouding boek;
    private final Goedkeuring goedkeuring;
    private final Clock clock;

    Goedkeurstap(Boekhouding boek, Goedkeuring goedkeuring, Clock clock) {
        this.boek = boek;
        this.goedkeuring = goedkeuring;
        this.clock = clock;
    }

    @Override
    public Ophaling zet(Ophaling rij, Leverancier leverancier) {
        // Looks at the decision inside the transaction: a withdrawal may come in at this very moment.
        return boek.wijzig(rij, db -> {
            String besluit = db.createQuery("SELECT coalesce(besluit, '') FROM ophaling WHERE id = :id")
                    .bind("id", rij.id())
                    .mapTo(String.class)
                    .one();
            return switch (besluit) {
                case "ingetrokken" -> boek.naar(db, rij, Toestand.INGETROKKEN);
                case "goedgekeurd" -> boek.naar(db, rij, Toestand.GOEDGEKEURD);
                default -> magVanzelf(rij) && boek.naar(db, rij, Toestand.GOEDGEKEURD);
            };
        });
    }

    private boolean magVanzelf(Ophaling rij) {
        return switch (goedkeuring) {
            case Goedkeuring.Direct direct -> true;
            case Goedkeuring.Handmatig handmatig -> false;
            case Goedkeuring.NaTermijn(java.time.Duration termijn) ->
                !rij.verstuurd().orElseThrow().plus(termijn).isAfter(clock.instant());
        };
    }
}
