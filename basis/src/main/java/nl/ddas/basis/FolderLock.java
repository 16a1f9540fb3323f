// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// One at a time in a folder: threads and processes alike. Gone with its process, however that ends.
public final class FolderLock implements AutoCloseable {

    private static final long WAIT = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int TRIES = 3000;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits its turn, at most a minute.
    ///
    /// @throws FolderLocked when its turn does not come
    /// @throws IOException when the folder is not there
    public static FolderLock take(Path folder) throws IOException {
        return take(folder, TRIES);
    }

    /// Takes the folder for as long as this is open, when nobody has it.
    ///
    /// @throws FolderLocked when somebody has it
    /// @throws IOException when the folder is not there
    public static FolderLock takeNow(Path folder) throws IOException {
        return take(folder, 1);
    }

    private static FolderLock take(Path folder, int tries) throws IOException {
        Path file = folder.resolve("slot");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (int i = 1; tryLock(channel).isEmpty(); i++) {
            if (i == tries) {
                channel.close();
                throw new FolderLocked(file);
            }
            LockSupport.parkNanos(WAIT);
        }
        return new FolderLock(channel);
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException takenByAnotherThread) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
