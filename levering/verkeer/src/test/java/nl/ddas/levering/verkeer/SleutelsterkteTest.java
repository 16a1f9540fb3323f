// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Response;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.Test;

/// RSA keys below 3072 bits are counted; others, and keys on curves, are not.
class SleutelsterkteTest {

    private static final List<X509Certificate> WEAK = chain(2048, Purpose.SIGNING);
    private static final List<X509Certificate> STRONG = chain(3072, Purpose.SIGNING);

    /// On P-256, from an authority on P-256.
    private static final List<X509Certificate> CURVE = chain(2048, Purpose.TLS);

    private final Metrics metrics = new Metrics();
    private final AtomicReference<X509Certificate> own = new AtomicReference<>(WEAK.getFirst());
    private final Sleutelsterkte strength =
            Sleutelsterkte.meld(metrics, "ddas_bron", Map.of("ondertekening", own::get, "tls", CURVE::getFirst));

    private static List<X509Certificate> chain(int bits, Purpose purpose) {
        return Authority.create(
                        Environment.TEST, new KeyMaker(KeyMaker.Kind.P256, bits, new SecureRandom()), Clock.systemUTC())
                .issue(purpose, new Holder("Een", new Oin("00000099000000001000"), List.of("localhost")))
                .chain();
    }

    private String figures() {
        return new String(((Response.Body.Bytes) metrics.toResponse().body()).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void tellsHowManyOfOurOwnAreWeakNow() {
        assertThat(figures()).contains("ddas_bron_certificaat_zwakke_sleutel_eigen 1.0");
        own.set(STRONG.getFirst());
        assertThat(figures()).contains("ddas_bron_certificaat_zwakke_sleutel_eigen 0.0");
    }

    @Test
    void countsEachOfOthersOnce() {
        strength.zie(STRONG);
        strength.zie(CURVE);
        assertThat(figures()).contains("ddas_bron_certificaat_zwakke_sleutel_total 0.0");
        strength.zie(WEAK);
        strength.zie(WEAK);
        assertThat(figures()).contains("ddas_bron_certificaat_zwakke_sleutel_total 1.0");
        strength.zie(chain(2048, Purpose.ENCRYPTION));
        assertThat(figures()).contains("ddas_bron_certificaat_zwakke_sleutel_total 2.0");
    }
}
