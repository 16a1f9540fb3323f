// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;

/// The example lines of a definition.
final class Voorbeeldregels {

    private Voorbeeldregels() {}

    /// @param pointer where the line stands
    record Voorbeeld(String pointer, JsonObject regel) {

        JsonObject attributes() {
            return regel.object("attributes").orElse(JsonObject.EMPTY);
        }

        Stream<String> sleutels() {
            return attributes().members().keySet().stream();
        }
    }

    static Stream<Voorbeeld> of(Definitie definitie) {
        return definitie.document().scenarios().stream().flatMap(scenario -> IntStream.range(
                        0, scenario.regels().size())
                .mapToObj(i -> new Voorbeeld(
                        Kernregels.pointer(scenario, i), scenario.regels().get(i))));
    }
}
