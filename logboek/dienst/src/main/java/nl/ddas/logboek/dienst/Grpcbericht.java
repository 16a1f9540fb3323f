// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// The one message of a unary call: a byte that says whether it is compressed, four for its length, and the message
/// (gRPC over HTTP/2, "Length-Prefixed-Message").
sealed interface Grpcbericht {

    /// Bytes before a message.
    int KOP = 5;

    /// A message begins here.
    ///
    /// @param inhoud the bytes of the message and no more; ends with [EOFException] when the body is shorter
    ///     than it said
    record Bericht(boolean isCompressed, long length, InputStream inhoud) implements Grpcbericht {}

    /// There is none, or none that can be read.
    record Geen(Grpcstatus status) implements Grpcbericht {}

    /// Reads up to the message itself.
    static Grpcbericht read(InputStream body) throws IOException {
        byte[] kop = body.readNBytes(KOP);
        if (kop.length == 0) {
            return new Geen(Grpcstatus.refuse(Grpcstatus.UNIMPLEMENTED, "expected one message, got none"));
        }
        if (kop.length < KOP || (kop[0] & ~1) != 0) {
            return new Geen(Grpcstatus.refuse(Grpcstatus.INTERNAL, "the body does not begin as a message of gRPC"));
        }
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(kop, 1, 4).getInt());
        return new Bericht(kop[0] == 1, length, new Precies(body, length));
    }

    /// A message with its five bytes, not compressed.
    static byte[] write(byte[] message) {
        return ByteBuffer.allocate(KOP + message.length)
                .put((byte) 0)
                .putInt(message.length)
                .put(message)
                .array();
    }

    /// Exactly so many bytes.
    final class Precies extends FilterInputStream {

        private long rest;

        private Precies(InputStream in, long length) {
            super(in);
            this.rest = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (rest == 0 || length == 0) {
                return length == 0 ? 0 : -1;
            }
            int read = in.read(into, from, (int) Math.min(length, rest));
            if (read < 0) {
                throw new EOFException("the message is shorter than it said");
            }
            rest -= read;
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            byte[] lost = new byte[(int) Math.max(0, Math.min(wanted, 8192))];
            return Math.max(0, read(lost, 0, lost.length));
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
