// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.TlsFiles;

/// Certificates by which the parts of one organisation, and its operators, know each other: apart from those of the
/// Group, so that no other Peer gets in.
///
/// @param tls what is in use now, at each call
/// @param intrekkingen the revocation lists that these go by, closed with it
record InternTls(Supplier<Tls> tls, Intrekkingen intrekkingen) implements AutoCloseable {

    /// Reads `intern-map`, a folder with an authority of our own that gives each part a certificate; or
    /// `intern-sleutel`, `intern-ankers` and `intern-intrekkingen`, files in PEM, and for the lists also
    /// folders and web addresses.
    ///
    /// @param deel the part or the operator, as it stands in a certificate from the folder
    /// @param omgeving production refuses anchors that are for practice
    /// @return empty when the settings have neither
    /// @throws IOException when the folder cannot be read or written
    /// @throws IllegalArgumentException when an anchor is for practice, and this is not
    /// @throws VerkeerdGebruik when a file cannot be used, or `geen` stands beside other lists
    static Optional<InternTls> lees(Settings instellingen, Holder deel, Environment omgeving, Clock klok)
            throws IOException {
        Optional<String> map = instellingen.optional("intern-map");
        Optional<Path> sleutel = instellingen.optional("intern-sleutel").map(Path::of);
        List<Path> ankers =
                instellingen.texts("intern-ankers").stream().map(Path::of).toList();
        Intrekkingen lijsten = Intrekkingen.lees(
                        instellingen,
                        "intern-intrekkingen",
                        () -> Vertrouwen.bekend(ankers, sleutel.stream().toList()),
                        klok)
                .orElseGet(() -> Intrekkingen.geen("intern-intrekkingen is not set"));
        if (map.isPresent()) {
            AuthorityFolder eigen = AuthorityFolder.open(Path.of(map.get()), klok, new SecureRandom());
            return Optional.of(new InternTls(() -> eigen.tls(deel), lijsten));
        }
        return sleutel.map(plek -> bestanden(new TlsFiles(plek, ankers, lijsten.lijsten(), omgeving), lijsten));
    }

    /// Read once here, so that what is wrong with them is told as a fault of the settings.
    private static InternTls bestanden(TlsFiles bestanden, Intrekkingen lijsten) {
        Tls _ = Instellingen.bestanden(bestanden);
        return new InternTls(bestanden, lijsten);
    }

    /// From then on no revocation lists are fetched any more; close it after what makes connections.
    @Override
    public void close() {
        intrekkingen.close();
    }
}
