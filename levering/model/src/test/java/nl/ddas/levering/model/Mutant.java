// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonFactory;

/// Makes small random changes in a JSON document.
final class Mutant {

    private static final List<String> WAARDEN = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.0",
            "1e2",
            "1.5",
            "12345678901234567890",
            "\"\"",
            "\"tekst\"",
            "\"2025-02-30\"",
            "\"2025-02-28\"",
            "{}",
            "[]",
            "[{}]",
            "[{},{},{}]",
            "[1]",
            "{\"x\":1}",
            "\"Zorg\"",
            "\"Overig\"",
            "\"0%-aanbod\"",
            "\"Zelf\"",
            "\"afgerond\"",
            "-0.0",
            "100e-2");
    private static final List<String> NAMEN = List.of(
            "x",
            "gemeentecode",
            "Naam",
            "naam",
            "startdatum",
            "leveringen",
            "teller",
            "$schema",
            "a~b",
            "c/d",
            "ë",
            "schulden",
            "client",
            "soort",
            "datumBeeindigingsbeschikking",
            "leefsituatie");

    private Mutant() {}

    static Object boom(byte[] json) {
        try (JsonParser lezer = new JsonFactory().createParser(tools.jackson.core.ObjectReadContext.empty(), json)) {
            lezer.nextToken();
            return JsonBoom.lees(lezer);
        }
    }

    /// A copy with one to three changes.
    static Object van(Object bron, RandomGenerator toeval) {
        Object kopie = kopie(bron);
        int aantal = 1 + toeval.nextInt(3);
        for (int i = 0; i < aantal; i++) {
            List<Object> houders = new ArrayList<>();
            verzamel(kopie, houders);
            verander(houders.get(toeval.nextInt(houders.size())), toeval);
        }
        return kopie;
    }

    @SuppressWarnings("unchecked")
    private static void verander(Object houder, RandomGenerator toeval) {
        Ruw nieuw = new Ruw(WAARDEN.get(toeval.nextInt(WAARDEN.size())));
        int soort = toeval.nextInt(6);
        if (houder instanceof Map<?, ?> object) {
            Map<String, Object> velden = (Map<String, Object>) object;
            List<String> namen = List.copyOf(velden.keySet());
            if (soort == 0 || namen.isEmpty()) {
                velden.putIfAbsent(NAMEN.get(toeval.nextInt(NAMEN.size())), nieuw);
            } else if (soort < 3) {
                velden.remove(namen.get(toeval.nextInt(namen.size())));
            } else {
                velden.put(namen.get(toeval.nextInt(namen.size())), nieuw);
            }
        } else if (houder instanceof List<?> lijst) {
            List<Object> elementen = (List<Object>) lijst;
            if (soort < 2 && !elementen.isEmpty()) {
                elementen.remove(toeval.nextInt(elementen.size()));
            } else if (soort < 4 && !elementen.isEmpty()) {
                elementen.add(kopie(elementen.getFirst()));
            } else {
                elementen.add(nieuw);
            }
        }
    }

    private static void verzamel(Object deel, List<Object> houders) {
        if (deel instanceof Map<?, ?> object) {
            houders.add(object);
            object.values().forEach(waarde -> verzamel(waarde, houders));
        } else if (deel instanceof List<?> lijst) {
            houders.add(lijst);
            lijst.forEach(waarde -> verzamel(waarde, houders));
        }
    }

    private static Object kopie(Object deel) {
        if (deel instanceof Map<?, ?> object) {
            Map<String, Object> nieuw = new LinkedHashMap<>();
            object.forEach((naam, waarde) -> nieuw.put(naam.toString(), kopie(waarde)));
            return nieuw;
        }
        if (deel instanceof List<?> lijst) {
            List<Object> nieuw = new ArrayList<>();
            lijst.forEach(waarde -> nieuw.add(kopie(waarde)));
            return nieuw;
        }
        return deel;
    }

    static String json(Object deel) {
        StringBuilder json = new StringBuilder();
        schrijf(deel, json);
        return json.toString();
    }

    private static void schrijf(Object deel, StringBuilder json) {
        switch (deel) {
            case Map<?, ?> object -> {
                json.append('{');
                object.forEach((naam, waarde) -> {
                    json.append(json.charAt(json.length() - 1) == '{' ? "" : ",");
                    json.append('"').append(naam).append("\":");
                    schrijf(waarde, json);
                });
                json.append('}');
            }
            case List<?> lijst -> {
                json.append('[');
                lijst.forEach(waarde -> {
                    json.append(json.charAt(json.length() - 1) == '[' ? "" : ",");
                    schrijf(waarde, json);
                });
                json.append(']');
            }
            case String tekst ->
                json.append('"')
                        .append(tekst.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n"))
                        .append('"');
            default -> json.append(deel);
        }
    }

    /// JSON as it must appear.
    record Ruw(String json) {
        @Override
        public String toString() {
            return json;
        }
    }
}
