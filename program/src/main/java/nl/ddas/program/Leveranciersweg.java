// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.ddas.basis.Settings;
import nl.ddas.levering.verzamelaar.Leverancier;
import nl.ddas.levering.verzamelaar.Leveranciers;

/// How the collector knows its suppliers: from a file, or from its contracts in FSC.
sealed interface Leveranciersweg {

    /// Opened: the suppliers, and what must be closed afterwards.
    record Open(Leveranciers leveranciers, Einde.Sluiting daarna) {}

    /// @throws IOException when what it takes cannot be read
    Open open(Omgeving omgeving) throws IOException;

    /// Those of a file, which has been read.
    record Bestand(Leveranciers leveranciers) implements Leveranciersweg {
        @Override
        public Open open(Omgeving omgeving) {
            return new Open(leveranciers, () -> {});
        }
    }

    /// Our own Manager and Outway.
    ///
    /// @param beheer settings of the connection with the management interface, as for `ddas fsc contract`
    /// @param outway address for our own programs
    record Fsc(Path beheer, URI outway) implements Leveranciersweg {
        @Override
        public Open open(Omgeving omgeving) throws IOException {
            Beheerverbinding manager = Beheerverbinding.open(beheer, omgeving);
            return new Open(new FscLeveranciers(manager, outway), manager::close);
        }
    }

    /// Reads `leveranciers-bestand`, or `fsc-beheer` and `fsc-outway`.
    ///
    /// @throws VerkeerdGebruik when neither way is set, or both are, or the file with suppliers is not there
    /// @throws IllegalArgumentException when the file with suppliers is wrong
    static Leveranciersweg lees(Settings instellingen, Omgeving omgeving) {
        Optional<Path> bestand = instellingen.optional("leveranciers-bestand").map(Path::of);
        Optional<Path> beheer = instellingen.optional("fsc-beheer").map(Path::of);
        Optional<URI> outway = instellingen.optional("fsc-outway").map(URI::create);
        if (bestand.isPresent() == beheer.isPresent() || beheer.isPresent() != outway.isPresent()) {
            throw new VerkeerdGebruik("zet in de instellingen of leveranciers-bestand (adressen in een bestand), of"
                    + " fsc-beheer en fsc-outway (leveranciers met wie u in FSC een contract hebt)");
        }
        if (outway.filter(adres -> !Leverancier.isVeilig(adres)).isPresent()) {
            throw new VerkeerdGebruik(
                    "fsc-outway: verwacht wordt een adres op deze computer, zoals http://127.0.0.1:8082,"
                            + " of een adres met https");
        }
        bestand.ifPresent(Leveranciersweg::eisBestand);
        return bestand.<Leveranciersweg>map(file -> new Bestand(Leveranciers.uitBestand(file, omgeving.variabelen())))
                .orElseGet(() -> new Fsc(beheer.orElseThrow(), outway.orElseThrow()));
    }

    private static void eisBestand(Path bestand) {
        if (!Files.exists(bestand)) {
            throw new VerkeerdGebruik("er is geen bestand " + bestand + " met leveranciers (leveranciers-bestand); maak"
                    + " er een met: ddas verzamel config --leveranciers > " + bestand);
        }
    }
}
