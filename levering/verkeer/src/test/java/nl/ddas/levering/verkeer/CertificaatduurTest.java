// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Response;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsReload;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Authority;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificaatduurTest {

    private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
    private final X509Certificate certificate = Authority.create(
                    Environment.TEST, new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom()), clock)
            .issue(Purpose.TLS, new Holder("Een", new Oin("00000099000000001000"), List.of("localhost")))
            .leaf();
    private final Certificaatduur duration = new Certificaatduur(Map.of("tls", () -> List.of(certificate)), clock);

    @ParameterizedTest
    @CsvSource({
        "61, ''",
        "60, 60 dagen",
        "31, 60 dagen",
        "30, 30 dagen",
        "14, 14 dagen",
        "7, 7 dagen",
        "1, 1 dag",
        "0, afgelopen",
        "-3, afgelopen"
    })
    void tellsWhenACertificateEndsSoon(long left, String text) {
        clock.advance(Duration.ofDays(397 - left));

        Optional<String> remark = duration.opmerking(Optional::empty);

        assertThat(remark.isPresent()).isEqualTo(!text.isEmpty());
        assertThat(remark.orElse("")).contains(text);
    }

    /// With an issuer all below it ends.
    @Test
    void anIssuerThatEndsFirstCounts() {
        X509Certificate issuer = Authority.create(
                        Environment.TEST, new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom()), clock)
                .issue(Purpose.TLS, new Holder("Boven", new Oin("00000099000000001000"), List.of("localhost")))
                .leaf();
        clock.advance(Duration.ofDays(100));
        X509Certificate later = Authority.create(
                        Environment.TEST, new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom()), clock)
                .issue(Purpose.TLS, new Holder("Een", new Oin("00000099000000001000"), List.of("localhost")))
                .leaf();
        Certificaatduur both = new Certificaatduur(Map.of("tls", () -> List.of(later, issuer)), clock);
        Metrics metrics = new Metrics();
        both.meld(metrics, "ddas_bron");
        clock.advance(Duration.ofDays(290));

        assertThat(both.opmerking(Optional::empty)).hasValueSatisfying(text -> assertThat(text)
                .startsWith("een uitgever boven het certificaat voor tls loopt af binnen 7 dagen"));
        assertThat(new String(((Response.Body.Bytes) metrics.toResponse().body()).bytes(), StandardCharsets.UTF_8))
                .contains("ddas_bron_certificaat_tls_dagen 7.0");
    }

    /// The chain goes on under the new one, whichever stands first.
    @Test
    void aRootThatWasRenewedWithTheSameKeyIsNoAlarm(@TempDir Path folder) throws IOException {
        X509Certificate before = authority(folder).anchors().getFirst();
        clock.advance(Duration.ofDays(3600));
        AuthorityFolder renewed = authority(folder);
        Party party = renewed.party("Een", new Oin("00000099000000001000"), List.of("localhost"));
        Tls tls = renewed.tls(party);
        X509Certificate after = renewed.anchors().getFirst();

        assertThat(opmerking(tls, party, List.of(before))).hasValueSatisfying(text -> assertThat(text)
                .startsWith("een uitgever boven het certificaat voor tls loopt af binnen 60 dagen"));
        assertThat(opmerking(tls, party, List.of(before, after))).isEmpty();
        assertThat(opmerking(tls, party, List.of(after, before))).isEmpty();
    }

    private AuthorityFolder authority(Path folder) throws IOException {
        return AuthorityFolder.open(
                folder, Environment.TEST, new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom()), clock);
    }

    private Optional<String> opmerking(Tls tls, Party party, List<X509Certificate> anchors) {
        Tls trusting = new Tls(tls.key(), tls.chain(), anchors, tls.revocation());
        return Certificaatduur.van(
                        new TlsReload(() -> trusting, clock, Duration.ofMinutes(1)),
                        new PayloadSigner(party.signing(), clock),
                        Optional.empty(),
                        clock)
                .opmerking(Optional::empty);
    }

    @Test
    void tellsWhatElseThereIsFirst() {
        clock.advance(Duration.ofDays(396));

        assertThat(duration.opmerking(() -> Optional.of("iets anders")).orElseThrow())
                .startsWith("iets anders; het certificaat voor tls");
    }

    @Test
    void countsTheDaysAsAFigure() {
        Metrics metrics = new Metrics();
        duration.meld(metrics, "ddas_bron");
        clock.advance(Duration.ofDays(300));

        assertThat(new String(((Response.Body.Bytes) metrics.toResponse().body()).bytes(), StandardCharsets.UTF_8))
                .contains("ddas_bron_certificaat_tls_dagen 97.0");
    }
}
