// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What reads bytes of strangers, with good input to start from. Each reader may refuse; it may not break, and it may
/// not take as good what is not the good input itself.
enum Readers {
    /// Requests with a contract.
    CONTRACT(ContractReaders.all()),
    /// Signatures on contracts, and the certificates that come with them.
    SIGNATURE(SignatureReaders.all()),
    /// Access tokens, at Inway and Outway.
    TOKEN(TokenReaders.all()),
    /// Log records, cursors, and what stands in headers and queries.
    SMALL(SmallReaders.all());

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody changes
    private final List<One> all;

    Readers(List<One> all) {
        this.all = List.copyOf(all);
    }

    /// A reader with one good input.
    ///
    /// @param name for failures
    record One(String name, byte[] good, Reading reading) {

        void read(byte[] bytes) {
            try {
                reading.read(bytes);
            } catch (RuntimeException | AssertionError wrong) {
                throw new AssertionError(name + ": " + Arrays.toString(bytes), wrong);
            }
        }
    }

    /// Reads, and fails when something else than the good input is taken.
    interface Reading {
        void read(byte[] bytes);
    }

    List<One> all() {
        return all;
    }

    /// For Jazzer: every good input, as it is and as the start of an edit.
    Stream<byte[]> corpus() {
        return Stream.iterate(0, i -> i + 1)
                .limit(all.size())
                .flatMap(i -> Stream.of(
                        joined(new byte[] {(byte) (int) i, 0}, all.get(i).good()),
                        new byte[] {(byte) (int) i, 1, 0, 40, 1, 'A'},
                        new byte[] {(byte) (int) i, 1, 0, 0, 0, ' '}));
    }

    /// Reads what Jazzer made: the first byte chooses the reader, the second whether the rest is the input or an edit
    /// of the good one. Signed input cannot be guessed, but it can be edited.
    void read(byte[] script) {
        if (script.length < 6) {
            return;
        }
        One one = all.get(Byte.toUnsignedInt(script[0]) % all.size());
        byte[] rest = Arrays.copyOfRange(script, 2, script.length);
        one.read((script[1] & 1) == 0 ? rest : edited(one.good(), rest));
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

    static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    static void expect(boolean same) {
        if (!same) {
            throw new AssertionError("something else than the good input was taken");
        }
    }
}
