// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonBool;
import nl.ddas.basis.JsonValue.JsonNull;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

class HashPropertiesTest {

    @Property(tries = 300)
    void theCanonicalFormIsStable(@ForAll("trees") JsonObject tree, @ForAll long seed) {
        byte[] canonical = Canonical.bytes(tree);
        JsonValue readBack = ((JsonReading.Read) JsonReading.of(canonical, StrictJson.LIMITS)).value();

        assertThat(Canonical.bytes(CanonicalTest.shuffled(tree, new Random(seed))))
                .isEqualTo(canonical);
        assertThat(Canonical.bytes(readBack)).isEqualTo(canonical);
    }

    @Property(tries = 300)
    void everyChangedMemberChangesBothHashes(@ForAll("trees") JsonObject properties, @ForAll Random random) {
        ContractContent before = with(properties);
        ContractContent after = with((JsonObject) changed(properties, random));

        assertThat(after.hash()).isNotEqualTo(before.hash());
        assertThat(after.grantHashes().getFirst())
                .isNotEqualTo(before.grantHashes().getFirst());
    }

    /// What has one hash is one Grant, in whatever spelling it came: `1`, `1.0` and `1E0` are signed as one.
    @Property(tries = 300)
    void numbersInAnotherSpellingAreTheSameGrant(@ForAll("trees") JsonObject properties) {
        ContractContent one = with(properties);
        ContractContent other = with((JsonObject) respelled(properties));

        assertThat(other.hash()).isEqualTo(one.hash());
        assertThat(other.grantHashes()).isEqualTo(one.grantHashes());
        assertThat(other.grants()).isEqualTo(one.grants());
    }

    @Example
    void propertiesAreSpelledAsTheyAreHashed() {
        JsonObject received = Fixture.json("{'b':[1E0,1.0,-0,1e21,0.10],'a':{'n':100e-2},'t':'1E0'}");
        JsonObject hashed = Fixture.json("{'b':[1,1,0,1e+21,0.1],'a':{'n':1},'t':'1E0'}");

        assertThat(new Properties(received)).isEqualTo(new Properties(hashed));
        assertThat(new Properties(received).members()).isEqualTo(hashed);
        assertThat(new Properties(received).members().members().keySet()).containsExactly("b", "a", "t");
    }

    /// Every number in another spelling of the same value.
    private static JsonValue respelled(JsonValue value) {
        return switch (value) {
            case JsonObject(Map<String, JsonValue> members) -> {
                JsonObject other = JsonObject.EMPTY;
                for (Map.Entry<String, JsonValue> member : members.entrySet()) {
                    other = other.with(member.getKey(), respelled(member.getValue()));
                }
                yield other;
            }
            case JsonArray(List<JsonValue> items) ->
                new JsonArray(items.stream().map(HashPropertiesTest::respelled).toList());
            case JsonNumber(String literal) when literal.matches("-?[0-9]+") -> new JsonNumber(literal + ".0E+0");
            case JsonNumber(String literal) when literal.contains("e") -> new JsonNumber(literal.replace('e', 'E'));
            case JsonNumber(String literal) -> new JsonNumber(literal + "00");
            case JsonText text -> text;
            case JsonBool bool -> bool;
            case JsonNull none -> none;
        };
    }

    private static ContractContent with(JsonObject properties) {
        JsonObject tree = Fixture.connection().tree();
        return Fixture.content(Fixture.change(tree, "grants/0/data/properties", Optional.of(properties)));
    }

    /// The same tree with one thing in it another, somewhere.
    private static JsonValue changed(JsonValue value, Random random) {
        return switch (value) {
            case JsonObject(Map<String, JsonValue> members) -> {
                List<String> names = new ArrayList<>(members.keySet());
                if (names.isEmpty() || random.nextInt(4) == 0) {
                    String fresh = "n";
                    while (members.containsKey(fresh)) {
                        fresh += "n";
                    }
                    yield new JsonObject(members).with(fresh, new JsonNull());
                }
                String name = names.get(random.nextInt(names.size()));
                yield new JsonObject(members).with(name, changed(members.getOrDefault(name, new JsonNull()), random));
            }
            case JsonArray(List<JsonValue> items) -> {
                List<JsonValue> more = new ArrayList<>(items);
                more.add(new JsonNull());
                yield new JsonArray(more);
            }
            case JsonText(String text) -> new JsonText(text + "x");
            case JsonNumber number -> new JsonText(number.literal());
            case JsonBool(boolean bool) -> new JsonBool(!bool);
            case JsonNull() -> new JsonBool(false);
        };
    }

    @Provide
    Arbitrary<JsonObject> trees() {
        return object(Arbitraries.lazyOf(
                () -> Arbitraries.just(new JsonNull()),
                () -> Arbitraries.of(true, false).map(JsonBool::new),
                () -> Arbitraries.longs().map(JsonNumber::of),
                () -> Arbitraries.doubles().map(d -> new JsonNumber(Canonical.number(d))),
                () -> texts().map(JsonText::new),
                () -> object(Arbitraries.of(true, false).map(JsonBool::new)).map(o -> o)));
    }

    private static Arbitrary<JsonObject> object(Arbitrary<? extends JsonValue> values) {
        return Arbitraries.maps(texts(), values.map(v -> (JsonValue) v))
                .ofMaxSize(6)
                .map(JsonObject::new);
    }

    /// Whole characters of any kind, no halves.
    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(8).filter(text -> text.codePoints()
                .noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    }
}
