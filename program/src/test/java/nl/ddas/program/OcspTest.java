// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.StatusAnswers;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsSetup;
import nl.ddas.program.Ocspuitgever.Gedrag;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Chains;
import nl.ddas.trust.Environment;
import nl.ddas.trust.OcspAddresses;
import nl.ddas.trust.OcspAnswers;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OcspTest {

    private final TestClock klok = TestClock.at(Clock.systemUTC().instant().toString());

    @TempDir
    private Path map;

    private Ocspuitgever uitgever;
    private KeyPair sleutel;
    private X509Certificate blad;
    private Webvraag web = Webvraag.GEWOON;

    @BeforeEach
    void start() throws Exception {
        uitgever = new Ocspuitgever(klok);
        sleutel = Ocspuitgever.paar();
        blad = uitgever.blad(sleutel, uitgever.adres());
    }

    @AfterEach
    void stop() {
        uitgever.close();
    }

    private OcspAnswers antwoorden(OcspAddresses adressen, boolean metNonce) {
        return new OcspAnswers(
                adressen,
                metNonce,
                (adres, vraag) -> web.ocsp(adres, vraag, OcspAnswers.Web.LARGEST),
                map,
                klok,
                new SecureRandom());
    }

    private OcspAnswers antwoorden() {
        return antwoorden(new OcspAddresses(List.of(uitgever.adres()), false), false);
    }

    private Optional<Refusal> bezwaar(OcspAnswers antwoorden, X509CRL... lijsten) {
        Trust trust = Trust.of(
                List.of(uitgever.wortel), new Revocation.Checked(List.of(lijsten), antwoorden.now()), Environment.TEST);
        return Chains.objection(List.of(blad), trust, klok.instant());
    }

    private void vraag(OcspAnswers antwoorden) {
        antwoorden.askAhead(List.of(blad, uitgever.wortel), _ -> true);
    }

    @ParameterizedTest
    @EnumSource(Gedrag.class)
    void onlyAGoodAnswerFromWhoMayGiveItLetsIn(Gedrag gedrag) {
        uitgever.gedrag = gedrag;
        if (gedrag == Gedrag.STIL) {
            web = new Webvraag(Duration.ofMillis(100));
        }
        OcspAnswers antwoorden = antwoorden();
        vraag(antwoorden);
        assertThat(uitgever.gevraagd).hasValue(1);
        assertThat(bezwaar(antwoorden)).isEqualTo(verwacht(gedrag));
        assertThat(antwoorden.failing())
                .isEqualTo(verwacht(gedrag).equals(Optional.of(Refusal.INTREKKINGSSTATUS_ONBEKEND)) ? 1 : 0);
    }

    private static Optional<Refusal> verwacht(Gedrag gedrag) {
        return switch (gedrag) {
            case GOED, GEMACHTIGDE, ZONDER_NONCE -> Optional.empty();
            case INGETROKKEN -> Optional.of(Refusal.CERTIFICAAT_INGETROKKEN);
            case Gedrag _ -> Optional.of(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        };
    }

    @Test
    void whoeverLooksNeverWaitsAndSoonItIsKnown() throws Exception {
        OcspAnswers antwoorden = antwoorden();
        assertThat(bezwaar(antwoorden)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        tot(() -> bezwaar(antwoorden).isEmpty());
        assertThat(uitgever.gevraagd).hasValue(1);
    }

    @Test
    void anAnswerIsAskedAgainBeforeItEndsAndCountsNoLongerAfterThat() throws Exception {
        OcspAnswers antwoorden = antwoorden();
        vraag(antwoorden);
        klok.advance(Duration.ofHours(4).plusSeconds(1));
        uitgever.gedrag = Gedrag.INGETROKKEN;
        tot(() -> bezwaar(antwoorden).equals(Optional.of(Refusal.CERTIFICAAT_INGETROKKEN)));
        assertThat(uitgever.gevraagd).hasValue(2);

        uitgever.gedrag = Gedrag.STATUS_500;
        klok.advance(Ocspuitgever.DUUR);
        assertThat(bezwaar(antwoorden)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
    }

    /// Who sits between us and the responder plays what it said before the certificate was revoked.
    @Test
    void anOlderAnswerDoesNotUndoANewerOne() throws Exception {
        OcspAnswers antwoorden = antwoorden();
        uitgever.gedrag = Gedrag.INGETROKKEN;
        vraag(antwoorden);
        klok.advance(Duration.ofHours(4).plusSeconds(1));
        uitgever.gedrag = Gedrag.ZONDER_NONCE;
        uitgever.terug = Duration.ofHours(5);
        tot(() -> bezwaar(antwoorden).isPresent() && antwoorden.failing() == 1);
        assertThat(uitgever.gevraagd).hasValue(2);
        assertThat(bezwaar(antwoorden)).contains(Refusal.CERTIFICAAT_INGETROKKEN);
    }

    @Test
    void whatWasAnsweredOutlivesARestartAndWhatWasChangedDoesNot() throws Exception {
        vraag(antwoorden());
        uitgever.gedrag = Gedrag.STATUS_500;
        assertThat(bezwaar(antwoorden())).isEmpty();

        Path bestand = bestand(map);
        String tekst = Files.readString(bestand);
        Files.writeString(bestand, tekst.replace("OCSP RESPONSE-----\nM", "OCSP RESPONSE-----\nN"));
        assertThat(bezwaar(antwoorden())).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
    }

    private static Path bestand(Path map) throws IOException {
        try (Stream<Path> bestanden = Files.list(map)) {
            return bestanden.findFirst().orElseThrow();
        }
    }

    @Test
    void aNonceCanBeDemanded() {
        uitgever.gedrag = Gedrag.ZONDER_NONCE;
        OcspAnswers antwoorden = antwoorden(new OcspAddresses(List.of(uitgever.adres()), false), true);
        vraag(antwoorden);
        assertThat(bezwaar(antwoorden)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
    }

    @Test
    void anAddressInACertificateIsUsedOnlyWhenTheSettingSaysSo() throws Exception {
        URI elders = URI.create("http://127.0.0.1:1/niets");
        OcspAnswers dicht = antwoorden(new OcspAddresses(List.of(elders), false), false);
        vraag(dicht);
        assertThat(uitgever.gevraagd).hasValue(0);
        assertThat(bezwaar(dicht)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);

        OcspAnswers open = antwoorden(new OcspAddresses(List.of(), true), false);
        vraag(open);
        assertThat(bezwaar(open)).isEmpty();
        blad = uitgever.blad(sleutel, URI.create("file:///etc/hostname"));
        vraag(open);
        assertThat(uitgever.gevraagd).hasValue(1);
    }

    @Test
    void aListGoesFirstAndRevokedInEitherIsRevoked() throws Exception {
        OcspAnswers antwoorden = antwoorden();
        assertThat(bezwaar(antwoorden, uitgever.lijst())).isEmpty();
        assertThat(bezwaar(antwoorden, uitgever.lijst(blad))).contains(Refusal.CERTIFICAAT_INGETROKKEN);
        assertThat(uitgever.gevraagd).hasValue(0);

        uitgever.gedrag = Gedrag.INGETROKKEN;
        vraag(antwoorden);
        assertThat(bezwaar(antwoorden, uitgever.lijst())).contains(Refusal.CERTIFICAAT_INGETROKKEN);
    }

    @Test
    void connectionsLookAtTheSameAnswers() throws Exception {
        OcspAnswers antwoorden = antwoorden();
        assertThatThrownBy(() -> verbind(antwoorden)).isInstanceOf(CertificateException.class);
        tot(() -> !antwoorden.now().known().isEmpty());
        assertThatCode(() -> verbind(antwoorden)).doesNotThrowAnyException();
        assertThat(new Revocation.Checked(List.of(), antwoorden.now()))
                .isEqualTo(new Revocation.Checked(List.of(), antwoorden.now()));

        uitgever.gedrag = Gedrag.INGETROKKEN;
        klok.advance(Duration.ofHours(5));
        tot(() -> antwoorden.now().known().values().stream().anyMatch(StatusAnswers.Answer::revoked));
        assertThatThrownBy(() -> verbind(antwoorden)).isInstanceOf(CertificateException.class);
    }

    private void verbind(OcspAnswers antwoorden) throws CertificateException {
        Tls tls = new Tls(
                sleutel.getPrivate(),
                List.of(blad),
                List.of(uitgever.wortel),
                new Revocation.Checked(List.of(), antwoorden.now()));
        TlsSetup.judge(tls).checkClientTrusted(new X509Certificate[] {blad}, "UNKNOWN");
    }

    private static void tot(BooleanSupplier klopt) throws InterruptedException {
        for (int beurt = 0; beurt < 1000 && !klopt.getAsBoolean(); beurt++) {
            boolean _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        assertThat(klopt.getAsBoolean()).isTrue();
    }
}
