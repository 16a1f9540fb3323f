// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Tls;
import nl.ddas.trust.Environment;
import nl.ddas.trust.TlsFiles;
import picocli.CommandLine.Option;

/// With what a command proves itself to a log of somebody else, and which certificate of that log it believes.
final class Tlsopties {

    @Option(
            names = "--certificaat",
            paramLabel = "PEM",
            description = "Uw sleutel en certificaat, waaraan een logboek u herkent.")
    Optional<Path> certificaat = Optional.empty();

    @Option(names = "--anker", paramLabel = "PEM", description = "Stamcertificaat van het logboek. Mag vaker.")
    List<Path> ankers = List.of();

    @Option(
            names = "--crl",
            paramLabel = "BESTAND",
            description = "Intrekkingslijst. Mag vaker; zonder wordt niet gekeken of certificaten zijn ingetrokken.")
    List<Path> lijsten = List.of();

    @Option(
            names = "--omgeving",
            paramLabel = "WOORD",
            description = "productie (gewoon) of test: dan mogen stamcertificaten TEST, TRIAL of DEMO heten.")
    String omgeving = Omgevingskeuze.GEWOON;

    /// What stands in the files.
    ///
    /// @throws VerkeerdGebruik when an option is missing, a file is not there, or a root is for practice and
    ///     this is not
    /// @throws java.io.UncheckedIOException when a file holds something else
    Tls lees(Clock klok) {
        if (certificaat.isEmpty() || ankers.isEmpty()) {
            throw new VerkeerdGebruik(
                    "bij een adres met https horen --certificaat (uw sleutel en certificaat) en --anker (het"
                            + " stamcertificaat van het logboek)");
        }
        Invoer.bestaat(certificaat.get());
        ankers.forEach(Invoer::bestaat);
        lijsten.forEach(Invoer::bestaat);
        TlsFiles.Lists intrekkingen = lijsten.isEmpty()
                ? new TlsFiles.Lists.None("--crl was not given")
                : new TlsFiles.Lists.In(lijsten, klok);
        Environment waar = Omgevingskeuze.van("--omgeving", omgeving);
        TlsFiles bestanden = new TlsFiles(certificaat.get(), ankers, intrekkingen, waar);
        try {
            List<X509Certificate> _ = bestanden.trusted();
        } catch (IllegalArgumentException oefenen) {
            throw new VerkeerdGebruik(Foutmelding.van(oefenen));
        }
        return bestanden.get();
    }
}
