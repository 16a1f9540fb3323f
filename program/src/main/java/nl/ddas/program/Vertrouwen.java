// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ddas.basis.Revocation;
import nl.ddas.trust.Anchors;
import nl.ddas.trust.Environment;
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
            Map<Purpose, Trust> alle = new EnumMap<>(Purpose.class);
            for (Purpose doel : Purpose.values()) {
                alle.put(doel, voor(ankers, Set.of(doel), intrekking, omgeving));
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
            return voor(ankers, doelen, TlsFiles.revocation(lijsten), omgeving);
        } catch (IOException onbruikbaar) {
            throw new UncheckedIOException(onbruikbaar);
        }
    }

    private static Trust voor(Anchors ankers, Set<Purpose> doelen, Revocation intrekking, Environment omgeving)
            throws IOException {
        Map<Purpose, List<X509Certificate>> alle = ankers.read();
        return Trust.of(ankers.of(doelen), intrekking, omgeving)
                .beside(Arrays.stream(Purpose.values())
                        .filter(doel -> !doelen.contains(doel))
                        .collect(Collectors.toMap(doel -> doel, doel -> alle.getOrDefault(doel, List.of()))));
    }
}
