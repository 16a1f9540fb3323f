// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.ddas.levering.verkeer.Besluit;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides whether a delivery whose Verwerkingsverslag was sent may be read in; a row that may not yet comes back as
/// it was. Who must approve and does not in time has to deliver anew.
final class Goedkeurstap implements Stap {

    private static final Logger LOG = LoggerFactory.getLogger(Goedkeurstap.class);

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
        Ophaling nieuw = boek.wijzig(rij, db -> {
            Optional<Toestand> naar =
                    Besluiten.genomen(db, rij).map(Goedkeurstap::na).or(() -> zonderBesluit(rij));
            return naar.filter(toestand -> boek.naar(db, rij, toestand)).isPresent();
        });
        if (nieuw.toestand() == Toestand.VERVALLEN) {
            LOG.warn(
                    "the delivery of {} over {} expired: nobody approved it in time", rij.leverancier(), rij.periode());
        }
        return nieuw;
    }

    private static Toestand na(Besluit besluit) {
        return switch (besluit) {
            case INGETROKKEN -> Toestand.INGETROKKEN;
            case GOEDGEKEURD -> Toestand.GOEDGEKEURD;
        };
    }

    /// What becomes of it now when the supplier says nothing; empty when it still waits.
    private Optional<Toestand> zonderBesluit(Ophaling rij) {
        return switch (goedkeuring) {
            case Goedkeuring.Direct direct -> Optional.of(Toestand.GOEDGEKEURD);
            case Goedkeuring.NaTermijn(Duration termijn) ->
                isVoorbij(rij, termijn) ? Optional.of(Toestand.GOEDGEKEURD) : Optional.empty();
            case Goedkeuring.Handmatig(Duration termijn) ->
                isVoorbij(rij, termijn) ? Optional.of(Toestand.VERVALLEN) : Optional.empty();
        };
    }

    private boolean isVoorbij(Ophaling rij, Duration termijn) {
        return !rij.verstuurd().orElseThrow().plus(termijn).isAfter(clock.instant());
    }
}
