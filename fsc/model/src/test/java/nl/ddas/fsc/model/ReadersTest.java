// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Good input with bytes changed, left out, doubled or moved, by a seed; runs in every build.
/// [ReadersFuzzTest] looks for inputs that nobody thought of.
class ReadersTest {

    private static final byte[] TELLING =
            "{}[]\",:.-_=$0123456789eE+\\u\0 \n\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    private static final Readers READERS = new Readers();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void noChangedByteBreaksAReaderOrPasses(int reader) {
        changes(reader, 4_000, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    @Tag("zwaar")
    void aMillionChangesBreakNothing(int reader) {
        changes(reader, 250_000, 2);
    }

    private static void changes(int reader, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 10 + reader);
        byte[] good = READERS.seeds().get(reader);
        READERS.read(reader, good);
        for (int i = 0; i < count; i++) {
            byte[] changed = good;
            for (int times = random.nextInt(3); times >= 0; times--) {
                changed = changed(changed, random);
            }
            READERS.read(reader, changed);
        }
    }

    private static byte[] changed(byte[] from, SplittableRandom random) {
        if (from.length == 0) {
            return new byte[] {TELLING[random.nextInt(TELLING.length)]};
        }
        int at = random.nextInt(from.length);
        int length = Math.min(from.length - at, 1 + random.nextInt(8));
        byte[] copy = from.clone();
        return switch (random.nextInt(5)) {
            case 0 -> {
                copy[at] = (byte) random.nextInt(256);
                yield copy;
            }
            case 1 -> {
                copy[at] = TELLING[random.nextInt(TELLING.length)];
                yield copy;
            }
            case 2 -> joined(Arrays.copyOf(from, at), Arrays.copyOfRange(from, at + length, from.length));
            case 3 -> joined(Arrays.copyOf(from, at + length), Arrays.copyOfRange(from, at, from.length));
            default -> Arrays.copyOf(from, at);
        };
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
