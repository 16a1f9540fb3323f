// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One traject as delivered. Reading is tolerant: what cannot be read as the schema says is empty here and stands in
/// [#afwijkingen], so that rules can still name it. Prints itself without persons.
///
/// Source: Uitwisselmodel v1.0, `schuldhulptrajecten`; only `gemeentecode` is required there.
///
/// @param gemeentecode text as delivered: four spellings or `Onbekend`, see [Gemeentecode]
/// @param totaalSchuldbedragBijAanvangSchuld whole euros at the start of the traject
/// @param client 1 or 2 when done right; all that were delivered
/// @param afwijkingen what was delivered but does not fit the model, in order of appearance
public record Schuldhulptraject(
        Optional<String> gemeentecode,
        Optional<LocalDate> startdatum,
        Optional<LocalDate> einddatum,
        Optional<LocalDate> toekenningsdatum,
        Optional<String> omschrijving,
        Optional<Long> totaalSchuldbedragBijAanvangSchuld,
        List<Client> client,
        Optional<Aanmelding> aanmelding,
        Optional<Intake> intake,
        Optional<PlanVanAanpak> planVanAanpak,
        Optional<Periode> stabilisatie,
        Optional<Schuldregeling> schuldregeling,
        Optional<Oplossing> oplossing,
        Optional<Periode> nazorg,
        Optional<Periode> informatieEnAdvies,
        List<Begeleiding> begeleiding,
        List<Periode> crisisinterventies,
        List<Moratorium> moratoria,
        List<Periode> voorlopigeVoorzieningen,
        List<Schuld> schulden,
        Optional<Uitstroom> uitstroom,
        List<Afwijking> afwijkingen) {

    /// The responsible gemeente, empty when unknown, missing or no code at all.
    public Optional<Gemeentecode> gemeente() {
        return gemeentecode.flatMap(Gemeentecode::lees);
    }

    @Override
    public String toString() {
        return "Schuldhulptraject[" + gemeentecode + ", " + startdatum + ".." + einddatum + "]";
    }
}
