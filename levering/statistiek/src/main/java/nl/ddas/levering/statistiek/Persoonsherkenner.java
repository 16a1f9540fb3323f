// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import nl.ddas.levering.model.Client;

/// Makes the keys of a client, so that nothing after it needs a BSN or an address.
public final class Persoonsherkenner {
    private final BsnModus modus;
    private final Pseudoniem pseudoniem;

    public Persoonsherkenner(BsnModus modus, Pseudoniem pseudoniem) {
        this.modus = modus;
        this.pseudoniem = pseudoniem;
    }

    /// The keys of one client.
    public Persoonssleutels herken(Client client) {
        Persoonskenmerken kenmerken = Persoonskenmerken.van(client);
        Sleutel bsn = kenmerken
                .bsn()
                .filter(cijfers -> modus == BsnModus.RUIM || kenmerken.bsnGeldig())
                .map(cijfers -> pseudoniem.sleutel('B', cijfers))
                .orElse(Sleutel.GEEN);
        Sleutel adres = kenmerken.heeftAdressleutel()
                ? pseudoniem.sleutel(
                        'A',
                        String.join(
                                "|",
                                kenmerken.geboortedatum().orElseThrow(),
                                kenmerken.postcode().orElseThrow(),
                                kenmerken.huisnummer().orElseThrow(),
                                kenmerken.toevoeging()))
                : Sleutel.GEEN;
        return new Persoonssleutels(bsn, adres, kenmerken.geslacht());
    }
}
