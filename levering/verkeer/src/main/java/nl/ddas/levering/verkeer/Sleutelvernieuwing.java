// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.TlsReload;

/// Counts how often our own keys and certificates were renewed while we run and how often that failed, and tells when
/// each was for the last time. Safe for many threads.
public final class Sleutelvernieuwing {

    private static final String VERBINDINGEN = "verbindingen";
    private static final String BERICHTEN = "berichten";

    private final Map<String, Supplier<X509Certificate>> certificaten;
    private final Supplier<Optional<String>> bezwaar;
    private final Map<String, X509Certificate> laatste = new TreeMap<>();
    private final Cijfers gelukt;
    private final Cijfers mislukt;
    private final Clock klok;

    private record Cijfers(Metrics.Counter aantal, Metrics.Gauge moment) {
        static Cijfers van(Metrics cijfers, String naam, String wat) {
            return new Cijfers(
                    cijfers.counter(naam, "Keren sinds de start dat " + wat, "doel"),
                    cijfers.gauge(
                            naam + "_moment_seconden", "Laatste keer dat " + wat + ", in seconden sinds 1970", "doel"));
        }

        void tel(String doel, Clock klok) {
            aantal.add(doel);
            moment.set((double) klok.instant().getEpochSecond(), doel);
        }
    }

    /// Registers `PREFIX_sleutels_vernieuwd` and `PREFIX_sleutels_niet_vernieuwd`, with `_moment_seconden` behind them
    /// when that was.
    ///
    /// @param certificaten those for messages, by what they are for, as they are now
    /// @param bezwaar what is wrong with what stands in their files, empty when nothing is; asked at each look
    public Sleutelvernieuwing(
            Metrics cijfers,
            String prefix,
            Map<String, Supplier<X509Certificate>> certificaten,
            Supplier<Optional<String>> bezwaar,
            Clock klok) {
        this.certificaten = Map.copyOf(certificaten);
        this.bezwaar = bezwaar;
        this.klok = klok;
        this.gelukt = Cijfers.van(
                cijfers,
                prefix + "_sleutels_vernieuwd",
                "er andere sleutels, certificaten of intrekkingslijsten waren");
        this.mislukt = Cijfers.van(
                cijfers,
                prefix + "_sleutels_niet_vernieuwd",
                "er is gekeken en wat er nieuw stond niet te gebruiken was; het oude blijft dan gelden");
        this.certificaten.forEach((doel, certificaat) -> laatste.put(doel, certificaat.get()));
    }

    /// Looks what is another than at the last look.
    ///
    /// @param verbindingen what the keys of connections came to, empty when it was not their time
    public synchronized void kijk(Optional<TlsReload.Outcome> verbindingen) {
        verbindingen.ifPresent(uitkomst -> {
            switch (uitkomst) {
                case TlsReload.Outcome.Same _ -> {}
                case TlsReload.Outcome.Renewed _ -> gelukt.tel(VERBINDINGEN, klok);
                case TlsReload.Outcome.Failed _ -> mislukt.tel(VERBINDINGEN, klok);
            }
        });
        certificaten.forEach((doel, certificaat) -> {
            X509Certificate nu = certificaat.get();
            if (!nu.equals(laatste.put(doel, nu))) {
                gelukt.tel(doel, klok);
            }
        });
        if (bezwaar.get().isPresent()) {
            mislukt.tel(BERICHTEN, klok);
        }
    }
}
