// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Arrays;
import java.util.Objects;

/// Bytes exactly as a sender wrote them: of one line, or of the resource that lines share. They may hold anything, a
/// BSN too; the `toString` shows their number only.
public final class Ruw {

    /// Nothing came.
    public static final Ruw GEEN = new Ruw(new byte[0], false);
    /// How much is kept of a line that is too large to be read, in bytes.
    public static final int GRENS = 64 << 10;

    private final byte[] bytes;
    private final boolean afgekapt;

    private Ruw(byte[] bytes, boolean afgekapt) {
        this.bytes = bytes;
        this.afgekapt = afgekapt;
    }

    /// All bytes; the array is the caller's no longer.
    static Ruw whole(byte[] bytes) {
        return bytes.length == 0 ? GEEN : new Ruw(bytes, false);
    }

    /// The first bytes of more; the array is the caller's no longer.
    static Ruw first(byte[] bytes) {
        return new Ruw(bytes, true);
    }

    /// This, followed by another: two parts of one message of protobuf are one message.
    Ruw and(Ruw other) {
        byte[] both = Arrays.copyOf(bytes, bytes.length + other.bytes.length);
        System.arraycopy(other.bytes, 0, both, bytes.length, other.bytes.length);
        return new Ruw(both, afgekapt || other.afgekapt);
    }

    /// At most so many bytes of it.
    Ruw limited(int grens) {
        return bytes.length > grens ? first(Arrays.copyOf(bytes, grens)) : this;
    }

    /// A copy of the bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// In bytes.
    public int length() {
        return bytes.length;
    }

    /// Whether more came than is kept.
    public boolean isAfgekapt() {
        return afgekapt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ruw that && afgekapt == that.afgekapt && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(bytes), afgekapt);
    }

    @Override
    public String toString() {
        return "Ruw[" + bytes.length + (afgekapt ? " bytes and more]" : " bytes]");
    }
}
