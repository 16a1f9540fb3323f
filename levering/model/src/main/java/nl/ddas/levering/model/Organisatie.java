// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.List;
import java.util.Optional;

/// The organisation on whose behalf is delivered (`aanleverende_organisatie`).
///
/// @param statutaireNaam wire name `(Statutaire) Naam`
/// @param kvkNummer wire name `KvK-nummer`, as delivered
/// @param postcode as delivered
/// @param gemeentecode filled only when the organisation is a gemeente; any of the four spellings, see [Gemeentecode]
/// @param contactpersonen in the order delivered
public record Organisatie(
        Optional<String> statutaireNaam,
        Optional<String> kvkNummer,
        Optional<String> postcode,
        Optional<String> gemeentecode,
        List<Contactpersoon> contactpersonen) {

    public static final Organisatie LEEG =
            new Organisatie(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
}
