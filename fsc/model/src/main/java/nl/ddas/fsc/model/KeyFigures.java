// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.TlsReload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Figures about keys, for Prometheus, by the names that the parts of a delivery have too: certificates with an RSA key
/// below 3072 bits (accepted, but to be phased out: NCSC, TLS guidelines of 2025), and keys that were renewed while it
/// runs, or could not be. Safe for many threads.
public final class KeyFigures {

    /// Key material of connections, in label `doel`.
    public static final String CONNECTIONS = "verbindingen";

    private static final Logger LOG = LoggerFactory.getLogger(KeyFigures.class);
    private static final int STRONG = 3072;

    /// So many different certificates are remembered; after that nothing is counted any more.
    private static final int MOST = 1_000;

    private final Set<X509Certificate> seen = ConcurrentHashMap.newKeySet();
    private final Metrics.Counter weak;
    private final Times renewed;
    private final Times failed;

    /// How often something happened, and when last.
    private record Times(Metrics.Counter count, Metrics.Gauge moment, Clock clock) {

        static Times of(Metrics metrics, String name, String what, Clock clock) {
            return new Times(
                    metrics.counter(name, "Keren sinds de start dat " + what, "doel"),
                    metrics.gauge(
                            name + "_moment_seconden", "Laatste keer dat " + what + ", in seconden sinds 1970", "doel"),
                    clock);
        }

        void add(String use) {
            count.add(use);
            moment.set((double) clock.instant().getEpochSecond(), use);
        }
    }

    /// Registers the figures.
    ///
    /// @param prefix such as `fsc_manager`
    /// @param own our own certificates; asked each time
    public KeyFigures(Metrics metrics, String prefix, List<Supplier<X509Certificate>> own, Clock clock) {
        List<Supplier<X509Certificate>> ours = List.copyOf(own);
        metrics.gauge(
                prefix + "_certificaat_zwakke_sleutel_eigen",
                "Eigen certificaten met een RSA-sleutel van minder dan 3072 bits: vraag nieuwe aan",
                () -> (double) ours.stream().filter(one -> isWeak(one.get())).count());
        this.weak = metrics.counter(
                prefix + "_certificaat_zwakke_sleutel",
                "Verschillende certificaten van anderen, aanvaard sinds de start, met een RSA-sleutel van minder dan"
                        + " 3072 bits");
        this.renewed = Times.of(
                metrics,
                prefix + "_sleutels_vernieuwd",
                "er andere sleutels, certificaten of intrekkingslijsten waren",
                clock);
        this.failed = Times.of(
                metrics,
                prefix + "_sleutels_niet_vernieuwd",
                "er is gekeken en wat er nieuw stond niet te gebruiken was; het oude blijft dan gelden",
                clock);
    }

    /// Looks at certificates of another that were accepted, those of its issuers among them. Who has a weak key is told
    /// in the log, once for each certificate.
    public void see(List<X509Certificate> chain) {
        chain.stream().filter(KeyFigures::isWeak).forEach(this::add);
    }

    private void add(X509Certificate certificate) {
        if (seen.size() < MOST && seen.add(certificate)) {
            weak.add();
            LOG.warn(
                    "accepted a certificate of {} with an RSA key below {} bits; such keys are to be phased out",
                    who(certificate),
                    STRONG);
        }
    }

    /// An issuer by its name; of others the Peer only, for a name may be that of a person.
    private static String who(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0
                ? certificate.getSubjectX500Principal().getName()
                : PeerIdRule.OIN
                        .peer(certificate)
                        .map(peer -> peer.id().value())
                        .orElse("somebody without OIN");
    }

    private static boolean isWeak(X509Certificate certificate) {
        return certificate.getPublicKey() instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() < STRONG;
    }

    /// There is another key.
    ///
    /// @param use what it is for, Dutch
    public void renewed(String use) {
        renewed.add(use);
    }

    /// What is there cannot be used.
    ///
    /// @param use what it is for, Dutch
    public void notRenewed(String use) {
        failed.add(use);
    }

    /// What reading the key material of connections came to.
    public void connections(TlsReload.Outcome outcome) {
        switch (outcome) {
            case TlsReload.Outcome.Same _ -> {}
            case TlsReload.Outcome.Renewed _ -> renewed(CONNECTIONS);
            case TlsReload.Outcome.Failed _ -> notRenewed(CONNECTIONS);
        }
    }
}
