// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import org.jdbi.v3.core.Jdbi;

/// The secret under which persons become keys; it lies sealed beside the evidence, and must not change while records
/// count, or the same person is not recognised any more.
final class Geheim {

    /// Name of its file among the evidence.
    static final String BESTAND = "persoonssleutel";

    private static final int BYTES = 32;

    private Geheim() {}

    /// The secret that is there, else a new one; a new one is made only when no record was made under another.
    ///
    /// @throws IOException when it cannot be read or made, or is gone while records were made under it (Dutch: an
    /// administrator reads it)
    static byte[] van(Bewijs bewijs, Jdbi jdbi, SecureRandom toeval) throws IOException {
        if (!bewijs.heeft(BESTAND)) {
            if (isGebruikt(jdbi)) {
                throw new IOException("in de bewijs-map ontbreekt het bestand " + BESTAND + ", maar de database heeft"
                        + " trajecten die ermee zijn ingelezen. Met een nieuwe sleutel wordt niemand daarin herkend."
                        + " Zet het bestand terug uit een reservekopie van de bewijs-map, met het sleutel-bestand dat"
                        + " daarbij hoort. Is die er niet, begin dan met een lege database en verzamel opnieuw.");
            }
            byte[] nieuw = new byte[BYTES];
            toeval.nextBytes(nieuw);
            bewijs.bewaarAlsAfwezig(BESTAND, nieuw);
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

    private static boolean isGebruikt(Jdbi jdbi) {
        return jdbi.withHandle(db -> db.createQuery("SELECT EXISTS (SELECT 1 FROM bronrecord)")
                .mapTo(Boolean.class)
                .one());
    }
}
