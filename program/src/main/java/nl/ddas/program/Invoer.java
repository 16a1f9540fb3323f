// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Small questions about what the user gave.
final class Invoer {

    /// The output is full or nobody reads it any more.
    static final String UITVOER_DICHT = "the output does not take any more";

    private Invoer() {}

    /// @throws VerkeerdGebruik when this is no file that can be read
    static void bestaat(Path bestand) {
        if (Files.isDirectory(bestand)) {
            throw new VerkeerdGebruik(bestand + " is een map; geef een bestand");
        }
        if (!Files.exists(bestand)) {
            throw new VerkeerdGebruik("het bestand " + bestand + " is er niet");
        }
        if (!Files.isReadable(bestand)) {
            throw new VerkeerdGebruik("het bestand " + bestand + " mag niet gelezen worden");
        }
    }

    /// To be asked before the work, so that nobody waits for a report that has no place to go.
    ///
    /// @throws VerkeerdGebruik when no file can come there
    static void kanGeschrevenWorden(Path bestand) {
        if (Files.isDirectory(bestand)) {
            throw new VerkeerdGebruik(bestand + " is een map; noem een bestand");
        }
        Path map = Path.of("").toAbsolutePath().resolve(bestand).normalize().getParent();
        if (map == null || !Files.isDirectory(map)) {
            throw new VerkeerdGebruik(
                    "de map voor " + bestand + " is er niet; maak die eerst, of noem een andere plek");
        }
        if (!Files.isWritable(map)) {
            throw new VerkeerdGebruik(
                    "in de map voor " + bestand + " mag niet geschreven worden; noem een andere plek");
        }
    }

    /// The standard output with a buffer of its own; closing flushes and leaves the output open.
    static OutputStream gebufferd(PrintStream uit) {
        return new BufferedOutputStream(
                new FilterOutputStream(uit) {
                    @Override
                    public void write(byte[] bytes, int begin, int lengte) throws IOException {
                        out.write(bytes, begin, lengte);
                        if (uit.checkError()) {
                            throw new IOException(UITVOER_DICHT);
                        }
                    }

                    @Override
                    public void close() throws IOException {
                        flush();
                    }
                },
                1 << 16);
    }
}
