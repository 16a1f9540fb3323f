// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What reads bytes of strangers, with good input to start from. A reader may refuse; it may not break, and may not
/// take as good what is not the good input itself.
///
/// @param all at most 256
public record Readers(List<One> all) {

    /// A reader with one good input.
    ///
    /// @param name for failures
    public record One(String name, byte[] good, Reading reading) {

        void read(byte[] bytes) {
            try {
                reading.read(bytes);
            } catch (Rejection | IOException | GeneralSecurityException refused) {
                // As it should.
            } catch (RuntimeException | AssertionError wrong) {
                throw new AssertionError(name + ": " + Arrays.toString(bytes), wrong);
            }
        }
    }

    /// Reads, and fails when something else than the good input is taken.
    public interface Reading {
        void read(byte[] bytes) throws IOException, GeneralSecurityException;
    }

    /// For Jazzer: every good input, as it is and as the start of an edit.
    public Stream<byte[]> corpus() {
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(i -> Stream.of(
                        joined(new byte[] {(byte) (int) i, 0}, all.get(i).good()),
                        new byte[] {(byte) (int) i, 1, 0, 40, 1, 'A'},
                        new byte[] {(byte) (int) i, 1, 0, 0, 0, ' '}));
    }

    /// Reads what Jazzer made: the first byte chooses the reader, the second whether the rest is the input or an edit
    /// of the good one. Signed input cannot be guessed, but it can be edited.
    public void read(byte[] script) {
        if (script.length < 6) {
            return;
        }
        One one = all.get(Byte.toUnsignedInt(script[0]) % all.size());
        byte[] rest = Arrays.copyOfRange(script, 2, script.length);
        one.read((script[1] & 1) == 0 ? rest : edited(one.good(), rest));
    }

    /// Edits of the good input, the same for the same seed.
    void read(long seed) {
        Random random = new Random(seed);
        for (One one : all) {
            byte[] edit = new byte[3 + random.nextInt(6)];
            random.nextBytes(edit);
            edit[2] = (byte) random.nextInt(9);
            one.read(edited(one.good(), edit));
        }
    }

    /// Two bytes of place, one of how much goes, then what comes.
    private static byte[] edited(byte[] good, byte[] edit) {
        ByteBuffer script = ByteBuffer.wrap(edit);
        int at = Short.toUnsignedInt(script.getShort()) % good.length;
        int gone = Math.min(Byte.toUnsignedInt(script.get()), good.length - at);
        byte[] changed = new byte[good.length - gone + script.remaining()];
        ByteBuffer.wrap(changed).put(good, 0, at).put(script).put(good, at + gone, good.length - at - gone);
        return changed;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// @throws AssertionError when not
    public static void expect(boolean same) {
        if (!same) {
            throw new AssertionError("something else than the good input was taken");
        }
    }
}
