// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many bytes of bodies are in memory at once, and whose.
class RuimteTest {

    private static final int STUK = 64 * 1024;
    private static final Houder EEN = new Houder("een");
    private static final Houder TWEE = new Houder("twee");
    private static final Houder DRIE = new Houder("drie");

    private final Ruimte ruimte = new Ruimte(27 * STUK);

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    @Test
    @Requirement("OTLP-9")
    void whoComesWhenItIsUsedUpIsRefusedUntilSomebodyLeaves() throws Exception {
        try (Ruimte.Deel second = ruimte.deel(EEN)) {
            try (Ruimte.Deel first = ruimte.deel(EEN)) {
                assertThat(first.count(bytes(17 * STUK + 1)).readAllBytes()).hasSize(17 * STUK + 1);
                assertThat(ruimte.gebruikt()).isEqualTo(18 * STUK);
                assertThatThrownBy(() -> second.count(bytes(1)).read()).isInstanceOf(Ruimte.Vol.class);
            }
            assertThat(ruimte.gebruikt()).isZero();
        }
        try (Ruimte.Deel third = ruimte.deel(EEN)) {
            assertThat(third.count(bytes(18 * STUK)).readAllBytes()).hasSize(18 * STUK);
        }
        assertThat(ruimte.gebruikt()).isZero();
    }

    /// However much one takes in however many bodies, and another after it.
    @Test
    @Requirement("OTLP-9")
    void twoControllersCannotKeepAThirdOut() throws Exception {
        try (Ruimte.Deel one = ruimte.deel(EEN);
                Ruimte.Deel more = ruimte.deel(EEN);
                Ruimte.Deel two = ruimte.deel(TWEE);
                Ruimte.Deel three = ruimte.deel(DRIE)) {
            assertThat(one.count(bytes(10 * STUK)).readAllBytes()).hasSize(10 * STUK);
            for (Ruimte.Deel greedy : List.of(more, two)) {
                assertThatThrownBy(() -> greedy.count(piecemeal()).readAllBytes())
                        .isInstanceOf(Ruimte.Vol.class);
            }
            assertThat(ruimte.gebruikt()).isEqualTo((18 + 6) * STUK);

            assertThat(three.count(bytes(2 * STUK)).readAllBytes()).hasSize(2 * STUK);
        }
        assertThat(ruimte.gebruikt()).isZero();
    }

    /// More than there is room for, a piece at a time.
    private static InputStream piecemeal() {
        return new SequenceInputStream(Collections.enumeration(Collections.nCopies(27, new byte[STUK]).stream()
                .<InputStream>map(ByteArrayInputStream::new)
                .toList()));
    }

    @Test
    void manySmallBodiesTakeWholePieces() throws Exception {
        try (Ruimte.Deel one = ruimte.deel(EEN);
                Ruimte.Deel other = ruimte.deel(TWEE)) {
            assertThat(one.count(bytes(1)).read()).isZero();
            assertThat(other.count(bytes(1)).readAllBytes()).hasSize(1);
            assertThat(ruimte.gebruikt()).isEqualTo(2 * STUK);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, STUK, STUK + 1, 1_000_000})
    void oneBodyFitsInTheLeastRoomThereMayBe(int bytes) throws Exception {
        Ruimte least = new Ruimte(Ruimte.voor(bytes));
        try (Ruimte.Deel only = least.deel(EEN)) {
            assertThat(only.count(bytes(bytes)).readAllBytes()).hasSize(bytes);
        }
    }
}
