// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Schuldhulptraject;

/// One delivered traject with only what combining needs: about 200 bytes, so that a million fit in memory. Holds no
/// identifying text.
///
/// @param gemeentenummer 1..9999, 0 when unknown
/// @param personen the clients in the order delivered
public record Bronrecord(
        Bronplaats plaats, Herkomst herkomst, int gemeentenummer, Looptijd looptijd, List<Persoonssleutels> personen) {

    /// The record of a traject as it was read.
    ///
    /// @param herkomst one object for all trajecten of a levering
    public static Bronrecord van(
            Bronplaats plaats, Herkomst herkomst, Schuldhulptraject traject, Persoonsherkenner herkenner) {
        return new Bronrecord(
                plaats,
                herkomst,
                traject.gemeente().map(Gemeentecode::nummer).orElse(0),
                Looptijd.van(traject),
                traject.client().stream().map(herkenner::herken).toList());
    }

    /// Who delivered it.
    public Organisatiesleutel organisatie() {
        return herkomst.organisatie();
    }

    /// The responsible gemeente, empty when unknown.
    public Optional<Gemeentecode> gemeente() {
        return gemeentenummer == 0 ? Optional.empty() : Optional.of(new Gemeentecode(gemeentenummer));
    }

    /// Whether the responsible gemeente itself delivered it.
    public boolean isVanGemeenteZelf() {
        return gemeentenummer != 0 && organisatie().is(new Gemeentecode(gemeentenummer));
    }

    Bronrecord metPersonen(List<Persoonssleutels> herkend) {
        return new Bronrecord(plaats, herkomst, gemeentenummer, looptijd, herkend);
    }
}
