// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.CertificateEnd;
import nl.ddas.basis.Issuance;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.TlsReload;
import nl.ddas.trust.PayloadSigner;

/// How long our own certificates last, and the issuers above them: as figures, and as a remark in health when
/// one ends soon.
///
/// @param ketens by what they are for, such as `tls`, leaf first; asked each time, because they are renewed
///     while we run
/// @param klok tells how long
public record Certificaatduur(Map<String, Supplier<List<X509Certificate>>> ketens, Clock klok) {

    /// What the certificate of connections is for.
    public static final String TLS = "tls";

    public Certificaatduur {
        ketens = new TreeMap<>(ketens);
    }

    /// Those of a part that has messages too.
    ///
    /// @param eigen keys of the encrypted profile, when it has them
    public static Certificaatduur van(
            TlsReload verbindingen, PayloadSigner ondertekenaar, Optional<Eigensleutels> eigen, Clock klok) {
        Map<String, Supplier<List<X509Certificate>>> ketens = new TreeMap<>();
        ketens.put(
                TLS,
                () -> totAnker(verbindingen.now().chain(), verbindingen.now().anchors()));
        ketens.put(
                "ondertekening",
                () -> totAnker(
                        ondertekenaar.chain(),
                        eigen.map(een -> een.vertrouwen().get().anchors()).orElse(List.of())));
        eigen.ifPresent(een -> ketens.put(
                "versleuteling",
                () -> totAnker(
                        een.versleuteling().get().getFirst().chain(),
                        een.ontvangers().get().anchors())));
        return new Certificaatduur(ketens, klok);
    }

    /// A chain with the anchor that it ends at behind it; of a root that was renewed with the same key, the one that
    /// lasts longest.
    private static List<X509Certificate> totAnker(List<X509Certificate> keten, List<X509Certificate> ankers) {
        return Stream.concat(
                        keten.stream(),
                        ankers.stream()
                                .filter(anker -> Issuance.isBy(anker, keten.getLast()))
                                .max(Comparator.comparing(X509Certificate::getNotAfter))
                                .stream())
                .toList();
    }

    /// Our own certificates, without those above them.
    public Map<String, Supplier<X509Certificate>> certificaten() {
        Map<String, Supplier<X509Certificate>> eigen = new TreeMap<>();
        ketens.forEach((doel, keten) -> eigen.put(doel, () -> keten.get().getFirst()));
        return eigen;
    }

    /// Those that are not for connections.
    public Map<String, Supplier<X509Certificate>> voorBerichten() {
        Map<String, Supplier<X509Certificate>> ander = certificaten();
        ander.remove(TLS);
        return ander;
    }

    /// Registers `PREFIX_certificaat_DOEL_dagen` for each: days until it or an issuer above it ends, below zero when
    /// that is over.
    public void meld(Metrics cijfers, String prefix) {
        ketens.forEach((doel, keten) -> cijfers.gauge(
                prefix + "_certificaat_" + doel + "_dagen",
                "Dagen tot het einde van het eigen certificaat voor " + doel
                        + ", of van een uitgever erboven als dat eerder is",
                () -> CertificateEnd.days(keten.get(), klok.instant())));
    }

    /// What the operator should know, Dutch; empty when all last for more than 60 days.
    ///
    /// @param eerst another remark, told first
    public Optional<String> opmerking(Supplier<Optional<String>> eerst) {
        String alles = Stream.concat(
                        eerst.get().stream(),
                        ketens.entrySet().stream()
                                .flatMap(een ->
                                        CertificateEnd.remark(
                                                een.getKey(), een.getValue().get(), klok.instant())
                                                .stream()))
                .collect(Collectors.joining("; "));
        return Optional.of(alles).filter(tekst -> !tekst.isEmpty());
    }
}
