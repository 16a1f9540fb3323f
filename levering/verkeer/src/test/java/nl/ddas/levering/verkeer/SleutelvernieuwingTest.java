// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Response;
import nl.ddas.basis.TlsReload.Outcome;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.Test;

class SleutelvernieuwingTest {

    private static final Authority AUTHORITY = Authority.create(
            Environment.TEST, new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom()), Clock.systemUTC());

    private final TestClock clock = TestClock.at("2026-11-20T09:00:00Z");
    private final Metrics metrics = new Metrics();
    private final AtomicReference<X509Certificate> signing = new AtomicReference<>(certificate());
    private final AtomicReference<Optional<String>> objection = new AtomicReference<>(Optional.empty());
    private final Sleutelvernieuwing renewals =
            new Sleutelvernieuwing(metrics, "ddas_bron", Map.of("ondertekening", signing::get), objection::get, clock);

    private static X509Certificate certificate() {
        return AUTHORITY
                .issue(Purpose.TLS, new Holder("Een", new Oin("00000099000000001000"), List.of("localhost")))
                .leaf();
    }

    private String figures() {
        return new String(((Response.Body.Bytes) metrics.toResponse().body()).bytes(), StandardCharsets.UTF_8);
    }

    private double now() {
        return clock.instant().getEpochSecond();
    }

    @Test
    void nothingNewIsNothingToCount() {
        renewals.kijk(Optional.empty());
        renewals.kijk(Optional.of(new Outcome.Same()));
        assertThat(figures()).doesNotContain("{doel=");
    }

    @Test
    void countsWhatConnectionsCameToAndWhen() {
        renewals.kijk(Optional.of(new Outcome.Renewed()));
        double first = now();
        clock.advance(Duration.ofMinutes(1));
        renewals.kijk(Optional.of(new Outcome.Failed("no file")));
        renewals.kijk(Optional.of(new Outcome.Failed("no file")));
        assertThat(figures())
                .contains("ddas_bron_sleutels_vernieuwd_total{doel=\"verbindingen\"} 1.0")
                .contains("ddas_bron_sleutels_niet_vernieuwd_total{doel=\"verbindingen\"} 2.0");
        assertThat(value("ddas_bron_sleutels_vernieuwd_moment_seconden{doel=\"verbindingen\"}"))
                .isEqualTo(first);
        assertThat(value("ddas_bron_sleutels_niet_vernieuwd_moment_seconden{doel=\"verbindingen\"}"))
                .isEqualTo(now());
    }

    @Test
    void countsAnotherCertificateForMessagesOnce() {
        signing.set(certificate());
        renewals.kijk(Optional.empty());
        renewals.kijk(Optional.empty());
        assertThat(figures())
                .contains("ddas_bron_sleutels_vernieuwd_total{doel=\"ondertekening\"} 1.0")
                .doesNotContain("verbindingen");
    }

    @Test
    void countsEachLookAtWhichAFileIsNoGood() {
        objection.set(Optional.of("het bestand deugt niet"));
        renewals.kijk(Optional.empty());
        clock.advance(Duration.ofMinutes(1));
        renewals.kijk(Optional.empty());
        objection.set(Optional.empty());
        renewals.kijk(Optional.empty());
        assertThat(figures()).contains("ddas_bron_sleutels_niet_vernieuwd_total{doel=\"berichten\"} 2.0");
        assertThat(value("ddas_bron_sleutels_niet_vernieuwd_moment_seconden{doel=\"berichten\"}"))
                .isEqualTo(now());
    }

    private double value(String figure) {
        return figures()
                .lines()
                .filter(line -> line.startsWith(figure))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }
}
