// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnMachineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "127.9.9.9",
                "[::1]",
                "0.0.0.0",
                "[::]",
                "169.254.169.254",
                "[fe80::1]",
                "[::ffff:127.0.0.1]"
            })
    void hasWhatLeadsToTheMachineItself(String host) {
        assertThat(OwnMachine.has(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "10.0.0.1", "[2001:db8::1]", "no-such-host.invalid"})
    void hasNotWhatIsElsewhere(String host) {
        assertThat(OwnMachine.has(host)).isFalse();
    }
}
