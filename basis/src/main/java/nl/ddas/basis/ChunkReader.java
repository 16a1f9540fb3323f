// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import javax.crypto.Cipher;

/// Opens chunks of one file into a buffer that is used again; one thread at a time.
final class ChunkReader {

    private static final long NONE = -1;

    private final FileChannel channel;
    private final SealedFormat format;
    private final long size;
    private final Cipher cipher = SealedFormat.cipher();
    private final byte[] sealed = new byte[SealedFormat.CHUNK + SealedFormat.TAG];
    private final byte[] content = new byte[SealedFormat.CHUNK];
    private long loaded = NONE;
    private int position;

    ChunkReader(FileChannel channel, SealedFormat format, long size) {
        this.channel = channel;
        this.format = format;
        this.size = size;
    }

    /// Makes the content at an offset stand in the buffer.
    ///
    /// @param end where the content that is wanted ends
    /// @return bytes of it that stand in the buffer from [#position] on, at least one
    int seek(long at, long end) throws IOException {
        long index = at / SealedFormat.CHUNK;
        if (index != loaded) {
            load(index);
        }
        position = (int) (at - index * SealedFormat.CHUNK);
        return (int) Math.min(SealedFormat.CHUNK - position, end - at);
    }

    /// @throws SealBroken when the chunk is not the one that was written
    void load(long index) throws IOException {
        loaded = NONE;
        boolean last = index == SealedFormat.lastChunk(size);
        int length = last ? (int) (size - index * SealedFormat.CHUNK) : SealedFormat.CHUNK;
        long place = SealedFormat.HEADER + index * (SealedFormat.CHUNK + SealedFormat.TAG);
        readFully(channel, sealed, length + SealedFormat.TAG, place);
        format.open(cipher, new SealedFormat.ChunkAt(index, last), sealed, length + SealedFormat.TAG, content);
        loaded = index;
    }

    byte[] content() {
        return content;
    }

    int position() {
        return position;
    }

    static void readFully(FileChannel channel, byte[] to, int length, long place) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(to, 0, length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, place + buffer.position()) < 0) {
                throw new SealBroken("the sealed file ended " + buffer.remaining() + " bytes early");
            }
        }
    }
}
