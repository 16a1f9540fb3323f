// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nl.ddas.basis.KeyFileFault;
import nl.ddas.trust.SecretFile;

/// A file with a secret that is no key: a PIN or a password.
final class Geheimbestand {

    private Geheimbestand() {}

    /// What it holds, without white space around it.
    ///
    /// @param wat what that is, Dutch with its article, such as `de pincode`
    /// @throws VerkeerdGebruik when it is open to every user of this computer
    /// @throws UncheckedIOException when it cannot be read
    static String lees(Path bestand, String wat) {
        try {
            return new String(SecretFile.read(bestand), StandardCharsets.UTF_8).strip();
        } catch (KeyFileFault open) {
            throw new VerkeerdGebruik("het bestand " + bestand + " met " + wat
                    + " is ook voor anderen op deze computer te lezen. Sluit het af met chmod 600");
        } catch (IOException onleesbaar) {
            throw new UncheckedIOException(onleesbaar);
        }
    }
}
