// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// How many bytes of bodies are in memory at once.
class RuimteTest {

    private static final int KIB = 1024;

    private final Ruimte ruimte = new Ruimte(256 * KIB);

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    @Test
    @Requirement("OTLP-9")
    void whoComesWhenItIsUsedUpIsRefusedUntilSomebodyLeaves() throws Exception {
        try (Ruimte.Deel second = ruimte.new Deel()) {
            try (Ruimte.Deel first = ruimte.new Deel()) {
                assertThat(first.count(bytes(200 * KIB)).readAllBytes()).hasSize(200 * KIB);
                assertThat(ruimte.gebruikt()).isEqualTo(256 * KIB);
                assertThatThrownBy(() -> second.count(bytes(1)).read()).isInstanceOf(Ruimte.Vol.class);
            }
            assertThat(ruimte.gebruikt()).isZero();
            assertThat(second.count(bytes(256 * KIB)).readAllBytes()).hasSize(256 * KIB);
        }
        assertThat(ruimte.gebruikt()).isZero();
    }

    @Test
    void manySmallBodiesTakeWholePieces() throws Exception {
        try (Ruimte.Deel one = ruimte.new Deel();
                Ruimte.Deel other = ruimte.new Deel()) {
            assertThat(one.count(bytes(1)).read()).isZero();
            assertThat(other.count(bytes(1)).readAllBytes()).hasSize(1);
            assertThat(ruimte.gebruikt()).isEqualTo(128 * KIB);
        }
    }
}
