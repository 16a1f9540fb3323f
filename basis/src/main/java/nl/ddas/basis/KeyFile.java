// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import nl.ddas.basis.KeyFileFault.Fault;

/// A file with a secret that only its owner may read.
final class KeyFile {

    private static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /// A key of 32 random bytes.
    ///
    /// @throws KeyFileFault when the file has another size or is open to others
    /// @throws IOException when the disk fails
    static byte[] readOrMake(Path file, SecureRandom random) throws IOException {
        byte[] key = readOrMake(file, () -> {
            byte[] drawn = new byte[KEY_BYTES];
            random.nextBytes(drawn);
            return drawn;
        });
        if (key.length != KEY_BYTES) {
            throw new KeyFileFault(new Fault.WrongSize(file, KEY_BYTES, key.length));
        }
        return key;
    }

    /// @param content asked when there is no file yet
    /// @throws KeyFileFault when the file is open to others
    /// @throws IOException when the disk fails
    static byte[] readOrMake(Path file, Supplier<byte[]> content) throws IOException {
        try {
            return read(file);
        } catch (NoSuchFileException none) {
            make(file, content.get());
            return read(file);
        }
    }

    /// @throws NoSuchFileException when there is no file
    /// @throws KeyFileFault when the file is open to others
    /// @throws IOException when the disk fails
    static byte[] read(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new KeyFileFault(new Fault.OpenToOthers(file, PosixFilePermissions.toString(permissions)));
        }
        return Files.readAllBytes(file);
    }

    /// Two processes may make it at once: the link lets one win, and both read that one's key.
    private static void make(Path file, byte[] content) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("key file " + file + ": expected a file in a folder");
        }
        Files.createDirectories(parent);
        Path draft = Files.createTempFile(parent, ".key-", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException other) {
            // The other one's key is the key.
        } finally {
            Files.delete(draft);
        }
        SyncedFiles.syncFolder(parent);
    }
}
