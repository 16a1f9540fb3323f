// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compiles a JSON Schema (2020-12) into a [Vorm].
///
/// Knows exactly the keywords that our schema files use. Any other stops the start, because a form check that silently
/// skips a keyword lets through what it should refuse.
final class Vormbouwer {

    private static final Set<String> UITLEG = Set.of("$schema", "$id", "$comment", "$defs", "title", "description");

    private final Map<?, ?> schema;
    private final Woordenlijst woorden;
    private final Set<String> open = new HashSet<>();

    private Vormbouwer(Map<?, ?> schema, Woordenlijst woorden) {
        this.schema = schema;
        this.woorden = woorden;
    }

    /// Compiles a whole schema.
    ///
    /// @throws IllegalArgumentException naming the keyword and its place when the schema uses what we do not know
    static Vorm bouw(Map<?, ?> schema, Woordenlijst woorden) {
        return new Vormbouwer(schema, woorden).vorm(schema, "#");
    }

    /// Collects the names of all fields that a schema mentions.
    static void verzamelNamen(Object deel, Set<String> namen) {
        if (deel instanceof Map<?, ?> object) {
            object.forEach((sleutel, waarde) -> {
                if (sleutel.equals("properties") && waarde instanceof Map<?, ?> velden) {
                    velden.keySet().forEach(naam -> namen.add(naam.toString()));
                }
                verzamelNamen(waarde, namen);
            });
        }
    }

    private Vorm vorm(Map<?, ?> deel, String plek) {
        Vormdelen delen = new Vormdelen();
        delen.slotVanWoord = new short[woorden.aantal()];
        Arrays.fill(delen.slotVanWoord, (short) -1);
        if (deel.containsKey("$ref")) {
            return verwijzing(deel, plek);
        }
        deel.forEach((sleutel, waarde) -> trefwoord(delen, sleutel.toString(), waarde, plek));
        verplicht(delen, deel, plek);
        return new Vorm(delen);
    }

    private Vorm verwijzing(Map<?, ?> deel, String plek) {
        deel.keySet().stream()
                .map(Object::toString)
                .filter(sleutel -> !sleutel.equals("$ref") && !UITLEG.contains(sleutel))
                .findFirst()
                .ifPresent(sleutel -> weiger("keyword '" + sleutel + "' beside $ref", plek));
        String doel = String.valueOf(deel.get("$ref"));
        if (!(schema.get("$defs") instanceof Map<?, ?> defs)
                || !doel.startsWith("#/$defs/")
                || !(defs.get(doel.substring("#/$defs/".length())) instanceof Map<?, ?> bedoeld)) {
            throw weigering("$ref '" + doel + "', expected #/$defs/<name>", plek);
        }
        if (!open.add(doel)) {
            throw weigering("$ref '" + doel + "' that leads back to itself", plek);
        }
        Vorm vorm = vorm(bedoeld, doel);
        open.remove(doel);
        return vorm;
    }

    private void trefwoord(Vormdelen delen, String sleutel, Object waarde, String plek) {
        switch (sleutel) {
            case "type" -> delen.typen = typen(waarde, plek);
            case "properties" -> velden(delen, object(waarde, plek), plek);
            case "required" -> lijst(waarde, plek);
            case "additionalProperties" -> delen.gesloten = !jaNee(waarde, plek);
            case "items" -> delen.elementen = vorm(object(waarde, plek), plek + "/items");
            case "enum" -> lijst(waarde, plek).forEach(keuze -> delen.keuzes.add(tekst(keuze, plek)));
            case "minItems" -> delen.minimumAantal = Math.toIntExact(getal(waarde, plek));
            case "maxItems" -> delen.maximumAantal = Math.toIntExact(getal(waarde, plek));
            case "minimum" -> delen.minimum = getal(waarde, plek);
            case "format" -> delen.formaat = formaat(tekst(waarde, plek), plek);
            default -> {
                if (!UITLEG.contains(sleutel)) {
                    weiger("keyword '" + sleutel + "'", plek);
                }
            }
        }
    }

    private void velden(Vormdelen delen, Map<?, ?> velden, String plek) {
        if (velden.size() > Long.SIZE) {
            weiger("an object of more than 64 fields", plek);
        }
        velden.forEach((naam, deel) -> {
            delen.slotVanWoord[woorden.nummer(naam.toString())] = (short) delen.namen.size();
            delen.namen.add(naam.toString());
            delen.velden.add(vorm(object(deel, plek), plek + "/properties/" + naam));
        });
    }

    private static void verplicht(Vormdelen delen, Map<?, ?> deel, String plek) {
        if (deel.get("required") instanceof List<?> namen) {
            for (Object naam : namen) {
                int slot = delen.namen.indexOf(tekst(naam, plek));
                if (slot < 0) {
                    weiger("required field '" + naam + "' that is not in properties", plek);
                }
                delen.verplicht |= 1L << slot;
            }
        }
    }

    private static int typen(Object waarde, String plek) {
        if (waarde instanceof List<?> lijst) {
            return lijst.stream().mapToInt(type -> type(type, plek)).reduce(0, (a, b) -> a | b);
        }
        return type(waarde, plek);
    }

    private static int type(Object naam, String plek) {
        return switch (tekst(naam, plek)) {
            case "object" -> Vorm.OBJECT;
            case "array" -> Vorm.LIJST;
            case "string" -> Vorm.TEKST;
            case "integer" -> Vorm.GEHEEL;
            case "number" -> Vorm.GEHEEL | Vorm.BREUK;
            case "boolean" -> Vorm.JA_NEE;
            case "null" -> Vorm.NIETS;
            default -> throw weigering("type '" + naam + "'", plek);
        };
    }

    private static Formaat formaat(String naam, String plek) {
        return switch (naam) {
            case "date" -> Formaat.DATUM;
            case "date-time" -> Formaat.DATUM_TIJD;
            case "email" -> Formaat.EMAIL;
            default -> throw weigering("format '" + naam + "'", plek);
        };
    }

    private static Map<?, ?> object(Object waarde, String plek) {
        if (waarde instanceof Map<?, ?> object) {
            return object;
        }
        throw weigering("a value that is no object", plek);
    }

    private static List<?> lijst(Object waarde, String plek) {
        if (waarde instanceof List<?> lijst) {
            return lijst;
        }
        throw weigering("a value that is no list", plek);
    }

    private static String tekst(Object waarde, String plek) {
        if (waarde instanceof String tekst) {
            return tekst;
        }
        throw weigering("a value that is no text", plek);
    }

    private static long getal(Object waarde, String plek) {
        if (waarde instanceof Long getal) {
            return getal;
        }
        throw weigering("a value that is no whole number", plek);
    }

    private static boolean jaNee(Object waarde, String plek) {
        if (waarde instanceof Boolean jaNee) {
            return jaNee;
        }
        throw weigering("a value that is not true or false", plek);
    }

    private static void weiger(String wat, String plek) {
        throw weigering(wat, plek);
    }

    private static IllegalArgumentException weigering(String wat, String plek) {
        return new IllegalArgumentException("schema: " + wat + " at " + plek + " is not known to the form check");
    }
}
