// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.9.8.7", "::1", "[::1]"})
    void thisMachineIsKnown(String host) {
        assertThat(Loopback.is(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.voorbeeld.nl",
                "127.0.0.1.voorbeeld.nl",
                "127.0.0",
                "128.0.0.1",
                "0.0.0.0",
                "localhost.nl"
            })
    void aNameThatLooksLikeItIsNot(String host) {
        assertThat(Loopback.is(host)).isFalse();
    }
}
