// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Temporary files of one run, in a folder of their own that only this user can enter. Made when the first
/// file is needed, gone on close.
///
/// For numbers only (keyed hashes, places): no value from a message may be written here.
final class Werkmap implements AutoCloseable {

    private static final Set<PosixFilePermission> ALLEEN_WIJ = PosixFilePermissions.fromString("rwx------");

    private final Path ouder;
    private final List<FileChannel> open = new ArrayList<>();
    private Optional<Path> map = Optional.empty();

    /// @param ouder an existing folder
    Werkmap(Path ouder) {
        this.ouder = ouder;
    }

    /// The folder itself.
    Path pad() throws IOException {
        if (map.isEmpty()) {
            map = Optional.of(
                    Files.createTempDirectory(ouder, "ddas-toets-", PosixFilePermissions.asFileAttribute(ALLEEN_WIJ)));
        }
        return map.get();
    }

    /// A new empty file, open for reading and writing; it is gone from the folder at once and from the disk
    /// on close.
    FileChannel bestand() throws IOException {
        Path pad = pad().resolve("werk-" + open.size());
        FileChannel kanaal = FileChannel.open(
                pad,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        open.add(kanaal);
        return kanaal;
    }

    @Override
    public void close() throws IOException {
        for (FileChannel kanaal : open) {
            kanaal.close();
        }
        if (map.isPresent()) {
            Files.deleteIfExists(map.get());
        }
    }
}
