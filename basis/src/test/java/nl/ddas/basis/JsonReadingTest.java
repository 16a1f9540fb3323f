// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.ddas.basis.JsonReading.Reason;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonBool;
import nl.ddas.basis.JsonValue.JsonNull;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadingTest {

    @Test
    void readsAllKindsInOrder() {
        var read = (JsonReading.Read) JsonReading.of(utf8("""
                {"b": "é\\n", "a": [1, -2.50, 1e3, true, false, null], "o": {}}
                """));
        var object = (JsonObject) read.value();
        assertThat(object.members().keySet()).containsExactly("b", "a", "o");
        assertThat(object.text("b")).contains("é\n");
        assertThat(object.array("a"))
                .contains(List.of(
                        new JsonNumber("1"),
                        new JsonNumber("-2.50"),
                        new JsonNumber("1e3"),
                        new JsonBool(true),
                        new JsonBool(false),
                        new JsonNull()));
        assertThat(object.object("o")).contains(JsonObject.EMPTY);
    }

    @Test
    void aMemberOfAnotherKindIsNotThere() {
        JsonObject object =
                JsonObject.EMPTY.with("t", "x").with("n", 5).with("b", true).with("f", new JsonNumber("1.5"));
        assertThat(object.text("n")).isEmpty();
        assertThat(object.whole("n")).contains(5L);
        assertThat(object.whole("f")).isEmpty();
        assertThat(object.bool("b")).contains(true);
        assertThat(object.bool("t")).isEmpty();
        assertThat(object.object("missing")).isEmpty();
        assertThat(object.array("t")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":1,"a":2}        | DUPLICATE_NAME  | 1 | 8
                    {"a":{"b":1,"b":1}}  | DUPLICATE_NAME  | 1 | 13
                    {} {}                | TRAILING        | 1 | 4
                    {} x                 | TRAILING        | 1 | 4
                    [1,]                 | NOT_JSON        | 1 | 4
                    {"a":}               | NOT_JSON        | 1 | 6
                    {'a':1}              | NOT_JSON        | 1 | 2
                    [01]                 | NOT_JSON        | 1 | 3
                    [NaN]                | NOT_JSON        | 1 | 5
                    ["\\ud800"]          | NOT_JSON        | 1 | 2
                    {"a":1               | NOT_JSON        | 1 | 7
                    [                    | NOT_JSON        | 1 | 2
                    ``                   | NOT_JSON        | 1 | 1
                    """)
    void refusesWithReasonAndPlace(String text, Reason reason, int line, int column) {
        assertThat(JsonReading.of(utf8(text.strip()))).isEqualTo(new JsonReading.Refused(reason, line, column));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22ff22", "22c0af22", "22eda08022", "22c322", "efbbbf7b7d"})
    void refusesWhatIsNoUtf8(String hex) {
        assertThat(JsonReading.of(HexFormat.of().parseHex(hex)))
                .isInstanceOfSatisfying(
                        JsonReading.Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.NOT_UTF8));
    }

    @Test
    void takesSixteenLevelsAndNoMore() {
        assertThat(JsonReading.of(utf8("[".repeat(16) + "]".repeat(16)))).isInstanceOf(JsonReading.Read.class);
        assertThat(JsonReading.of(utf8("[".repeat(17) + "]".repeat(17))))
                .isEqualTo(new JsonReading.Refused(Reason.TOO_DEEP, 1, 17));
        assertThat(JsonReading.of(utf8("[".repeat(100_000)))).isInstanceOf(JsonReading.Refused.class);
    }

    @Test
    void takesNumbersOfFortyCharactersAndNoMore() {
        assertThat(JsonReading.of(utf8("1".repeat(40)))).isInstanceOf(JsonReading.Read.class);
        assertThat(JsonReading.of(utf8("1".repeat(41))))
                .isEqualTo(new JsonReading.Refused(Reason.NUMBER_TOO_LONG, 1, 1));
        assertThat(JsonReading.of(utf8("1e999999"))).isEqualTo(new JsonReading.Read(new JsonNumber("1e999999")));
    }

    @Test
    void takesNoMoreBytesThanTheLimit() throws IOException {
        byte[] body = utf8("[1,2,3]");
        assertThat(JsonReading.of(new ByteArrayInputStream(body), 7)).isInstanceOf(JsonReading.Read.class);
        assertThat(JsonReading.of(new ByteArrayInputStream(body), 6))
                .isEqualTo(new JsonReading.Refused(Reason.TOO_LARGE, 0, 0));
    }

    @Test
    void theDetailTellsThePlaceInDutch() {
        assertThat(((JsonReading.Refused) JsonReading.of(utf8("{\n  x}"))).detail())
                .isEqualTo("Dit is geen geldige JSON (regel 2, teken 3).");
    }

    @Test
    void showsNoContent() {
        assertThat(JsonObject.EMPTY.with("name", "secret").toString()).doesNotContain("secret");
        assertThat(new JsonText("secret").toString()).doesNotContain("secret");
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBack(@ForAll("values") JsonValue value) {
        assertThat(JsonReading.of(value.toBytes())).isEqualTo(new JsonReading.Read(value));
    }

    @Provide
    Arbitrary<JsonValue> values() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(20).filter(JsonReadingTest::isWhole);
        Arbitrary<JsonValue> leaves = Arbitraries.oneOf(
                texts.map(JsonText::new),
                Arbitraries.longs().map(JsonNumber::of),
                Arbitraries.of(true, false).map(JsonBool::new),
                Arbitraries.just(new JsonNull()));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(JsonArray::new),
                        Arbitraries.maps(texts, inner)
                                .ofMaxSize(4)
                                .map((Map<String, JsonValue> m) -> new JsonObject(m))),
                0,
                4);
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
