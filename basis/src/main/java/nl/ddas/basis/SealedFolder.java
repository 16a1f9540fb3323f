// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ddas.basis.KeyFileFault.Fault;

/// A folder of sealed files: everything with persons in it that touches the disk goes through here.
///
/// Each file is cut in chunks of 64 KiB, each encrypted with AES-256-GCM under a key that lies outside the folder, so
/// that a file can be read from any offset, and a changed, cut or swapped chunk is noticed. A file is bound to its
/// name: under another name it does not open. An older version of the same file put back in place is not noticed.
/// Folder mode 0700. Safe for many threads.
public final class SealedFolder {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    private static final String DRAFT = ".draft-";

    private final Path folder;
    private final byte[] key;
    private final SecureRandom random;

    private SealedFolder(Path folder, byte[] key, SecureRandom random) {
        this.folder = folder;
        this.key = key;
        this.random = random;
    }

    /// Opens the folder, makes it when it is not there. What a killed process left half written is removed.
    ///
    /// @param keyFile holds 32 random bytes, made (mode 0600) when not there; must not lie inside `folder`
    /// @param random draws the key, and what makes each file different
    /// @throws KeyFileFault when the key file lies inside the folder, has another size or is open to others
    /// @throws IOException when the disk fails
    public static SealedFolder open(Path folder, Path keyFile, SecureRandom random) throws IOException {
        if (keyFile.toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize())) {
            throw new KeyFileFault(new Fault.InItsFolder(keyFile, folder));
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        SealedFolder opened = new SealedFolder(folder, KeyFile.readOrMake(keyFile, random), random);
        opened.removeLeftDrafts();
        return opened;
    }

    /// Writes a file; it appears under its name, whole and synced, only when the stream is closed after [Draft#keep].
    /// A file that is there under that name is replaced then.
    ///
    /// @param name letters, digits, `.`, `_` and `-`, at most 200
    /// @throws IllegalArgumentException for another name
    public Draft write(String name) throws IOException {
        byte[] id = new byte[SealedFormat.ID_BYTES];
        random.nextBytes(id);
        Path place = place(name);
        Path draft = folder.resolve(DRAFT + ProcessMark.own() + "-" + Long.toUnsignedString(random.nextLong(), 36));
        return new SealedDraft(draft, place, SealedFormat.of(key, id, name));
    }

    /// A file being written. Closed without [#keep], it leaves nothing behind.
    public abstract static class Draft extends OutputStream {
        /// Declares the content complete: closing now puts the file in place.
        public abstract void keep();
    }

    /// Opens a file for reading from any offset.
    ///
    /// @throws NoSuchFileException when there is no such file
    /// @throws SealBroken when the file was cut, swapped or written with another key
    public SealedFile file(String name) throws IOException {
        return OpenSealedFile.open(place(name), key, name);
    }

    /// Whether the file is there.
    public boolean has(String name) {
        return Files.isRegularFile(place(name), LinkOption.NOFOLLOW_LINKS);
    }

    /// Names of the files, in no order.
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .toList();
        }
    }

    /// Removes the file when it is there.
    public void delete(String name) throws IOException {
        if (Files.deleteIfExists(place(name))) {
            SyncedFiles.syncFolder(folder);
        }
    }

    private Path place(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "sealed file: expected a name of letters, digits, '.', '_' and '-', got '" + name + "'");
        }
        return folder.resolve(name);
    }

    private void removeLeftDrafts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(DRAFT) && !ProcessMark.isRunning(name.substring(DRAFT.length()))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /// One sealed file, open for reading by many threads.
    public abstract static class SealedFile implements AutoCloseable {
        /// Size of the content in bytes.
        public abstract long size();

        /// Content from an offset on, at most `length` bytes.
        ///
        /// @throws IndexOutOfBoundsException when the offset lies outside the content
        public abstract InputStream read(long offset, long length) throws IOException;

        /// Copies content straight to a stream; as many bytes as [#read] would give.
        ///
        /// @throws SealBroken when a chunk was changed
        public abstract void copyTo(long offset, long length, OutputStream out) throws IOException;

        @Override
        public abstract void close() throws IOException;
    }
}
