// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.levering.toegang.Beleidsregel.Geldigheid;
import nl.ddas.levering.toegang.Beleidsregel.Overeenkomst;
import nl.ddas.levering.toegang.Beleidsregel.Vrijgave;
import nl.ddas.trust.Oin;

/// Rules as they are kept with who proposed and who approved them. The names are those of the file that
/// [BeleidLezer] reads.
public final class BeleidJson {

    private BeleidJson() {}

    /// Writes what [#lees] reads.
    public static JsonObject schrijf(Beleid beleid) {
        return JsonObject.EMPTY.with(
                "regels",
                new JsonArray(beleid.regels().stream()
                        .<JsonValue>map(BeleidJson::regel)
                        .toList()));
    }

    private static JsonObject regel(Beleidsregel regel) {
        JsonObject json = JsonObject.EMPTY
                .with("naam", regel.naam())
                .with("organisatie", regel.organisatie().value())
                .with("gegeven", regel.gegeven().tekst())
                .with("overeenkomst", regel.overeenkomst().naam())
                .with("vrijgave-door", regel.vrijgave().autoriteit())
                .with("van", regel.geldigheid().van().toString())
                .with("eigenaar", regel.eigenaar());
        Map<String, Optional<LocalDate>> dagen = new LinkedHashMap<>();
        dagen.put("ondertekend", regel.overeenkomst().ondertekend());
        dagen.put("vrijgegeven", regel.vrijgave().op());
        dagen.put("tot", regel.geldigheid().tot());
        for (Map.Entry<String, Optional<LocalDate>> dag : dagen.entrySet()) {
            if (dag.getValue().isPresent()) {
                json = json.with(dag.getKey(), dag.getValue().get().toString());
            }
        }
        return json;
    }

    /// @throws IllegalArgumentException when it holds no rules, or one that misses something
    public static Beleid lees(JsonObject json) {
        List<JsonValue> regels = json.array("regels").orElseThrow(() -> onvolledig("regels"));
        return new Beleid(regels.stream()
                .map(regel -> {
                    if (regel instanceof JsonObject object) {
                        return leesRegel(object);
                    }
                    throw onvolledig("regels");
                })
                .toList());
    }

    private static Beleidsregel leesRegel(JsonObject json) {
        return new Beleidsregel(
                tekst(json, "naam"),
                new Oin(tekst(json, "organisatie")),
                Gegeven.lees(tekst(json, "gegeven")).orElseThrow(() -> onvolledig("gegeven")),
                new Overeenkomst(tekst(json, "overeenkomst"), dag(json, "ondertekend")),
                new Vrijgave(tekst(json, "vrijgave-door"), dag(json, "vrijgegeven")),
                new Geldigheid(dag(json, "van").orElseThrow(() -> onvolledig("van")), dag(json, "tot")),
                tekst(json, "eigenaar"));
    }

    private static String tekst(JsonObject json, String naam) {
        return json.text(naam).orElseThrow(() -> onvolledig(naam));
    }

    private static Optional<LocalDate> dag(JsonObject json, String naam) {
        try {
            return json.text(naam).map(LocalDate::parse);
        } catch (DateTimeException geenDag) {
            throw onvolledig(naam);
        }
    }

    private static IllegalArgumentException onvolledig(String naam) {
        return new IllegalArgumentException("Beleid: expected a fit value of " + naam + " in the rules that were kept");
    }
}
