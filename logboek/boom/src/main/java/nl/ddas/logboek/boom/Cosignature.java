// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// What a witness signs below a checkpoint (C2SP tlog-cosignature, `cosignature/v1`): that of this log, at this
/// time, it knew no larger tree that goes on from all it saw before.
///
/// @param moment whole seconds, not before 1970
/// @param signature Ed25519, 64 bytes; copied
public record Cosignature(Instant moment, byte[] signature) {

    private static final int SIGNATURE = 64;

    /// @throws IllegalArgumentException when the signature has another length
    public Cosignature {
        if (signature.length != SIGNATURE || moment.getEpochSecond() < 0) {
            throw new IllegalArgumentException("expected a signature of 64 bytes and a time after 1970");
        }
        moment = Instant.ofEpochSecond(moment.getEpochSecond());
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /// The bytes that are signed.
    ///
    /// @param text of the checkpoint
    static byte[] message(Instant moment, String text) {
        return ("cosignature/v1\ntime " + moment.getEpochSecond() + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /// What stands in a signature line; empty when it is of another form.
    public static Optional<Cosignature> read(byte[] bytes) {
        if (bytes.length != Long.BYTES + SIGNATURE) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long seconds = in.getLong();
        byte[] signature = new byte[SIGNATURE];
        in.get(signature);
        return seconds < 0 || seconds > Instant.MAX.getEpochSecond()
                ? Optional.empty()
                : Optional.of(new Cosignature(Instant.ofEpochSecond(seconds), signature));
    }

    /// As it stands in a signature line.
    byte[] bytes() {
        return ByteBuffer.allocate(Long.BYTES + SIGNATURE)
                .putLong(moment.getEpochSecond())
                .put(signature)
                .array();
    }

    /// Whether this key put it below this text.
    boolean isOver(String text, VerifierKey key) {
        return key.verify(message(moment, text), signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cosignature that && ByteBuffer.wrap(bytes()).equals(ByteBuffer.wrap(that.bytes()));
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(bytes()).hashCode();
    }
}
