// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;

/// The secret under which persons become keys; it lies sealed beside the evidence, and must not change while records
/// count, or the same person is not recognised any more.
final class Geheim {

    /// Name of its file among the evidence.
    static final String BESTAND = "persoonssleutel";
    private static final int BYTES = 32;

    private Geheim() {}

    /// @throws IOException when it cannot be read or made
    static byte[] van(Bewijs bewijs) throws IOException {
        if (!bewijs.heeft(BESTAND)) {
            byte[] nieuw = new byte[BYTES];
            new SecureRandom().nextBytes(nieuw);
            try (Bewijs.Schrijver uit = bewijs.schrijf(BESTAND)) {
                uit.write(nieuw);
                uit.bewaar();
            }
        }
        try (InputStream in = bewijs.lees(BESTAND)) {
            byte[] geheim = in.readAllBytes();
            if (geheim.length != BYTES) {
                throw new IOException(
                        "the secret of the person keys: expected " + BYTES + " bytes, got " + geheim.length);
            }
            return geheim;
        }
    }
}
