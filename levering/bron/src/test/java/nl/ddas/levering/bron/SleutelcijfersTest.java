// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Tls;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Oin;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.SignatureForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the API tells in figures about keys: which are weak, and whether new ones were taken.
class SleutelcijfersTest {

    private static final Proefstelsel STELSEL = Proefstelsel.gedeeld();

    @TempDir
    private Path map;

    private final TestClock clock = TestClock.at("2026-11-20T09:00:00Z");
    private final AtomicReference<Supplier<Tls>> tls =
            new AtomicReference<>(() -> STELSEL.tls(STELSEL.leverancier.tls()));
    private final AtomicReference<Identity> ondertekening = new AtomicReference<>(STELSEL.leverancier.signing());

    private BronServer start() throws IOException {
        BronOnderdelen gewoon = STELSEL.onderdelen(clock);
        BronOnderdelen.Sleutels sleutels = gewoon.sleutels();
        return BronServer.start(
                STELSEL.config(map, Beschikbaarheid.ALTIJD, 100_000),
                new Proefbron().met("Gemeente Voorbeeldstad", "GM0518", 0, 2),
                new BronOnderdelen(
                        gewoon.network(),
                        new BronOnderdelen.Sleutels(
                                () -> tls.get().get(),
                                new PayloadSigner(ondertekening::get, Clock.systemUTC(), SignatureForm.A),
                                sleutels.verificateur(),
                                sleutels.eigen()),
                        gewoon.afzenders(),
                        gewoon.lezer(),
                        clock,
                        gewoon.willekeur(),
                        gewoon.beslissing(),
                        gewoon.logboek()));
    }

    private static String cijfers(BronServer bron) throws IOException {
        return Proefstelsel.beheer(bron, "GET", "/metrics", Headers.NONE).tekst();
    }

    /// RSA keys have 2048 bits here: ours to sign with, and of CBS that of its signature and that of its authority.
    @Test
    void weakKeysOfOursAndOfWhoCallsAreCounted() throws IOException {
        try (BronServer bron = start();
                HttpClient cbs = STELSEL.client(STELSEL.cbs)) {
            assertThat(cijfers(bron))
                    .contains("ddas_bron_certificaat_zwakke_sleutel_eigen 1.0")
                    .contains("ddas_bron_certificaat_zwakke_sleutel_total 0.0");
            for (int keer = 1; keer <= 2; keer++) {
                assertThat(Proefstelsel.stuur(
                                        cbs,
                                        "POST",
                                        "https://127.0.0.1:" + bron.poort() + "/v1/gegevens",
                                        Proefstelsel.getekend(STELSEL.cbs, "{}"),
                                        "{}")
                                .status())
                        .isEqualTo(200);
                assertThat(cijfers(bron)).contains("ddas_bron_certificaat_zwakke_sleutel_total 2.0");
            }
        }
    }

    @Test
    void eachRenewalAndEachFailureIsCounted() throws IOException {
        try (BronServer bron = start()) {
            Identity ander = nieuw(Purpose.TLS);
            tls.set(() -> STELSEL.tls(ander));
            ondertekening.set(nieuw(Purpose.SIGNING));
            clock.advance(Duration.ofMinutes(1));
            bron.tik();
            assertThat(cijfers(bron))
                    .contains("ddas_bron_sleutels_vernieuwd_total{doel=\"verbindingen\"} 1.0")
                    .contains("ddas_bron_sleutels_vernieuwd_total{doel=\"ondertekening\"} 1.0")
                    .doesNotContain("ddas_bron_sleutels_niet_vernieuwd_total{");

            tls.set(() -> {
                throw new UncheckedIOException(new IOException("the file is gone"));
            });
            clock.advance(Duration.ofMinutes(1));
            bron.tik();
            assertThat(cijfers(bron))
                    .contains("ddas_bron_sleutels_vernieuwd_total{doel=\"verbindingen\"} 1.0")
                    .contains("ddas_bron_sleutels_niet_vernieuwd_total{doel=\"verbindingen\"} 1.0");
        }
    }

    private static Identity nieuw(Purpose doel) {
        return STELSEL.ca.issue(
                doel,
                new Holder(
                        "Gemeente Voorbeeldstad",
                        new Oin(STELSEL.leverancier.oin()),
                        List.of("localhost", "127.0.0.1")));
    }
}
