// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.SpoiltBytes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Good input with bytes changed, left out, doubled or moved, by a seed; runs in every build. [DecoderFuzzTest]
/// looks for inputs that nobody thought of.
class DecodersTest {

    private static final byte[] TELLING =
            "{}[]\",:.-_0123456789eEtrufalsn+\\u\0 \n\u00ff\u0080".getBytes(StandardCharsets.ISO_8859_1);

    @ParameterizedTest
    @EnumSource
    @Requirement("LDV-L4")
    void noSpoiltByteBreaksADecoder(Invoervorm vorm) {
        changes(Vormen.good(vorm), bytes -> Decoders.read(vorm, bytes), 8_000);
    }

    @Test
    void noSpoiltByteBreaksTheFormOfALine() {
        byte[] good = Regelvorm.write(Proef.line(Proef.judge(Proef.span())));

        assertThat(Regelvorm.read(good)).isPresent();
        changes(good, Decoders::readRegelvorm, 8_000);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("zwaar")
    void aMillionChangesBreakNothing(Invoervorm vorm) {
        changes(Vormen.good(vorm), bytes -> Decoders.read(vorm, bytes), 250_000);
    }

    private static void changes(byte[] good, Consumer<byte[]> reading, int count) {
        SpoiltBytes spoilt = new SpoiltBytes(TELLING, new SplittableRandom(good.length));
        for (int i = 0; i < count; i++) {
            byte[] changed = spoilt.of(good);
            try {
                reading.accept(changed);
            } catch (RuntimeException | AssertionError wrong) {
                throw new AssertionError(Arrays.toString(changed), wrong);
            }
        }
    }
}
