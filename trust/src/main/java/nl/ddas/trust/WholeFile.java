// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Small text files that are there whole or not at all, also after a power cut: written beside their place, synced, and
/// moved over it.
public final class WholeFile {

    private static final String UNFINISHED = ".deel";

    private WholeFile() {}

    /// Writes or replaces a file.
    ///
    /// @param text ASCII
    /// @param permissions such as `rw-------`, there before the first byte is
    /// @throws IOException when the disk does not take it; the old file is there still
    public static void write(Path file, String text, String permissions) throws IOException {
        Path folder = file.resolveSibling("").toAbsolutePath();
        Path unfinished = Files.createTempFile(
                folder,
                file.getFileName() + "-",
                UNFINISHED,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
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

    /// Removes what a killed run left half-written.
    static void removeUnfinished(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot sync " + folder, broken);
        }
    }
}
