// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nl.ddas.basis.Metrics;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts certificates with an RSA key of 2048 to 3071 bits: accepted, but to be phased out (NCSC, TLS guidelines of
/// 2025). Who has them is told in the log, once for each certificate. Safe for many threads.
public final class Sleutelsterkte {

    private static final Logger LOG = LoggerFactory.getLogger(Sleutelsterkte.class);

    /// So many different ones are remembered; after that nothing is counted any more.
    private static final int MEESTE = 1_000;

    private final Set<X509Certificate> gezien = ConcurrentHashMap.newKeySet();
    private final Metrics.Counter teller;

    private Sleutelsterkte(Metrics.Counter teller) {
        this.teller = teller;
    }

    /// Registers `PREFIX_certificaat_zwakke_sleutel_eigen`, how many of our own there are now, and the counter
    /// `PREFIX_certificaat_zwakke_sleutel`, how many different ones of others were accepted since the start.
    ///
    /// @param eigen our own certificates, by what they are for; asked each time
    public static Sleutelsterkte meld(Metrics cijfers, String prefix, Map<String, Supplier<X509Certificate>> eigen) {
        cijfers.gauge(
                prefix + "_certificaat_zwakke_sleutel_eigen",
                "Eigen certificaten met een RSA-sleutel van minder dan 3072 bits: vraag nieuwe aan",
                () -> (double)
                        eigen.values().stream().filter(een -> isZwak(een.get())).count());
        return new Sleutelsterkte(cijfers.counter(
                prefix + "_certificaat_zwakke_sleutel",
                "Verschillende certificaten van anderen, aanvaard sinds de start, met een RSA-sleutel van minder dan"
                        + " 3072 bits"));
    }

    /// Looks at certificates of another that were accepted, those of its issuers among them.
    public void zie(List<X509Certificate> keten) {
        keten.stream().filter(Sleutelsterkte::isZwak).forEach(this::tel);
    }

    private void tel(X509Certificate een) {
        if (gezien.size() < MEESTE && gezien.add(een)) {
            teller.add();
            LOG.warn(
                    "accepted a certificate of {} with an RSA key below {} bits; such keys are to be phased out",
                    naam(een),
                    KeyMaker.DEFAULT_BITS);
        }
    }

    /// An issuer by its name; of others the number only, for a name may be that of a person.
    private static String naam(X509Certificate een) {
        return een.getBasicConstraints() >= 0
                ? een.getSubjectX500Principal().getName()
                : Oin.of(een).map(Oin::value).orElse("somebody without OIN");
    }

    static boolean isZwak(X509Certificate een) {
        return een.getPublicKey() instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() < KeyMaker.DEFAULT_BITS;
    }
}
