// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.ddas.logboek.register.Documentlezer;
import nl.ddas.logboek.register.Fout;
import nl.ddas.logboek.register.Registerdocument;

/// A register in a file.
final class Registerbestand {

    private Registerbestand() {}

    /// What the file holds, or all that is wrong with it.
    ///
    /// @throws VerkeerdGebruik when it is not there
    /// @throws IOException when it cannot be read
    static Documentlezer.Lezing lees(Path bestand) throws IOException {
        Invoer.bestaat(bestand);
        try (InputStream stroom = Files.newInputStream(bestand)) {
            return Documentlezer.read(stroom.readNBytes(Documentlezer.MAX_BYTES + 1));
        }
    }

    /// The register in a file that must be good.
    ///
    /// @throws VerkeerdGebruik when it is not there, or not good
    /// @throws IOException when it cannot be read
    static Registerdocument goed(Path bestand) throws IOException {
        return switch (lees(bestand)) {
            case Documentlezer.Lezing.Gelezen(Registerdocument document) -> document;
            case Documentlezer.Lezing.Geweigerd(List<Fout> fouten) ->
                throw new VerkeerdGebruik("het register " + bestand + " is niet te gebruiken" + regel(fouten.getFirst())
                        + ". " + fouten.getFirst().melding()
                        + " Alles zien wat er niet klopt: ddas logboek register controleer " + bestand);
        };
    }

    private static String regel(Fout fout) {
        return fout.regel() == 0 ? "" : " (regel " + fout.regel() + ")";
    }
}
