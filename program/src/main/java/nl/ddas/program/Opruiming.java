// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Removes folders that this program made.
final class Opruiming {

    private Opruiming() {}

    /// Removes a folder with all that is in it; does nothing when it is not there.
    static void weg(Path map) throws IOException {
        if (!Files.isDirectory(map)) {
            return;
        }
        try (Stream<Path> alle = Files.walk(map)) {
            for (Path pad : alle.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(pad);
            }
        }
    }
}
