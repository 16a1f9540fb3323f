// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Small files that are there whole or not at all, also after a power cut: written beside their place, synced, and
/// moved over it.
public final class WholeFile {

    private static final String UNFINISHED = ".deel";

    private WholeFile() {}

    /// Writes or replaces a file.
    ///
    /// @param permissions such as `rw-------`, whatever the umask; there before the first byte is
    /// @throws IOException when the disk does not take it; the old file is there still, and nothing beside it
    public static void write(Path file, byte[] bytes, String permissions) throws IOException {
        Path folder = file.resolveSibling("").toAbsolutePath();
        Set<PosixFilePermission> exact = PosixFilePermissions.fromString(permissions);
        Path unfinished = Files.createTempFile(
                folder, file.getFileName() + "-", UNFINISHED, PosixFilePermissions.asFileAttribute(exact));
        try {
            // The umask of the process may have left some out, and others may have to read this.
            Files.setPosixFilePermissions(unfinished, exact);
            fill(unfinished, ByteBuffer.wrap(bytes));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        SyncedFiles.syncFolder(folder);
    }

    /// Writes or replaces a file with a text in UTF-8.
    ///
    /// @param permissions such as `rw-------`, whatever the umask; there before the first byte is
    /// @throws IOException when the disk does not take it; the old file is there still, and nothing beside it
    public static void write(Path file, String text, String permissions) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8), permissions);
    }

    private static void fill(Path file, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// Makes a folder for nobody but its owner, when it is not there.
    ///
    /// @throws IOException when it cannot be made
    public static Path folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return folder;
    }

    /// Removes what a killed run left half-written in a folder. Not while another writes there.
    ///
    /// @throws IOException when the folder cannot be read or changed
    public static void removeUnfinished(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }
}
