// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nl.ddas.basis.KeyFileFault;
import nl.ddas.trust.SecretFile;

/// A file with a secret that is no key: a PIN or a password.
final class Geheimbestand {

    private Geheimbestand() {}

    /// What it holds, without white space around it or the mark that some editors put before UTF-8.
    ///
    /// @param wat what that is, Dutch with its article, such as `de pincode`
    /// @throws VerkeerdGebruik when it is open to every user of this computer, or is no text in UTF-8
    /// @throws UncheckedIOException when it cannot be read
    static String lees(Path bestand, String wat) {
        try {
            // Strictly: another secret than the one that was meant must not be used without a word.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(SecretFile.read(bestand)))
                    .toString()
                    .replaceFirst("^\uFEFF", "")
                    .strip();
        } catch (CharacterCodingException geenTekst) {
            throw new VerkeerdGebruik("het bestand " + bestand + " met " + wat
                    + " is geen tekst in UTF-8. Sla het op als UTF-8, of kies letters zonder accenten");
        } catch (KeyFileFault open) {
            throw new VerkeerdGebruik("het bestand " + bestand + " met " + wat
                    + " is ook voor anderen op deze computer te lezen. Sluit het af met chmod 600");
        } catch (IOException onleesbaar) {
            throw new UncheckedIOException(onleesbaar);
        }
    }
}
