// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Response;
import nl.ddas.basis.TlsReload;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

/// What Prometheus sees of weak keys and of renewals.
class KeyFiguresTest {

    private static final X509Certificate CURVE = Fixture.ONE.signer(Fixture.B).leaf();
    private static final X509Certificate WEAK =
            Fixture.ONE.signer(Fixture.B, "RSA").leaf();

    private final Metrics metrics = new Metrics();
    private final AtomicReference<X509Certificate> own = new AtomicReference<>(CURVE);
    private final TestClock clock = new TestClock(Fixture.NOW);
    private final KeyFigures figures = new KeyFigures(metrics, "fsc_test", List.of(own::get), clock);

    private String seen() {
        return metrics.toResponse().body() instanceof Response.Body.Bytes(byte[] bytes)
                ? new String(bytes, StandardCharsets.UTF_8)
                : "";
    }

    @Test
    void countsOwnAndOthersWithAWeakKeyEachOnce() {
        assertThat(seen()).contains("fsc_test_certificaat_zwakke_sleutel_eigen 0.0");
        own.set(WEAK);
        figures.see(List.of(CURVE));
        figures.see(List.of(WEAK));
        figures.see(List.of(WEAK, CURVE));
        assertThat(seen())
                .contains("fsc_test_certificaat_zwakke_sleutel_eigen 1.0")
                .contains("fsc_test_certificaat_zwakke_sleutel_total 1.0");
    }

    @Test
    void countsWhatWasRenewedAndWhatWasNot() {
        figures.connections(new TlsReload.Outcome.Same());
        assertThat(seen()).doesNotContain("doel=\"verbindingen\"");
        figures.connections(new TlsReload.Outcome.Renewed());
        figures.connections(new TlsReload.Outcome.Failed("half a file"));
        figures.connections(new TlsReload.Outcome.Failed("half a file"));
        figures.renewed("contract");
        assertThat(seen())
                .contains("fsc_test_sleutels_vernieuwd_total{doel=\"verbindingen\"} 1.0")
                .contains("fsc_test_sleutels_vernieuwd_total{doel=\"contract\"} 1.0")
                .contains("fsc_test_sleutels_niet_vernieuwd_total{doel=\"verbindingen\"} 2.0")
                .contains("fsc_test_sleutels_niet_vernieuwd_moment_seconden{doel=\"verbindingen\"}");
    }
}
