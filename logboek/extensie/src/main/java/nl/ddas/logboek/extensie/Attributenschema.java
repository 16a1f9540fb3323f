// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// A JSON Schema (draft 2020-12) of the `attributes` of a log line, made of a set of definitions. Keys of other
/// extensions pass; a key of one of these extensions that its definition does not have is refused. Conditions that
/// compare two values of a line cannot be said in JSON Schema: those [Extensietoets] alone judges.
public final class Attributenschema {

    private Attributenschema() {}

    /// The schema.
    public static JsonObject of(List<Definitie> definities) {
        List<Attribuut> attributen = definities.stream()
                .flatMap(definitie -> definitie.attributen().stream())
                .filter(a -> !a.isResource())
                .toList();
        JsonObject sleutels = JsonObject.EMPTY;
        for (Attribuut a : attributen) {
            sleutels = sleutels.with(a.sleutel(), property(a));
        }
        return JsonObject.EMPTY
                .with("$schema", "https://json-schema.org/draft/2020-12/schema")
                .with(
                        "title",
                        "Sleutels van "
                                + String.join(
                                        ", ",
                                        definities.stream()
                                                .map(Definitie::roepnaam)
                                                .toList()))
                .with("type", "object")
                .with("properties", sleutels)
                .with(
                        "allOf",
                        new JsonArray(definities.stream()
                                .flatMap(Attributenschema::demands)
                                .toList()));
    }

    private static JsonObject property(Attribuut a) {
        JsonObject leeg = JsonObject.EMPTY.with("title", a.samenvatting()).with("description", a.omschrijving());
        if (!a.isLijst()) {
            return Waardevorm.add(leeg.with("type", "string"), a);
        }
        JsonObject lijst = leeg.with("type", "array");
        return a.items().equals("object")
                ? lijst
                : lijst.with("items", Waardevorm.add(JsonObject.EMPTY.with("type", "string"), a));
    }

    private static Stream<JsonValue> demands(Definitie definitie) {
        JsonObject eigenSleutel =
                JsonObject.EMPTY.with("pattern", "^" + definitie.prefix().replace(".", "\\."));
        List<String> namen =
                definitie.attributen().stream().map(Attribuut::sleutel).toList();
        JsonObject geenAndere = JsonObject.EMPTY.with(
                "propertyNames",
                when(eigenSleutel).with("then", JsonObject.EMPTY.with("enum", JsonArray.ofTexts(namen))));
        JsonObject gebruikt = JsonObject.EMPTY.with(
                "not", JsonObject.EMPTY.with("propertyNames", JsonObject.EMPTY.with("not", eigenSleutel)));
        Stream<JsonValue> verplicht =
                definitie.attributen().stream().filter(a -> !a.isResource()).flatMap(a -> demand(a, gebruikt).stream());
        return Stream.concat(Stream.of(geenAndere), verplicht);
    }

    private static Optional<JsonValue> demand(Attribuut a, JsonObject gebruikt) {
        JsonObject aanwezig = Voorwaardeschema.present(a.sleutel());
        return switch (a.vereiste()) {
            case Vereiste.Nooit() -> Optional.empty();
            case Vereiste.Altijd() -> Optional.of(aanwezig);
            case Vereiste.BinnenExtensie() -> Optional.of(when(gebruikt).with("then", aanwezig));
            case Vereiste.Als(String _, Voorwaarde als) ->
                Voorwaardeschema.of(als).map(schema -> when(schema).with("then", aanwezig));
        };
    }

    private static JsonObject when(JsonObject schema) {
        return JsonObject.EMPTY.with("if", schema);
    }
}
