// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import nl.ddas.basis.Headers;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.PayloadVerifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may sign and how long ago; certificates that are wrong in themselves are in [CertificateAttackTest].
class SignerTest {

    private static final Stage STAGE = new Stage();
    private static final Identity TLS = STAGE.rsa(Purpose.TLS);
    private static final Identity ENCRYPTION = STAGE.authority.issue(Purpose.ENCRYPTION, STAGE.holder);
    private static final byte[] BODY = Stage.utf8("{\"leveringen\":[],\"naam\":\"Zoë\"}");

    @Test
    void refusesARevokedCertificate() {
        Authority authority = Authority.create(Environment.TEST, STAGE.keys, STAGE.clock);
        Identity signing = authority.issue(Purpose.SIGNING, STAGE.holder);
        PayloadVerifier verifier =
                new PayloadVerifier(authority::trust, new Freshness.Request(), Strictness.DIGEST_OPTIONAL, STAGE.clock);
        PayloadSigner signer = new PayloadSigner(signing, STAGE.clock);

        assertThat(Stage.code(verifier.verify(signer.sign(BODY).addTo(Headers.NONE), BODY)))
                .isEqualTo("goed");
        authority.revoke(signing.leaf().getSerialNumber());
        assertThat(Stage.code(verifier.verify(signer.sign(BODY).addTo(Headers.NONE), BODY)))
                .isEqualTo("certificaat-ingetrokken");
    }

    @Test
    void cannotDecideWithoutAValidRevocationList() {
        Trust full = STAGE.authority.trust();
        Headers headers = STAGE.signed(BODY);
        Trust none = new Trust(full.anchors(), List.of(), Environment.TEST);
        Trust rootOnly = new Trust(full.anchors(), full.crls().subList(0, 1), Environment.TEST);

        assertThat(new PayloadVerifier(none, new Freshness.Request(), STAGE.clock).verify(headers, BODY))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("intrekkingsstatus-onbekend");
                    assertThat(refused.status()).isEqualTo(503);
                });
        assertThat(Stage.code(
                        new PayloadVerifier(rootOnly, new Freshness.Request(), STAGE.clock).verify(headers, BODY)))
                .isEqualTo("intrekkingsstatus-onbekend");
        assertThat(codeAt(STAGE.clock.instant().plus(Duration.ofDays(8)), headers))
                .isEqualTo("intrekkingsstatus-onbekend");
    }

    @Test
    @Requirement("S25")
    void refusesCertificatesThatAreNotForSigning() {
        String start = Stage.header(STAGE.signer().sign(BODY).payloadSig());
        for (Identity wrong : List.of(TLS, ENCRYPTION)) {
            assertThat(Stage.code(STAGE.verifier().verify(Stage.forged(headerFor(wrong, start), BODY, wrong), BODY)))
                    .isEqualTo("certificaat-gebruik");
            assertThatThrownBy(() -> new PayloadSigner(wrong, STAGE.clock))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Requirement("S25")
    void refusesTheKeyOfTheConnectionAsSigningKey() throws IOException {
        Headers headers = STAGE.signed(BODY);

        assertThat(codeFrom(STAGE.signing.leaf(), headers)).isEqualTo("certificaat-functiescheiding");
        assertThat(codeFrom(TLS.leaf(), headers)).isEqualTo("goed");
    }

    /// A gateway in between tells with which certificate the sender came.
    @Test
    @Requirement("S25")
    void refusesTheCertificateOfTheConnectionWithTheGateway() {
        Verdict good = STAGE.verifier().verify(STAGE.signed(BODY), BODY);
        Verdict bad = new Verdict.Refused(Refusal.HANDTEKENING_TIJD, "te laat");

        assertThat(good.notSignedWith(Stage.fingerprint(STAGE.signing.leaf())))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("certificaat-functiescheiding");
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.detail()).contains("eigen certificaat");
                });
        assertThat(good.notSignedWith(Stage.fingerprint(TLS.leaf()))).isSameAs(good);
        assertThat(bad.notSignedWith(Stage.fingerprint(STAGE.signing.leaf()))).isSameAs(bad);
    }

    @Test
    void refusesARequestThatComesTwiceButTakesAnAnswerTwice() {
        Headers headers = STAGE.signed(BODY);
        PayloadVerifier requests = STAGE.verifier();
        PayloadVerifier answers = new PayloadVerifier(STAGE.authority.trust(), new Freshness.Answer(), STAGE.clock);

        assertThat(List.of(requests.verify(headers, BODY), requests.verify(headers, BODY)))
                .extracting(Stage::code)
                .containsExactly("goed", "handtekening-herhaald");
        assertThat(List.of(answers.verify(headers, BODY), answers.verify(headers, BODY)))
                .extracting(Stage::code)
                .containsExactly("goed", "goed");
    }

    @ParameterizedTest
    @CsvSource({
        "PT5M,  goed,              goed",
        "PT5M1S,handtekening-tijd, goed",
        "PT26H, handtekening-tijd, goed",
        "PT26H1S,handtekening-tijd,handtekening-tijd",
        "PT-1M, goed,              goed",
        "PT-61S,handtekening-tijd, handtekening-tijd"
    })
    void judgesTheTimeOfSigning(Duration age, String asRequest, String asAnswer) {
        Headers headers = STAGE.signed(BODY);
        Instant now = STAGE.clock.instant().plus(age);

        assertThat(codeAt(now, headers)).isEqualTo(asRequest);
        assertThat(codeAt(now, headers, new Freshness.Answer())).isEqualTo(asAnswer);
    }

    @Test
    void tellsHowLongASignatureCounts() {
        Headers headers = STAGE.signed(BODY);
        Clock late = Clock.fixed(STAGE.clock.instant().plus(Duration.ofDays(2)), ZoneOffset.UTC);

        assertThat(List.<Freshness>of(new Freshness.Request(), new Freshness.Answer()))
                .map(freshness -> new PayloadVerifier(STAGE.authority.trust(), freshness, late).verify(headers, BODY))
                .satisfiesExactly(
                        request ->
                                assertThat(((Verdict.Refused) request).detail()).contains("ten hoogste 5 minuten."),
                        answer ->
                                assertThat(((Verdict.Refused) answer).detail()).contains("ten hoogste 26 uur."));
    }

    @Test
    void refusesAnAnswerSignedBeforeItsContentWasMade() {
        Headers headers = STAGE.signed(BODY);
        Instant signed = STAGE.clock.instant();

        for (long seconds : new long[] {-1, 0, 60, 61}) {
            String expected = seconds > 60 ? "handtekening-tijd" : "goed";
            Instant made = signed.plusSeconds(seconds);
            assertThat(codeAt(signed, headers, new Freshness.Answer(made, Freshness.Answer.MAX_AGE)))
                    .isEqualTo(expected);
            assertThat(Stage.code(STAGE.verifier().verify(headers, BODY).notSignedBefore(made)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void takesNoPracticeAuthorityInProduction() {
        assertThatThrownBy(() -> new Trust(List.of(STAGE.authority.root()), List.of(), Environment.PRODUCTIE))
                .hasMessageContaining("practice");
    }

    private static String codeAt(Instant now, Headers headers) {
        return codeAt(now, headers, new Freshness.Request());
    }

    private static String codeAt(Instant now, Headers headers, Freshness freshness) {
        return Stage.code(new PayloadVerifier(STAGE.authority.trust(), freshness, Clock.fixed(now, ZoneOffset.UTC))
                .verify(headers, BODY));
    }

    private static String codeFrom(X509Certificate tlsPeer, Headers headers) throws IOException {
        try (PayloadVerifier.Verifying verifying = STAGE.verifier().start(headers, tlsPeer)) {
            verifying.write(BODY);
            return Stage.code(verifying.finish());
        }
    }

    private static String headerFor(Identity identity, String header) {
        String chain = identity.chain().stream()
                .map(certificate -> "\"" + Base64.getEncoder().encodeToString(Sha256.der(certificate)) + "\"")
                .collect(Collectors.joining(","));
        return header.replaceFirst("\"x5c\":\\[[^]]*]", "\"x5c\":[" + chain + "]")
                .replaceFirst("\"x5t#S256\":\"[^\"]*\"", "\"x5t#S256\":\"" + Stage.fingerprint(identity.leaf()) + "\"");
    }
}
