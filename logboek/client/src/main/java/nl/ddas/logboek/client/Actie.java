// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// What is going to be done, as far as it is known beforehand.
///
/// @param naam for people; an empty one is filled
/// @param activiteit also without personal data: recommended there, and it tells a line from ordinary telemetry
/// @param betrokkenen known now; others can be added on the way
/// @param aanroep who asked, when another application did
/// @param kenmerken attributes of extensions
public record Actie(
        String naam,
        Activiteit activiteit,
        List<Betrokkene> betrokkenen,
        Optional<Aanroep> aanroep,
        Map<String, String> kenmerken) {

    public Actie {
        betrokkenen = betrokkenen.stream().filter(Objects::nonNull).toList();
        kenmerken = Map.copyOf(kenmerken);
    }

    /// An action within an activity.
    public static Actie of(String naam, Activiteit activiteit) {
        return new Actie(naam, activiteit, List.of(), Optional.empty(), Map.of());
    }

    /// About these data subjects.
    public Actie over(Betrokkene... anderen) {
        return new Actie(naam, activiteit, Arrays.asList(anderen), aanroep, kenmerken);
    }

    /// Asked for by another application.
    public Actie van(Aanroep andere) {
        return new Actie(naam, activiteit, betrokkenen, Optional.of(andere), kenmerken);
    }

    /// With an attribute of an extension.
    public Actie met(String sleutel, String waarde) {
        Map<String, String> meer = new TreeMap<>(kenmerken);
        meer.put(sleutel, waarde);
        return new Actie(naam, activiteit, betrokkenen, aanroep, meer);
    }
}
