// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Cipher;

/// Seals a file chunk by chunk under a draft name, and gives it its own name at the end.
final class SealedDraft extends SealedFolder.Draft {

    private final Path draft;
    private final Path place;
    private final SealedFormat format;
    private final FileChannel channel;
    private final Cipher cipher = SealedFormat.cipher();
    private final byte[] chunk = new byte[SealedFormat.CHUNK];
    private final byte[] sealed = new byte[SealedFormat.CHUNK + SealedFormat.TAG];
    private int filled;
    private long index;
    private boolean keep;
    private boolean closed;

    SealedDraft(Path draft, Path place, SealedFormat format) throws IOException {
        this.draft = draft;
        this.place = place;
        this.format = format;
        this.channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            writeAll(format.header());
        } catch (IOException | RuntimeException failed) {
            discard(failed);
            throw failed;
        }
    }

    private void discard(Throwable failed) {
        try (channel) {
            Files.deleteIfExists(draft);
        } catch (IOException also) {
            failed.addSuppressed(also);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (closed) {
            throw new IOException("the sealed file is closed");
        }
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == chunk.length) {
                sealChunk(false);
            }
            int n = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, from, chunk, filled, n);
            filled += n;
            from += n;
            left -= n;
        }
    }

    private void sealChunk(boolean last) throws IOException {
        int length = format.seal(cipher, new SealedFormat.ChunkAt(index, last), chunk, filled, sealed);
        writeAll(ByteBuffer.wrap(sealed, 0, length));
        index++;
        filled = 0;
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void keep() {
        keep = true;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (FileChannel open = channel) {
            if (keep) {
                sealChunk(true);
                open.force(true);
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
                SyncedFiles.syncFolder(Objects.requireNonNull(place.getParent()));
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
