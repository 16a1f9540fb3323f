// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.CertificateEnd;
import nl.ddas.basis.Metrics;

/// How long our own certificates last: as figures, and as a remark in health when one ends soon.
///
/// @param certificaten by what they are for, such as `tls`; asked each time, because they are renewed while we run
/// @param klok tells how long
public record Certificaatduur(Map<String, Supplier<X509Certificate>> certificaten, Clock klok) {

    /// What the certificate of connections is for.
    public static final String TLS = "tls";

    public Certificaatduur {
        certificaten = new TreeMap<>(certificaten);
    }

    /// Those that are not for connections.
    public Map<String, Supplier<X509Certificate>> voorBerichten() {
        Map<String, Supplier<X509Certificate>> ander = new TreeMap<>(certificaten);
        ander.remove(TLS);
        return ander;
    }

    /// Registers `PREFIX_certificaat_DOEL_dagen` for each: days until it ends, below zero when it has.
    public void meld(Metrics cijfers, String prefix) {
        certificaten.forEach((doel, certificaat) -> cijfers.gauge(
                prefix + "_certificaat_" + doel + "_dagen",
                "Dagen tot het einde van het eigen certificaat voor " + doel,
                () -> dagen(certificaat.get())));
    }

    private double dagen(X509Certificate certificaat) {
        return CertificateEnd.days(certificaat, klok.instant());
    }

    /// What the operator should know, Dutch; empty when all last for more than 60 days.
    ///
    /// @param eerst another remark, told first
    public Optional<String> opmerking(Supplier<Optional<String>> eerst) {
        String alles = Stream.concat(
                        eerst.get().stream(),
                        certificaten.entrySet().stream()
                                .flatMap(een ->
                                        CertificateEnd.remark(
                                                een.getKey(), een.getValue().get(), klok.instant())
                                                .stream()))
                .collect(Collectors.joining("; "));
        return Optional.of(alles).filter(tekst -> !tekst.isEmpty());
    }
}
