// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many bytes of bodies are in memory at once, and whose.
class RuimteTest {

    private static final int KIB = 1024;
    private static final Houder EEN = new Houder("een");
    private static final Houder TWEE = new Houder("twee");
    private static final Houder DRIE = new Houder("drie");

    /// Nine pieces of 64 KiB.
    private final Ruimte ruimte = new Ruimte(576 * KIB);

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    @Test
    @Requirement("OTLP-9")
    void whoComesWhenItIsUsedUpIsRefusedUntilSomebodyLeaves() throws Exception {
        try (Ruimte.Deel second = ruimte.deel(EEN)) {
            try (Ruimte.Deel first = ruimte.deel(EEN)) {
                assertThat(first.count(bytes(350 * KIB)).readAllBytes()).hasSize(350 * KIB);
                assertThat(ruimte.gebruikt()).isEqualTo(384 * KIB);
                assertThatThrownBy(() -> second.count(bytes(1)).read()).isInstanceOf(Ruimte.Vol.class);
            }
            assertThat(ruimte.gebruikt()).isZero();
        }
        try (Ruimte.Deel third = ruimte.deel(EEN)) {
            assertThat(third.count(bytes(384 * KIB)).readAllBytes()).hasSize(384 * KIB);
        }
        assertThat(ruimte.gebruikt()).isZero();
    }

    /// However much one takes, and another after it.
    @Test
    @Requirement("OTLP-9")
    void twoControllersCannotKeepAThirdOut() throws Exception {
        try (Ruimte.Deel one = ruimte.deel(EEN);
                Ruimte.Deel more = ruimte.deel(EEN);
                Ruimte.Deel two = ruimte.deel(TWEE);
                Ruimte.Deel three = ruimte.deel(DRIE)) {
            assertThat(one.count(bytes(320 * KIB)).readAllBytes()).hasSize(320 * KIB);
            assertThatThrownBy(() -> more.count(bytes(128 * KIB)).readAllBytes())
                    .isInstanceOf(Ruimte.Vol.class);
            assertThatThrownBy(() -> two.count(bytes(576 * KIB)).readAllBytes()).isInstanceOf(Ruimte.Vol.class);
            assertThat(ruimte.gebruikt()).isEqualTo(512 * KIB);
            three.close();
        }
        assertThat(ruimte.gebruikt()).isZero();
    }

    @Test
    void manySmallBodiesTakeWholePieces() throws Exception {
        try (Ruimte.Deel one = ruimte.deel(EEN);
                Ruimte.Deel other = ruimte.deel(TWEE)) {
            assertThat(one.count(bytes(1)).read()).isZero();
            assertThat(other.count(bytes(1)).readAllBytes()).hasSize(1);
            assertThat(ruimte.gebruikt()).isEqualTo(128 * KIB);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64 * KIB, 64 * KIB + 1, 1_000_000})
    void oneBodyFitsInTheLeastRoomThereMayBe(int bytes) throws Exception {
        Ruimte least = new Ruimte(Ruimte.voor(bytes));
        try (Ruimte.Deel only = least.deel(EEN)) {
            assertThat(only.count(bytes(bytes)).readAllBytes()).hasSize(bytes);
        }
    }
}
