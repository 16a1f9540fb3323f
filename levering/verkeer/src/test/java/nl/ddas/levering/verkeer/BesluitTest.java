// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BesluitTest {

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrites(Besluit besluit) {
        assertThat(Besluit.lees(besluit.bericht())).contains(besluit);
    }

    @Test
    void isOneFieldOnTheWire() {
        assertThat(Besluit.GOEDGEKEURD.bericht()).asString().isEqualTo("{\"besluit\":\"goedgekeurd\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"besluit\":\"GOEDGEKEURD\"}",
                "{\"besluit\":null}",
                "{\"besluit\":\"goedgekeurd\",\"en\":1}",
                "{\"besluit\":\"goedgekeurd\",\"besluit\":\"ingetrokken\"}"
            })
    void readsNothingElse(String bericht) {
        assertThat(Besluit.lees(bericht.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
