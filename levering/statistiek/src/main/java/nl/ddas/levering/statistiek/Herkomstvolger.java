// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Ernst;
import nl.ddas.levering.toets.GeldtVoor;

/// Follows a message while it is checked: where the next traject comes from, and whether the whole is refused.
public final class Herkomstvolger {
    private Herkomst herkomst = Herkomst.ONBEKEND;
    private boolean berichtGeweigerd;

    /// The header of the message, or of a page of it.
    public void kop(Kop kop) {
        herkomst =
                new Herkomst(herkomst.organisatie(), kop.aanleverdatumEnTijd().map(moment -> moment.tijdstip()
                        .toInstant()));
    }

    /// The header of the levering that the next trajecten stand in.
    public void levering(LeveringKop kop) {
        herkomst = new Herkomst(Organisatiesleutel.van(kop.aanleverendeOrganisatie()), herkomst.aangeleverd());
    }

    /// A Bevinding about anything in the message.
    public void bevinding(Bevinding bevinding) {
        berichtGeweigerd |= bevinding.ernst() == Ernst.BLOKKEREND && bevinding.geldtVoor() == GeldtVoor.BERICHT;
    }

    /// Of the trajecten that are read now.
    public Herkomst herkomst() {
        return herkomst;
    }

    /// Whether a blocking Bevinding refuses the whole message.
    public boolean isBerichtGeweigerd() {
        return berichtGeweigerd;
    }
}
