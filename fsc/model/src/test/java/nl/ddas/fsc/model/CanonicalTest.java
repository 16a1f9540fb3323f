// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.testkit.ReferenceFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {

    private static JsonValue read(byte[] bytes) {
        return ((JsonReading.Read) JsonReading.of(bytes, StrictJson.LIMITS)).value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
    void writesTheCorpusOfTheStandardByteForByte(String name) throws IOException {
        Path folder = ReferenceFiles.find("reference/corpora/jcs");
        byte[] written = Canonical.bytes(read(Files.readAllBytes(folder.resolve("input/" + name + ".json"))));

        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(folder.resolve("output/" + name + ".json"))
                        .strip());
        String hex = Files.readString(folder.resolve("outhex/" + name + ".txt")).replaceAll("\\s", "");
        assertThat(HexFormat.of().formatHex(written)).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,                       0
            -0.0,                    0
            1.0,                     1
            -1,                      -1
            1e2,                     100
            4.50,                    4.5
            2e-3,                    0.002
            0.000001,                0.000001
            1e-7,                    1e-7
            123e-20,                 1.23e-18
            1e20,                    100000000000000000000
            1e21,                    1e+21
            1e23,                    1e+23
            123456789012345680000,   123456789012345680000
            1234567890123456800000,  1.2345678901234568e+21
            295147905179352825856,   295147905179352830000
            333333333.33333329,      333333333.3333333
            9007199254740991,        9007199254740991
            -9007199254740993,       -9007199254740992
            999999999999999,         999999999999999
            1000000000000000,        1000000000000000
            4.9e-324,                5e-324
            2e-323,                  2e-323
            2.2250738585072014e-308, 2.2250738585072014e-308
            1.7976931348623157e308,  1.7976931348623157e+308
            9.5367431640625e-7,      9.5367431640625e-7
            """)
    void writesNumbersAsEcmaScriptDoes(String literal, String expected) {
        assertThat(Canonical.bytes(new JsonValue.JsonNumber(literal)))
                .isEqualTo(expected.getBytes(StandardCharsets.US_ASCII));
    }

    /// Half of all doubles are of sizes that nobody uses; the rest are decimals as people write them.
    private static void numbersRoundTrip(int count) {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int i = 0; i < count; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextInt(2_000_000) / Math.pow(10, random.nextInt(12));
            if (Double.isFinite(value)) {
                String text = Canonical.number(value);
                assertThat(Double.parseDouble(text)).isEqualTo(value == 0 ? 0 : value);
                assertThat(text).isEqualTo(slowly(value));
            }
        }
    }

    /// The recipe by definition: the first number of digits that reads back, rounded from the exact value.
    private static String slowly(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Math.abs(value));
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= 17; digits++) {
            shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shortest.doubleValue() == Math.abs(value)) {
                break;
            }
        }
        shortest = shortest.stripTrailingZeros();
        String d = shortest.unscaledValue().toString();
        int n = d.length() - shortest.scale();
        String sign = value < 0 ? "-" : "";
        if (n > 21 || n <= -6) {
            String tail = d.length() == 1 ? "" : "." + d.substring(1);
            return sign + d.charAt(0) + tail + "e" + (n > 0 ? "+" : "-") + Math.abs(n - 1);
        }
        return sign + shortest.toPlainString();
    }

    @Test
    void someDoublesAreWrittenAsTheRecipeSays() {
        numbersRoundTrip(20_000);
    }

    @Test
    @Tag("zwaar")
    void threeHundredThousandDoublesAreWrittenAsTheRecipeSays() {
        numbersRoundTrip(300_000);
    }

    @Test
    void sortsNamesByUtf16CodeUnits() {
        JsonObject tree =
                JsonObject.EMPTY.with("\ufb33", 1).with("\ud83d\ude02", 2).with("a", 3);

        assertThat(new String(Canonical.bytes(tree), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":3,\"\ud83d\ude02\":2,\"\ufb33\":1}");
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> Canonical.bytes(new JsonText("\ud83d"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Canonical.bytes(new JsonText("\ude02x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfMembersOnTheWireDoesNotMatter(long seed) {
        JsonObject tree = Fixture.connection().tree().with("extra", new JsonArray(List.of(new JsonText("é\n"))));

        assertThat(Canonical.bytes(shuffled(tree, new Random(seed)))).isEqualTo(Canonical.bytes(tree));
    }

    static JsonValue shuffled(JsonValue value, Random random) {
        return switch (value) {
            case JsonObject object -> {
                List<String> names = new ArrayList<>(object.members().keySet());
                Collections.shuffle(names, random);
                Map<String, JsonValue> other = new LinkedHashMap<>();
                names.forEach(name -> other.put(name, shuffled(object.get(name).orElseThrow(), random)));
                yield new JsonObject(other);
            }
            case JsonArray(List<JsonValue> items) ->
                new JsonArray(items.stream().map(item -> shuffled(item, random)).toList());
            case JsonValue other -> other;
        };
    }
}
