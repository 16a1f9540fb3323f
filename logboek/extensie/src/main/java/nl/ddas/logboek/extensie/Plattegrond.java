// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where each part of a definition stands in its file.
///
/// @param plekken by JSON pointer
public record Plattegrond(Map<String, Plek> plekken) {

    public Plattegrond {
        plekken = Map.copyOf(plekken);
    }

    static Plattegrond of(Knoop wortel) {
        Map<String, Plek> plekken = new HashMap<>();
        walk("", wortel, wortel.plek(), plekken);
        return new Plattegrond(plekken);
    }

    private static void walk(String pointer, Knoop knoop, Plek plek, Map<String, Plek> plekken) {
        plekken.put(pointer, plek);
        switch (knoop) {
            case Knoop.Tekst _ -> {}
            case Knoop.Lijst lijst -> {
                for (int i = 0; i < lijst.items().size(); i++) {
                    Knoop item = lijst.items().get(i);
                    walk(Wijzer.into(pointer, i), item, item.plek(), plekken);
                }
            }
            case Knoop.Kaart kaart ->
                kaart.leden()
                        .forEach((naam, lid) -> walk(Wijzer.into(pointer, naam), lid.waarde(), lid.plek(), plekken));
        }
    }

    /// The place of this part, or of the nearest part around it that is there.
    public Plek of(String pointer) {
        String kijk = pointer;
        while (!plekken.containsKey(kijk) && !kijk.isEmpty()) {
            kijk = Wijzer.above(kijk);
        }
        return Optional.ofNullable(plekken.get(kijk)).orElse(Plek.GEEN);
    }
}
