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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsSetup;
import nl.ddas.program.Ocspuitgever.Gedrag;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Chains;
import nl.ddas.trust.Environment;
import nl.ddas.trust.OcspAddresses;
import nl.ddas.trust.OcspAnswers;
import nl.ddas.trust.Pem;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.TlsFiles;
import nl.ddas.trust.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The setting that says whom we ask about single certificates, and the way over the network.
@Requirement("S37")
class OcspTest {

    private final TestClock klok = TestClock.at(Clock.systemUTC().instant().toString());

    @TempDir
    private Path map;

    private Ocspuitgever uitgever;
    private KeyPair sleutel;
    private X509Certificate blad;

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

    /// What stands behind `intrekkingen`: the list of the root in a file, and these.
    private Intrekkingen intrekkingen(String... erbij) throws Exception {
        lijst("wortel", uitgever.lijstVanWortel());
        return gelezen(Stream.concat(Stream.of(map.resolve("wortel.crl").toString()), Stream.of(erbij))
                        .toList())
                .orElseThrow();
    }

    private void lijst(String naam, X509CRL lijst) throws Exception {
        Files.writeString(map.resolve(naam + ".crl"), Pem.writeCrls(List.of(lijst)));
    }

    private Optional<Intrekkingen> gelezen(List<String> plekken) throws IOException {
        Path bestand = Files.writeString(
                map.resolve("bron.yaml"),
                plekken.stream()
                                .map(plek -> "  - \"" + plek + "\"\n")
                                .collect(Collectors.joining("", "intrekkingen:\n", ""))
                        + "intrekkingen-map: " + map.resolve("bewaard") + "\n");
        Settings instellingen = Settings.read("ddas-bron", bestand, Map.of());
        return Intrekkingen.lees(
                instellingen, "intrekkingen", () -> List.of(blad, uitgever.uitgever, uitgever.wortel), klok);
    }

    private Optional<Refusal> bezwaar(Intrekkingen intrekkingen) {
        Trust trust = Trust.of(List.of(uitgever.wortel), nu(intrekkingen), Environment.TEST);
        return Chains.objection(List.of(blad, uitgever.uitgever), trust, klok.instant());
    }

    private static Revocation nu(Intrekkingen intrekkingen) {
        try {
            return TlsFiles.revocation(intrekkingen.lijsten());
        } catch (IOException stuk) {
            throw new IllegalStateException(stuk);
        }
    }

    /// The chain of PKIoverheid: the root has a list, the authority below it answers. Our own certificate is asked
    /// about at the start, so that nobody has to come back.
    @Test
    void ourOwnCertificateIsAskedAboutBeforeTheStart() throws Exception {
        Intrekkingen intrekkingen = intrekkingen("ocsp:" + uitgever.adres());
        assertThat(bezwaar(intrekkingen)).isEmpty();
        assertThat(uitgever.gevraagd).hasValue(1);
        assertThat(intrekkingen.opmerking().get()).isEmpty();
        assertThat(map.resolve("bewaard")).isNotEmptyDirectory();
    }

    /// A list that ended says nothing, so it does not keep us from asking.
    @Test
    void aListThatHasEndedDoesNotKeepUsFromAsking() throws Exception {
        lijst("uitgever", uitgever.lijst(Duration.ofMinutes(-1)));
        Intrekkingen intrekkingen = intrekkingen(map.resolve("uitgever.crl").toString(), "ocsp:" + uitgever.adres());
        assertThat(bezwaar(intrekkingen)).isEmpty();
        assertThat(uitgever.gevraagd).hasValue(1);
    }

    @Test
    void whereAListIsInForceNobodyIsAsked() throws Exception {
        lijst("uitgever", uitgever.lijst(Ocspuitgever.DUUR));
        Intrekkingen intrekkingen = intrekkingen(map.resolve("uitgever.crl").toString(), "ocsp:" + uitgever.adres());
        assertThat(bezwaar(intrekkingen)).isEmpty();
        assertThat(uitgever.gevraagd).hasValue(0);
    }

    @Test
    void theAddressMayComeFromTheCertificateWhenTheSettingSaysSo() throws Exception {
        assertThat(bezwaar(intrekkingen("ocsp:http://127.0.0.1:1/niets"))).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        assertThat(uitgever.gevraagd).hasValue(0);
        assertThat(bezwaar(intrekkingen("ocsp:certificaten", "ocsp:met-nonce"))).isEmpty();
        assertThat(uitgever.gevraagd).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Gedrag.class,
            names = {"TE_GROOT", "STATUS_500", "ELDERS"})
    void whatAWebServerDoesOtherwiseIsNoAnswerAndIsTold(Gedrag gedrag) throws Exception {
        uitgever.gedrag = gedrag;
        Intrekkingen intrekkingen = intrekkingen("ocsp:" + uitgever.adres());
        assertThat(bezwaar(intrekkingen)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        assertThat(uitgever.gevraagd).hasValue(1);
        assertThat(intrekkingen.opmerking().get())
                .contains("van 1 certificaat geeft de uitgever niet of het is ingetrokken (OCSP); zie het log");
    }

    @Test
    void silenceTakesNoLongerThanOurPatience() {
        uitgever.gedrag = Gedrag.STIL;
        Webvraag ongeduldig = new Webvraag(Duration.ofMillis(100));
        OcspAnswers antwoorden = new OcspAnswers(
                new OcspAddresses(List.of(uitgever.adres()), false),
                false,
                (adres, vraag) -> ongeduldig.ocsp(adres, vraag, OcspAnswers.Web.LARGEST),
                map,
                klok,
                new SecureRandom());
        antwoorden.askAhead(List.of(blad, uitgever.uitgever), _ -> true);
        assertThat(antwoorden.failing()).isEqualTo(1);
    }

    /// A connection looks at the answers of the moment, whatever it was started with.
    @Test
    void aConnectionSeesARevocationWithoutANewStart() throws Exception {
        Intrekkingen intrekkingen = intrekkingen("ocsp:" + uitgever.adres());
        Tls tls = new Tls(
                sleutel.getPrivate(), List.of(blad, uitgever.uitgever), List.of(uitgever.wortel), nu(intrekkingen));
        assertThatCode(() -> verbind(tls)).doesNotThrowAnyException();

        uitgever.gedrag = Gedrag.INGETROKKEN;
        klok.advance(Duration.ofHours(5));
        tot(() -> isGeweigerd(tls));
        assertThat(nu(intrekkingen)).isNotEqualTo(tls.revocation());
    }

    private void verbind(Tls tls) throws CertificateException {
        TlsSetup.judge(tls).checkClientTrusted(new X509Certificate[] {blad, uitgever.uitgever}, "UNKNOWN");
    }

    private boolean isGeweigerd(Tls tls) {
        try {
            verbind(tls);
            return false;
        } catch (CertificateException geweigerd) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ocsp:http://",
                "ocsp:https:///pad",
                "ocsp:http://een twee/",
                "ocsp:http://[",
                "ocsp:https://naam:geheim@ocsp.test/",
                "ocsp:ftp://ocsp.test/",
                "ocsp:",
                "http://",
                "https://naam:geheim@lijst.test/a.crl",
                "http:lijst.crl",
                "ocsp:met-nonce",
                "geen"
            })
    void anotherSpellingIsRefusedWithWhatWasExpected(String plek) throws Exception {
        List<String> plekken = new ArrayList<>(List.of(map.resolve("wortel.crl").toString()));
        plekken.add(plek);
        assertThatThrownBy(() -> gelezen(plekken))
                .isInstanceOf(VerkeerdGebruik.class)
                .hasMessageContaining("bij intrekkingen")
                .message()
                .doesNotContain("geheim");
    }

    @Test
    void nothingIsNoChoiceAndNoneIsOne() throws Exception {
        Path leeg = Files.writeString(map.resolve("leeg.yaml"), "x: y\n");
        Settings zonder = Settings.read("ddas-bron", leeg, Map.of());
        assertThat(Intrekkingen.lees(zonder, "intrekkingen", List::of, klok)).isEmpty();
        assertThat(nu(gelezen(List.of("geen")).orElseThrow())).isInstanceOf(Revocation.Unchecked.class);
        assertThat(Ocspkeuze.lees("intrekkingen", List.of("ocsp:https://a.test/x", "ocsp:certificaten")))
                .isEqualTo(new Ocspkeuze(List.of(URI.create("https://a.test/x")), true, false));
    }

    private static void tot(BooleanSupplier klopt) throws InterruptedException {
        for (int beurt = 0; beurt < 1000 && !klopt.getAsBoolean(); beurt++) {
            boolean _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        assertThat(klopt.getAsBoolean()).isTrue();
    }
}
