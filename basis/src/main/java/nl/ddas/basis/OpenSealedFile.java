// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// A sealed file open for reading. Each reading thread borrows a [ChunkReader], so that buffers are used again and
/// small reads one after another from the same chunk open it once.
final class OpenSealedFile extends SealedFolder.SealedFile {

    private static final int KEPT_READERS = 8;

    private final FileChannel channel;
    private final SealedFormat format;
    private final long size;
    private final BlockingQueue<ChunkReader> readers = new ArrayBlockingQueue<>(KEPT_READERS);

    private OpenSealedFile(FileChannel channel, SealedFormat format, long size) {
        this.channel = channel;
        this.format = format;
        this.size = size;
    }

    /// Opens the file and its last chunk: a file that was cut does not open.
    static OpenSealedFile open(Path place, byte[] key, String name) throws IOException {
        FileChannel channel = FileChannel.open(place, StandardOpenOption.READ);
        try {
            byte[] header = new byte[SealedFormat.HEADER];
            long size = SealedFormat.contentSize(channel.size());
            ChunkReader.readFully(channel, header, header.length, 0);
            SealedFormat format = SealedFormat.of(key, SealedFormat.idIn(header), name);
            OpenSealedFile file = new OpenSealedFile(channel, format, size);
            ChunkReader reader = file.borrow();
            reader.load(SealedFormat.lastChunk(size));
            file.giveBack(reader);
            return file;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private ChunkReader borrow() {
        ChunkReader reader = readers.poll();
        return reader == null ? new ChunkReader(channel, format, size) : reader;
    }

    private void giveBack(ChunkReader reader) {
        boolean kept = readers.offer(reader);
        assert kept || readers.remainingCapacity() == 0;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void copyTo(long offset, long length, OutputStream out) throws IOException {
        Objects.checkIndex(offset, size + 1);
        long end = offset + Math.min(length, size - offset);
        ChunkReader reader = borrow();
        long at = offset;
        while (at < end) {
            int n = reader.seek(at, end);
            out.write(reader.content(), reader.position(), n);
            at += n;
        }
        giveBack(reader);
    }

    @Override
    public InputStream read(long offset, long length) {
        Objects.checkIndex(offset, size + 1);
        return new Content(offset, offset + Math.min(length, size - offset));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// One thread reads it; the reader goes back when the stream is closed.
    private final class Content extends PieceStream {

        private final ChunkReader reader = borrow();
        private final long end;
        private long at;

        Content(long at, long end) {
            this.at = at;
            this.end = end;
        }

        @Override
        int take(byte[] to, int offset, int length) throws IOException {
            if (at == end) {
                return -1;
            }
            int n = Math.min(length, reader.seek(at, end));
            System.arraycopy(reader.content(), reader.position(), to, offset, n);
            at += n;
            return n;
        }

        @Override
        public long skip(long count) {
            long n = Math.max(0, Math.min(count, end - at));
            at += n;
            return n;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, end - at);
        }

        @Override
        void release() {
            giveBack(reader);
        }
    }
}
