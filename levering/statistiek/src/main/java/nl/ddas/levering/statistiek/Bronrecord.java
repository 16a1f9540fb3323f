// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.Schuldhulptraject;

/// One delivered traject with only what combining needs: about 200 bytes, so that a million fit in memory. Holds no
/// identifying text.
///
/// @param aangeleverd `aanleverdatumEnTijd`: the newer snapshot wins; [Instant#MIN] when not delivered
/// @param gemeentenummer 1..9999, 0 when unknown
/// @param personen the clients in the order delivered
public record Bronrecord(
        Bronplaats plaats,
        Organisatiesleutel organisatie,
        Instant aangeleverd,
        int gemeentenummer,
        Tijdvak tijdvak,
        List<Persoonssleutels> personen) {

    /// The record of a traject as it was read.
    ///
    /// @param organisatie one object for all trajecten of a levering
    public static Bronrecord van(
            Bronplaats plaats,
            Organisatiesleutel organisatie,
            Instant aangeleverd,
            Schuldhulptraject traject,
            Persoonsherkenner herkenner) {
        return new Bronrecord(
                plaats,
                organisatie,
                aangeleverd,
                traject.gemeente().map(Gemeentecode::nummer).orElse(0),
                Tijdvak.van(traject),
                traject.client().stream().map(herkenner::herken).toList());
    }

    /// The moment of delivery in a header, [Instant#MIN] when it is not there.
    public static Instant aangeleverd(Kop kop) {
        return kop.aanleverdatumEnTijd()
                .map(moment -> moment.tijdstip().toInstant())
                .orElse(Instant.MIN);
    }

    /// The responsible gemeente, empty when unknown.
    public Optional<Gemeentecode> gemeente() {
        return gemeentenummer == 0 ? Optional.empty() : Optional.of(new Gemeentecode(gemeentenummer));
    }

    /// Whether the responsible gemeente itself delivered it.
    public boolean isVanGemeenteZelf() {
        return gemeentenummer != 0 && organisatie.is(new Gemeentecode(gemeentenummer));
    }

    Bronrecord metPersonen(List<Persoonssleutels> herkend) {
        return new Bronrecord(plaats, organisatie, aangeleverd, gemeentenummer, tijdvak, herkend);
    }
}
