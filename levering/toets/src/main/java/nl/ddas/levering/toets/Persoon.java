// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.Optional;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Schuldhulptraject;

/// A client within a traject, for the rules about clients. Prints itself masked.
///
/// @param index from 0
record Persoon(Client client, int index, Schuldhulptraject traject) {

    /// The text of a field, also when it came as a number; empty text when absent.
    String tekst(Optional<String> veld, String naam) {
        return veld.isPresent() || traject.afwijkingen().isEmpty()
                ? veld.orElse("")
                : Afwijkingen.tekst(veld, traject, "/client/" + index + "/" + naam);
    }

    String bsn() {
        return client.burgerservicenummer().isPresent()
                ? client.burgerservicenummer().get().waarde()
                : tekst(Optional.empty(), "Burgerservicenummer");
    }

    String geboortedatum() {
        return tekst(client.geboortedatum(), "Geboortedatum");
    }

    String geslacht() {
        return tekst(client.geslachtsaanduiding(), "Geslachtsaanduiding");
    }

    String postcode() {
        return tekst(client.postcode(), "Postcode");
    }

    String huisnummer() {
        return tekst(client.huisnummer(), "Huisnummer");
    }

    @Override
    public String toString() {
        return "Persoon[***]";
    }
}
