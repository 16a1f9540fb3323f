// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonBool;
import nl.ddas.basis.JsonValue.JsonNull;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.basis.Nearest;

/// Takes one object of a document apart by name. What is not there is empty; what is of another kind than asked is a
/// fault and reads as empty; what nobody asked for is a fault at [#end].
final class Kaart {

    /// A name that the form does not have.
    static final String ONBEKEND = "REG-2";
    /// A list where a text should stand, and the like.
    static final String SOORT = "REG-3";

    private static final int LANGST = 60;

    private final JsonObject json;
    private final String pointer;
    private final Fouten fouten;
    private final Set<String> gevraagd = new LinkedHashSet<>();

    Kaart(JsonObject json, String pointer, Fouten fouten) {
        this.json = json;
        this.pointer = pointer;
        this.fouten = fouten;
    }

    private Optional<JsonValue> get(String naam) {
        gevraagd.add(naam);
        return json.get(naam).filter(value -> !(value instanceof JsonNull));
    }

    /// A text; empty when it is not there.
    String text(String naam) {
        return get(naam)
                .flatMap(value -> value instanceof JsonText(String text)
                        ? Optional.of(text.strip())
                        : other(naam, value, "een tekst"))
                .orElse("");
    }

    /// What a text means; a text that means nothing is a fault.
    ///
    /// @param lezer empty for a text that means nothing
    /// @param verwacht Dutch, what was wanted
    <T> Optional<T> value(String naam, String verwacht, Function<String, Optional<T>> lezer) {
        String text = text(naam);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> read = lezer.apply(text);
        if (read.isEmpty()) {
            add(SOORT, naam, "Verwacht is " + verwacht + ", en er staat " + quoted(text) + ".");
        }
        return read;
    }

    /// What each text of a list means.
    <T> List<T> values(String naam, String verwacht, Function<String, Optional<T>> lezer) {
        List<T> values = new ArrayList<>();
        List<JsonValue> items = items(naam);
        for (int i = 0; i < items.size(); i++) {
            Optional<T> read = items.get(i) instanceof JsonText(String text) ? lezer.apply(text) : Optional.empty();
            if (read.isEmpty()) {
                String came = items.get(i) instanceof JsonText(String text) ? quoted(text) : kind(items.get(i));
                fouten.add(SOORT, at(naam) + "/" + i, "Verwacht is " + verwacht + ", en er staat " + came + ".");
            }
            read.ifPresent(values::add);
        }
        return values;
    }

    List<String> texts(String naam) {
        return values(naam, "een tekst", Optional::of);
    }

    /// A whole number.
    int whole(String naam, int anders) {
        return get(naam)
                .flatMap(value -> value instanceof JsonNumber number
                        ? number.whole().map(Math::toIntExact)
                        : other(naam, value, "een heel getal"))
                .orElse(anders);
    }

    boolean flag(String naam) {
        return get(naam)
                .flatMap(value -> value instanceof JsonBool(boolean flag)
                        ? Optional.of(flag)
                        : other(naam, value, "true of false"))
                .orElse(false);
    }

    /// An object; an empty one when it is not there.
    Kaart map(String naam) {
        JsonObject inner = get(naam)
                .flatMap(value -> value instanceof JsonObject object
                        ? Optional.of(object)
                        : other(naam, value, "een blok met namen en waarden"))
                .orElse(JsonObject.EMPTY);
        return new Kaart(inner, at(naam), fouten);
    }

    /// A list of objects.
    List<Kaart> maps(String naam) {
        List<JsonValue> items = items(naam);
        List<Kaart> maps = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof JsonObject object) {
                maps.add(new Kaart(object, at(naam) + "/" + i, fouten));
            } else {
                fouten.add(
                        SOORT,
                        at(naam) + "/" + i,
                        "Verwacht is een blok met namen en waarden, en er staat " + kind(items.get(i)) + ".");
            }
        }
        return maps;
    }

    private List<JsonValue> items(String naam) {
        return get(naam)
                .flatMap(value -> value instanceof JsonArray(List<JsonValue> items)
                        ? Optional.of(items)
                        : other(naam, value, "een lijst"))
                .orElse(List.of());
    }

    boolean has(String naam) {
        return json.get(naam).isPresent();
    }

    String at(String naam) {
        return pointer + "/" + naam;
    }

    String pointer() {
        return pointer;
    }

    void add(String code, String naam, String melding) {
        fouten.add(code, at(naam), melding);
    }

    private <T> Optional<T> other(String naam, JsonValue came, String verwacht) {
        String hint = verwacht.equals("een tekst") && !(came instanceof JsonArray || came instanceof JsonObject)
                ? " Zet er aanhalingstekens om."
                : "";
        add(SOORT, naam, "Verwacht is " + verwacht + ", en er staat " + kind(came) + "." + hint);
        return Optional.empty();
    }

    private static String kind(JsonValue value) {
        return switch (value) {
            case JsonText _ -> "een tekst";
            case JsonNumber _ -> "een getal";
            case JsonBool _ -> "true of false";
            case JsonNull _ -> "niets";
            case JsonArray _ -> "een lijst";
            case JsonObject _ -> "een blok met namen en waarden";
        };
    }

    private static String quoted(String text) {
        return "'" + (text.length() > LANGST ? text.substring(0, LANGST) + "..." : text) + "'";
    }

    /// To be called when all that the form knows was asked for.
    void end() {
        for (String naam : json.members().keySet()) {
            if (!gevraagd.contains(naam)) {
                String hint = Optional.of(naam)
                        .filter(word -> word.length() < LANGST)
                        .flatMap(word -> Nearest.to(word, gevraagd))
                        .map(word -> " Bedoelde u '" + word + "'?")
                        .orElse(" Hier mogen: " + String.join(", ", gevraagd) + ".");
                add(ONBEKEND, naam, "De naam " + quoted(naam) + " hoort hier niet." + hint);
            }
        }
    }
}
