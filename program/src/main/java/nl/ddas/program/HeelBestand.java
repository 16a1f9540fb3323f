// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files for users that are there whole or not at all, also when the disk is full.
final class HeelBestand {

    private HeelBestand() {}

    /// Writes or replaces a file.
    ///
    /// @throws IOException when it cannot be written; what was there before is there still
    static void schrijf(Path pad, String tekst) throws IOException {
        Path deel = pad.resolveSibling(pad.getFileName() + ".deel");
        try {
            Files.writeString(deel, tekst, StandardCharsets.UTF_8);
            Files.move(deel, pad, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException vol) {
            Files.deleteIfExists(deel);
            throw vol;
        }
    }
}
