// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.testkit;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Good input with bytes changed, left out, doubled or moved, by a seed.
public final class SpoiltBytes {

    /// So many bytes are left out or doubled at most.
    private static final int MOST = 8;

    private final byte[] telling;
    private final SplittableRandom random;

    /// @param telling bytes that mean something to the reader; they come more often than others
    public SpoiltBytes(byte[] telling, SplittableRandom random) {
        this.telling = telling.clone();
        this.random = random;
    }

    /// Something else, by one to three changes.
    public byte[] of(byte[] good) {
        byte[] changed = good;
        for (int times = random.nextInt(3); times >= 0; times--) {
            changed = once(changed);
        }
        return changed;
    }

    private byte[] once(byte[] from) {
        if (from.length == 0) {
            return new byte[] {telling[random.nextInt(telling.length)]};
        }
        int at = random.nextInt(from.length);
        int length = Math.min(from.length - at, 1 + random.nextInt(MOST));
        byte[] copy = from.clone();
        return switch (random.nextInt(5)) {
            case 0 -> {
                copy[at] = (byte) random.nextInt(256);
                yield copy;
            }
            case 1 -> {
                copy[at] = telling[random.nextInt(telling.length)];
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
