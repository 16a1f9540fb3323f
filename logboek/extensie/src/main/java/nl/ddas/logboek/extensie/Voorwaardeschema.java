// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.extensie.Voorwaarde.Teken;
import nl.ddas.logboek.extensie.Voorwaarde.Term;

/// A condition as JSON Schema that is true of a line for which the condition holds.
final class Voorwaardeschema {

    private Voorwaardeschema() {}

    /// Empty when JSON Schema has no words for it: order between values, and values beside each other.
    static Optional<JsonObject> of(Voorwaarde voorwaarde) {
        return switch (voorwaarde) {
            case Voorwaarde.Aanwezig(String sleutel) -> Optional.of(present(sleutel));
            case Voorwaarde.EenVan(Term.Sleutel(String sleutel), List<Term> keuzes) -> oneOf(sleutel, keuzes);
            case Voorwaarde.Vergelijking(Term.Sleutel(String sleutel), Teken teken, Term.Woord woord)
            when teken == Teken.GELIJK -> oneOf(sleutel, List.of(woord));
            case Voorwaarde.Vergelijking(Term.Sleutel(String sleutel), Teken teken, Term.Woord woord)
            when teken == Teken.ONGELIJK ->
                oneOf(sleutel, List.of(woord)).map(gelijk -> all(List.of(present(sleutel), not(gelijk))));
            case Voorwaarde.Niet(Voorwaarde.Aanwezig(String sleutel)) -> Optional.of(not(present(sleutel)));
            case Voorwaarde.En(List<Voorwaarde> delen) -> each(delen).map(Voorwaardeschema::all);
            case Voorwaarde.Of(List<Voorwaarde> delen) ->
                each(delen).map(schemas -> JsonObject.EMPTY.with("anyOf", new JsonArray(schemas)));
            case Voorwaarde _ -> Optional.empty();
        };
    }

    static JsonObject present(String sleutel) {
        return JsonObject.EMPTY.with("required", JsonArray.ofTexts(List.of(sleutel)));
    }

    private static Optional<JsonObject> oneOf(String sleutel, List<Term> keuzes) {
        List<String> woorden = keuzes.stream()
                .filter(Term.Woord.class::isInstance)
                .map(term -> ((Term.Woord) term).woord())
                .toList();
        JsonObject een = JsonObject.EMPTY.with("enum", JsonArray.ofTexts(woorden));
        // A list matches when one of its values does, as in the condition itself.
        JsonObject eenOfIn = JsonObject.EMPTY.with(
                "anyOf",
                new JsonArray(
                        List.of(een, JsonObject.EMPTY.with("type", "array").with("contains", een))));
        return woorden.size() == keuzes.size()
                ? Optional.of(present(sleutel).with("properties", JsonObject.EMPTY.with(sleutel, eenOfIn)))
                : Optional.empty();
    }

    private static Optional<List<JsonValue>> each(List<Voorwaarde> delen) {
        List<JsonValue> schemas = new ArrayList<>();
        delen.forEach(deel -> of(deel).ifPresent(schemas::add));
        return schemas.size() == delen.size() ? Optional.of(schemas) : Optional.empty();
    }

    private static JsonObject all(List<? extends JsonValue> schemas) {
        return JsonObject.EMPTY.with("allOf", new JsonArray(List.copyOf(schemas)));
    }

    private static JsonObject not(JsonObject schema) {
        return JsonObject.EMPTY.with("not", schema);
    }
}
