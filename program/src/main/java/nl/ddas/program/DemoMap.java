// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import nl.ddas.basis.FolderLock;

/// The folder of the demo: only for its owner, and marked, because each run clears what the one before left in it.
final class DemoMap {

    private static final String MERK = ".ddas-demo";

    private DemoMap() {}

    /// Makes the folder, or takes the one of an earlier demo, for as long as the lock is open.
    ///
    /// @throws VerkeerdGebruik when the folder holds something that the demo did not make
    /// @throws IOException when another demo runs in it
    static FolderLock neem(Path map) throws IOException {
        Files.createDirectories(map);
        if (!Files.exists(map.resolve(MERK))) {
            eisLeeg(map);
            Files.createFile(map.resolve(MERK));
        }
        Files.setPosixFilePermissions(map, PosixFilePermissions.fromString("rwx------"));
        return FolderLock.takeNow(map);
    }

    private static void eisLeeg(Path map) throws IOException {
        try (Stream<Path> inhoud = Files.list(map)) {
            if (inhoud.findAny().isPresent()) {
                throw new VerkeerdGebruik("de map " + map
                        + " is niet leeg en niet van een eerdere demo; kies met --map een nieuwe of lege map");
            }
        }
    }
}
