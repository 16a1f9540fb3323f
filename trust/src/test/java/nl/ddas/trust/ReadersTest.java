// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Good input is taken, and some hundreds of edits of it break nothing and do not pass. With `-Pzwaar`
/// thousands, and Jazzer besides.
class ReadersTest {

    private static final int INPUTS = Integer.getInteger("ddas.fuzz", 50);
    private static final long FIRST = Long.getLong("ddas.fuzz.zaad", 20_261_122L);

    /// The inspector tries dozens of spellings of each body, so it gets fewer.
    static Stream<Arguments> all() {
        return Stream.of(
                Arguments.of("signature", SignatureReaders.all(), 10 * INPUTS),
                Arguments.of("certificate", CertificateReaders.all(), 10 * INPUTS),
                Arguments.of("answer of a responder", OcspReaders.all(), 2 * INPUTS),
                Arguments.of("message", MessageReaders.all(), 2 * INPUTS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void noEditOfGoodInputBreaksAReaderOrPasses(String name, Readers readers, int inputs) {
        assertThat(readers.all()).as(name).isNotEmpty();
        for (Readers.One one : readers.all()) {
            one.read(one.good());
        }
        for (long seed = FIRST; seed < FIRST + inputs; seed++) {
            readers.read(seed);
        }
    }

    /// The net itself: what breaks a reader, or is taken wrongly, is told.
    @Test
    void tellsWhatBreaks() {
        Readers broken = new Readers(List.of(new Readers.One("broken", new byte[] {1, 2, 3}, _ -> {
            throw new IllegalStateException("broken");
        })));

        assertThatThrownBy(() -> broken.read(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("broken: [");
        assertThat(broken.corpus()).hasSize(3);
    }
}
