// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import nl.ddas.basis.JsonReading.Limits;
import nl.ddas.basis.JsonReading.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLimitsTest {

    private static JsonReading read(String text, Limits limits) {
        return JsonReading.of(text.getBytes(StandardCharsets.UTF_8), limits);
    }

    private static void refused(JsonReading reading, Reason reason) {
        assertThat(reading).isInstanceOfSatisfying(JsonReading.Refused.class, r -> assertThat(r.reason())
                .isEqualTo(reason));
    }

    @Test
    void depthIsWhatTheLimitsSay() {
        Limits deep = new Limits(64, 40, false);

        assertThat(read("[".repeat(64) + "]".repeat(64), deep)).isInstanceOf(JsonReading.Read.class);
        refused(read("[".repeat(65) + "]".repeat(65), deep), Reason.TOO_DEEP);
        refused(read("[".repeat(17) + "]".repeat(17), Limits.SMALL), Reason.TOO_DEEP);
    }

    @ParameterizedTest
    @CsvSource({"1e400, false", "-1e309, false", "1e308, true", "1e-400, true", "123456789012345678901234567890, true"})
    void aNumberThatNoDoubleHoldsIsRefusedWhenAsked(String number, boolean good) {
        Limits doubles = new Limits(16, 1000, true);

        assertThat(read(number, doubles) instanceof JsonReading.Read).isEqualTo(good);
        assertThat(read(number, Limits.SMALL)).isInstanceOf(JsonReading.Read.class);
    }

    @Test
    void aLongRowOfDigitsCanBeTooLargeToo() {
        Limits doubles = new Limits(16, 1000, true);

        assertThat(read("9".repeat(300), doubles)).isInstanceOf(JsonReading.Read.class);
        refused(read("9".repeat(400), doubles), Reason.NUMBER_TOO_LARGE);
        refused(read("9".repeat(1001), doubles), Reason.NUMBER_TOO_LONG);
    }

    @Test
    void eachValueCountsWhateverItIs() {
        Limits few = new Limits(16, 40, false, 5);

        assertThat(read("{\"a\":[1,{}],\"b\":null}", few)).isInstanceOf(JsonReading.Read.class);
        refused(read("{\"a\":[1,{}],\"b\":null,\"c\":\"\"}", few), Reason.TOO_MANY);
        refused(read("[[],[],[],[],[]]", few), Reason.TOO_MANY);
    }

    @Test
    void limitsHaveLimits() {
        assertThatThrownBy(() -> new Limits(73, 40, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(16, 1001, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(16, 40, false, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
