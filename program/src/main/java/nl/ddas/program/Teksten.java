// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Longer texts for users that lie beside the program as files.
final class Teksten {

    private Teksten() {}

    /// The text of a file beside this class.
    static String lees(String naam) {
        try (InputStream bestand = Teksten.class.getResourceAsStream(naam)) {
            if (bestand == null) {
                throw new IllegalStateException(naam + " is missing from the program");
            }
            return new String(bestand.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
