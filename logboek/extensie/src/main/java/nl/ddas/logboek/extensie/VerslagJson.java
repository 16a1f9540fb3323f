// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// The report as JSON; the shape is promised in `docs/nl/json.md`.
public final class VerslagJson {

    private VerslagJson() {}

    /// The whole document.
    public static JsonObject of(Verslag verslag) {
        return JsonObject.EMPTY.with(
                "bestanden",
                new JsonArray(verslag.bestanden().stream()
                        .<JsonValue>map(VerslagJson::file)
                        .toList()));
    }

    private static JsonObject file(Bestandsverslag verslag) {
        return JsonObject.EMPTY
                .with("bestand", verslag.bestand())
                .with("extensie", verslag.extensie())
                .with("status", verslag.status())
                .with(
                        "bevindingen",
                        new JsonArray(verslag.bevindingen().stream()
                                .<JsonValue>map(VerslagJson::finding)
                                .toList()));
    }

    private static JsonObject finding(Bevinding bevinding) {
        String plek = bevinding.plek().tekst();
        return JsonObject.EMPTY
                .with("regel", bevinding.regel())
                .with("niveau", bevinding.niveau().tekst())
                .with("plaats", bevinding.pointer())
                .with("melding", plek.isEmpty() ? bevinding.melding() : bevinding.melding() + " (" + plek + ")");
    }
}
