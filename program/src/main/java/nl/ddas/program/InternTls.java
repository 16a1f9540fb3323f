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
import nl.ddas.trust.Holder;
import nl.ddas.trust.Oin;
import nl.ddas.trust.TlsFiles;

/// Certificates by which the parts of one organisation, and its operators, know each other: apart from those of the
/// Group, so that no other Peer gets in.
final class InternTls {

    private InternTls() {}

    /// Reads `intern-map`, a folder with an authority of our own that gives each part a certificate; or
    /// `intern-sleutel`, `intern-ankers` and `intern-intrekkingen`, files in PEM.
    ///
    /// @param naam of the part or the operator, as it stands in its certificate
    /// @param hosts names and addresses in a certificate from the folder
    /// @return what is in use now at each call; empty when the settings have neither
    /// @throws IOException when the folder cannot be read or written
    static Optional<Supplier<Tls>> lees(Settings instellingen, String naam, Oin oin, List<String> hosts, Clock klok)
            throws IOException {
        Optional<String> map = instellingen.optional("intern-map");
        Optional<String> sleutel = instellingen.optional("intern-sleutel");
        List<Path> ankers = paden(instellingen, "intern-ankers");
        List<Path> intrekkingen = paden(instellingen, "intern-intrekkingen");
        if (map.isPresent()) {
            AuthorityFolder eigen = AuthorityFolder.open(Path.of(map.get()), klok, new SecureRandom());
            Holder deel = new Holder(naam, oin, hosts);
            return Optional.of(() -> eigen.tls(deel));
        }
        TlsFiles.Lists lijsten = intrekkingen.isEmpty()
                ? new TlsFiles.Lists.None("intern-intrekkingen is not set")
                : new TlsFiles.Lists.In(intrekkingen);
        return sleutel.map(bestand -> new TlsFiles(Path.of(bestand), ankers, lijsten));
    }

    private static List<Path> paden(Settings instellingen, String sleutel) {
        return instellingen.texts(sleutel).stream().map(Path::of).toList();
    }
}
