// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b",
                "\u0000",
                "\n",
                "\r",
                "\t",
                "\u009b",
                "\u202e",
                "\u2066",
                "\u200b",
                "\u00ad",
                "\ufeff",
                "\u2028",
                "\u2029",
                "\ud800",
                "\udb40\udc41"
            })
    void whatSteersATerminalOrIsNotSeenBecomesABlank(String character) {
        String text = "a" + character + "b";
        assertThat(PlainText.isPlain(text)).isFalse();
        assertThat(PlainText.shown(text)).isEqualTo("a b");
    }

    @Test
    void otherTextStaysAsItIs() {
        String text = "Súdwest-Fryslân  \"Zoë\" \ud83d\udc64 \u00a0";
        assertThat(PlainText.isPlain(text)).isTrue();
        assertThat(PlainText.shown(text)).isEqualTo(text);
    }
}
