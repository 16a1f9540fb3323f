// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AfzenderTest {

    @Test
    void mayPassOnItsOwnSignatureAndThatOfWhomItActsFor() {
        Afzender afzender = new Afzender("1", Optional.of("2"), Optional.empty());
        assertThat(afzender.kanOndertekenen("1")).isTrue();
        assertThat(afzender.kanOndertekenen("2")).isTrue();
        assertThat(afzender.kanOndertekenen("3")).isFalse();
        assertThat(new Afzender("1", Optional.empty(), Optional.empty()).kanOndertekenen("2"))
                .isFalse();
    }
}
