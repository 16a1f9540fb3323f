// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ddas.basis.Revocation;
import nl.ddas.trust.Anchors;
import nl.ddas.trust.Environment;
import nl.ddas.trust.PemFiles;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.TlsFiles;
import nl.ddas.trust.Trust;

/// Whom we trust, from anchors and revocation lists in files.
final class Vertrouwen {

    private Vertrouwen() {}

    /// For each purpose apart.
    ///
    /// @throws UncheckedIOException when a file cannot be read, or a purpose has no anchor
    static Map<Purpose, Trust> perDoel(Anchors ankers, TlsFiles.Lists lijsten, Environment omgeving) {
        try {
            Revocation intrekking = TlsFiles.revocation(lijsten);
            Map<Purpose, List<X509Certificate>> gelezen = ankers.read();
            Map<Purpose, Trust> alle = new EnumMap<>(Purpose.class);
            for (Purpose doel : Purpose.values()) {
                Set<Purpose> alleen = Set.of(doel);
                alle.put(doel, voor(ankers.of(alleen, gelezen), alleen, gelezen, intrekking, omgeving));
            }
            return alle;
        } catch (IOException onbruikbaar) {
            throw new UncheckedIOException(onbruikbaar);
        }
    }

    /// For some purposes together.
    ///
    /// @throws UncheckedIOException when a file cannot be read, or there is no anchor for them
    static Trust samen(Anchors ankers, Set<Purpose> doelen, TlsFiles.Lists lijsten, Environment omgeving) {
        try {
            Map<Purpose, List<X509Certificate>> gelezen = ankers.read();
            return voor(ankers.of(doelen, gelezen), doelen, gelezen, TlsFiles.revocation(lijsten), omgeving);
        } catch (IOException onbruikbaar) {
            throw new UncheckedIOException(onbruikbaar);
        }
    }

    /// Certificates by which a revocation list for connections can be told from a forged one.
    ///
    /// @param ketens files with chains of our own
    /// @throws UncheckedIOException when a file cannot be read, or there is no anchor for connections
    static List<X509Certificate> bekend(List<Path> ankers, List<Path> ketens) {
        try {
            List<X509Certificate> bekend = new ArrayList<>(new Anchors(ankers).of(Set.of(Purpose.TLS)));
            for (Path keten : ketens) {
                bekend.addAll(PemFiles.certificates(keten));
            }
            return bekend;
        } catch (IOException onbruikbaar) {
            throw new UncheckedIOException(onbruikbaar);
        }
    }

    private static Trust voor(
            List<X509Certificate> ankers,
            Set<Purpose> doelen,
            Map<Purpose, List<X509Certificate>> alle,
            Revocation intrekking,
            Environment omgeving) {
        return Trust.of(ankers, intrekking, omgeving)
                .beside(Arrays.stream(Purpose.values())
                        .filter(doel -> !doelen.contains(doel))
                        .collect(Collectors.toMap(doel -> doel, doel -> alle.getOrDefault(doel, List.of()))));
    }
}
