// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.ddas.basis.Operator;
import nl.ddas.basis.OperatorKey;
import nl.ddas.trust.Identity;
import nl.ddas.trust.PemFiles;

/// The key with which an operator signs what he does, in a file of his own: PEM with the key and his certificate.
final class Beheerderssleutel {

    private Beheerderssleutel() {}

    /// @throws VerkeerdGebruik when the file is not there, holds something else, or is of no person
    static OperatorKey lees(Path bestand) {
        if (!Files.exists(bestand)) {
            throw new VerkeerdGebruik("het bestand met de sleutel van de beheerder, " + bestand + ", is er niet");
        }
        Invoer.bestaat(bestand);
        Identity identiteit;
        try {
            identiteit = PemFiles.identity(bestand);
        } catch (IOException onbruikbaar) {
            throw new VerkeerdGebruik(Foutmelding.van(onbruikbaar)
                    + ". Verwacht wordt PEM met een deel PRIVATE KEY en een deel CERTIFICATE, alleen voor u te lezen"
                    + " (chmod 600)");
        }
        try {
            return new OperatorKey(new Operator(identiteit.leaf()), identiteit.key());
        } catch (IllegalArgumentException geenPersoon) {
            throw new VerkeerdGebruik("het certificaat in " + bestand + " is niet van een persoon. Verwacht: een"
                    + " certificaat met voornaam en achternaam als CN, en de sleutel die erbij hoort");
        }
    }

    /// Who a certificate is of.
    ///
    /// @throws VerkeerdGebruik when the file is not there, holds something else, or is of no person
    static Operator persoon(Path bestand) {
        Invoer.bestaat(bestand);
        try {
            return Operator.of(PemFiles.certificates(bestand).getFirst())
                    .orElseThrow(() -> new VerkeerdGebruik("het certificaat in " + bestand + " is niet van een persoon."
                            + " Verwacht: een certificaat met voornaam en achternaam als CN"));
        } catch (IOException onbruikbaar) {
            throw new VerkeerdGebruik("in " + bestand + " staat geen certificaat (PEM)");
        }
    }
}
