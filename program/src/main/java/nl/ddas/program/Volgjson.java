// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.List;
import java.util.stream.IntStream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.lezen.Bezoek;
import nl.ddas.logboek.lezen.Tak;
import nl.ddas.logboek.lezen.Tracelijn;
import nl.ddas.logboek.lezen.Traceverslag;

/// A trace that was followed, as JSON (docs/nl/json.md).
final class Volgjson {

    private Volgjson() {}

    static JsonObject van(Traceverslag verslag) {
        List<JsonValue> logboeken = IntStream.range(0, verslag.bezoeken().size())
                .<JsonValue>mapToObj(i -> logboek(i + 1, verslag.bezoeken().get(i)))
                .toList();
        return JsonObject.EMPTY
                .with("trace", verslag.trace().uuid().toString())
                .with("compleet", verslag.isCompleet())
                .with("logboeken", new JsonArray(logboeken))
                .with(
                        "regels",
                        new JsonArray(verslag.takken().stream()
                                .<JsonValue>map(Volgjson::regel)
                                .toList()))
                .with("ontbreekt", JsonArray.ofTexts(Volgteksten.ontbreekt(verslag)));
    }

    private static JsonObject logboek(int nummer, Bezoek bezoek) {
        return JsonObject.EMPTY
                .with("nummer", nummer)
                .with("adres", bezoek.adres())
                .with("organisatie", bezoek.organisatie().orElse(""))
                .with("stappen", bezoek.stappen())
                .with("toestand", bezoek.toestand().name())
                .with("uitleg", bezoek.toestand().uitleg())
                .with("regels", bezoek.regels());
    }

    private static JsonObject regel(Tak tak) {
        Tracelijn regel = tak.regel();
        return JsonObject.EMPTY
                .with("diepte", tak.diepte())
                .with("logboek", tak.logboek() + 1L)
                .with("plek", tak.plek().name())
                .with("spanId", regel.spanId().hex())
                .with("parentSpanId", regel.parentSpanId().map(one -> one.hex()).orElse(""))
                .with("name", regel.name())
                .with("status", regel.status())
                .with("startTime", regel.start())
                .with("endTime", regel.eind())
                .with("attributes", regel.attributes());
    }
}
