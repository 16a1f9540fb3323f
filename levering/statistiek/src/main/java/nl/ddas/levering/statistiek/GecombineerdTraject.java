// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.levering.model.Schuldhulptraject;

/// One traject made of one or more sources.
///
/// @param bijdragen in the order of the sources of the group
/// @param traject the merged values, without free text
/// @param velden provenance by path, such as `intake.beschikkingssoort`; empty when there is one source
/// @param gedeeldeVelden number of fields that two or more sources filled
/// @param gelijkeVelden of which they agree (dates within seven days)
/// @param identiteitsconflict whether one person was delivered with different birth dates
public record GecombineerdTraject(
        Groep groep,
        List<Bijdrage> bijdragen,
        Schuldhulptraject traject,
        Map<String, Veld<?>> velden,
        int gedeeldeVelden,
        int gelijkeVelden,
        boolean identiteitsconflict) {

    /// The paths on which the sources contradict each other (C-04).
    public List<String> tegenspraken() {
        return velden.entrySet().stream()
                .filter(veld -> veld.getValue().tegenspraak())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The last day of the latest period that a source delivered; empty when none says.
    Optional<LocalDate> peildatum() {
        return bijdragen.stream()
                .flatMap(bijdrage -> bijdrage.einddatumLevering().stream())
                .max(Comparator.naturalOrder());
    }

    /// Whether a source is kept out of the figures.
    public boolean isGeweigerd() {
        return bijdragen.stream().anyMatch(Bijdrage::geweigerd);
    }
}
