// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
        Map<String, String> gezegd = new TreeMap<>();
        kenmerken.forEach((sleutel, waarde) -> {
            if (sleutel != null && waarde != null) {
                gezegd.put(sleutel, waarde);
            }
        });
        kenmerken = Collections.unmodifiableMap(gezegd);
    }

    /// An action within an activity.
    public static Actie of(String naam, Activiteit activiteit) {
        return new Actie(naam, activiteit, List.of(), Optional.empty(), Map.of());
    }

    /// About these data subjects too.
    public Actie over(Betrokkene... anderen) {
        List<Betrokkene> meer = new ArrayList<>(betrokkenen);
        meer.addAll(Arrays.asList(anderen));
        return new Actie(naam, activiteit, meer, aanroep, kenmerken);
    }

    /// Asked for by another application.
    public Actie van(Aanroep andere) {
        return new Actie(naam, activiteit, betrokkenen, Optional.of(andere), kenmerken);
    }

    /// With an attribute of an extension. Without key or value nothing happens: logging breaks no work (LDV 3.3.2.1).
    public Actie met(@Nullable String sleutel, @Nullable String waarde) {
        if (sleutel == null || waarde == null) {
            return this;
        }
        Map<String, String> meer = new TreeMap<>(kenmerken);
        meer.put(sleutel, waarde);
        return new Actie(naam, activiteit, betrokkenen, aanroep, meer);
    }
}
