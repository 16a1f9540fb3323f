// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import nl.ddas.basis.Headers;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.PayloadVerifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing and verifying: what goes right, and the main refusals.
class PayloadSignatureTest {

    private static final Stage STAGE = new Stage();
    private static final Identity TLS = STAGE.authority.issue(Purpose.TLS, STAGE.holder);
    private static final Identity ENCRYPTION = STAGE.authority.issue(Purpose.ENCRYPTION, STAGE.holder);
    private static final byte[] BODY = Stage.utf8("{\"leveringen\":[],\"naam\":\"Zoë\"}");

    @Test
    @Requirement({"S14", "S35"})
    void verifiesWhatWasSignedAndTellsWhoSigned() {
        Headers headers = STAGE.signed(BODY);

        Verdict verdict = STAGE.verifier().verify(headers, BODY);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Verified.class, verified -> {
            assertThat(verified.oin()).isEqualTo(Stage.OIN.value());
            assertThat(verified.signer()).isEqualTo(STAGE.signing.leaf());
            assertThat(verified.signedAt()).isEqualTo(STAGE.clock.instant());
            assertThat(verified.sha256()).isEqualTo(Sha256.of(BODY));
            assertThat(verified.payloadSig())
                    .isEqualTo(headers.first(PayloadSigner.PAYLOAD_SIG).orElseThrow());
        });
    }

    @Test
    @Requirement({"S14", "S44"})
    void writesTheHeaderOfADetachedJwsThatMeetsJadesBaselineB() {
        PayloadSigner.Signature signature = STAGE.signer().sign(BODY);

        JwsHeader header = JwsHeader.read(Stage.utf8(Stage.header(signature.payloadSig())));
        assertThat(header.members().keySet()).containsExactlyInAnyOrder("alg", "typ", "kid", "x5c", "x5t#S256", "iat");
        assertThat(header.text("alg")).contains("PS256");
        assertThat(header.texts("x5c").orElseThrow())
                .containsExactlyElementsOf(STAGE.signing.chain().stream()
                        .map(certificate -> Base64.getEncoder().encodeToString(Sha256.der(certificate)))
                        .toList());
        assertThat(signature.digest()).matches("SHA-256=[A-Za-z0-9+/]{43}=");
    }

    @Test
    void signsTheBodyInBase64UrlBehindTheHeader() throws GeneralSecurityException {
        String value = STAGE.signer().sign(BODY).payloadSig();
        int dots = value.indexOf("..");
        Signature engine = Pss.engine();
        engine.initVerify(STAGE.signing.leaf());
        engine.update(Stage.utf8(value.substring(0, dots) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(BODY)));

        assertThat(engine.verify(Base64.getUrlDecoder().decode(value.substring(dots + 2))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 49_151, 49_152, 49_153, 98_304, 150_001})
    void verifiesBodiesAroundTheSizeOfAChunk(int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) '7');

        assertThat(Stage.code(STAGE.verifier().verify(STAGE.signed(body), body)))
                .isEqualTo("goed");
    }

    @ParameterizedTest
    @CsvSource({"0,true", "15,true", "-1,true", "0,false", "15,false", "-1,false"})
    void refusesABodyWithOneByteChanged(int at, boolean withDigest) {
        byte[] tampered = BODY.clone();
        int index = at < 0 ? tampered.length - 1 : at;
        tampered[index] ^= 1;
        PayloadSigner.Signature signature = STAGE.signer().sign(BODY);
        Headers headers = withDigest
                ? signature.addTo(Headers.NONE)
                : Headers.of(PayloadSigner.PAYLOAD_SIG, signature.payloadSig());

        assertThat(Stage.code(STAGE.verifier().verify(headers, tampered)))
                .isEqualTo(withDigest ? "digest-afwijking" : "handtekening-ongeldig");
    }

    @Test
    void refusesAMessageThatLacksASignature() {
        assertThat(beforehand(Headers.of("Digest", "SHA-256=x"))).isEqualTo("handtekening-ontbreekt");
        assertThat(beforehand(Headers.of("Payload-Signature", "x"))).isEqualTo("handtekening-ontbreekt");
    }

    @Test
    void refusesASignatureThatIsThereTwice() {
        String value = STAGE.signer().sign(BODY).payloadSig();

        assertThat(beforehand(Headers.of("nlgov-adr-payload-sig", value, "Nlgov-Adr-Payload-Sig", value)))
                .isEqualTo("handtekening-dubbel");
        assertThat(beforehand(Headers.of("nlgov-adr-payload-sig", value + ", " + value)))
                .isEqualTo("handtekening-dubbel");
        assertThat(beforehand(Headers.of("nlgov-adr-payload-sig", value, "Payload-Signature", value)))
                .isEqualTo("handtekening-dubbel");
    }

    @ParameterizedTest
    @CsvSource({
        "SHA-256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, digest-afwijking",
        "SHA-256=kort, digest-formaat",
        "MD5=AAAAAAAAAAAAAAAAAAAAAA==, digest-formaat",
        "'SHA-256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,SHA-256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',"
                + " digest-formaat"
    })
    void refusesAWrongDigest(String digest, String code) {
        Headers headers =
                Headers.of(PayloadSigner.PAYLOAD_SIG, STAGE.signer().sign(BODY).payloadSig(), "Digest", digest);

        assertThat(Stage.code(STAGE.verifier().verify(headers, BODY))).isEqualTo(code);
    }

    @Test
    void takesADigestInOtherSpellingsAndBesideOtherAlgorithms() {
        PayloadSigner.Signature signature = STAGE.signer().sign(BODY);
        String base64 = signature.digest().substring(8);
        Headers headers = Headers.of(
                PayloadSigner.PAYLOAD_SIG,
                signature.payloadSig(),
                "digest",
                "unixsum=30637, sha-256=" + base64.replace("=", ""),
                "Content-Digest",
                "sha-256=:" + base64 + ":");

        assertThat(Stage.code(STAGE.verifier().verify(headers, BODY))).isEqualTo("goed");
    }

    @Test
    void strictlyAsksForADigest() {
        PayloadVerifier strict = new PayloadVerifier(
                STAGE.authority::trust, new Freshness.Request(), Strictness.BASELINE_B, STAGE.clock);
        PayloadSigner.Signature signature = STAGE.signer().sign(BODY);

        assertThat(Stage.code(strict.verify(Headers.of(PayloadSigner.PAYLOAD_SIG, signature.payloadSig()), BODY)))
                .isEqualTo("digest-ontbreekt");
        assertThat(Stage.code(strict.verify(signature.addTo(Headers.NONE), BODY)))
                .isEqualTo("goed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "alg":"PS256"   | "alg":"none"                                  | handtekening-algoritme
            "alg":"PS256"   | "alg":"RS256"                                 | handtekening-algoritme
            "alg":"PS256"   | "alg":"HS256"                                 | handtekening-algoritme
            "alg":"PS256"   | "alg":"ps256"                                 | handtekening-algoritme
            "alg":"PS256"   | "alg":256                                     | handtekening-algoritme
            "alg":"PS256",  |                                               | handtekening-algoritme
            "typ":"JOSE"    | "typ":"jose"                                  | goed
            "typ":"JOSE"    | "typ":"JWT"                                   | handtekening-formaat
            "typ":"JOSE"    | "typ":"JOSE","jku":"https://x.example"        | handtekening-sleutelverwijzing
            "typ":"JOSE"    | "typ":"JOSE","x5u":"https://x.example"        | handtekening-sleutelverwijzing
            "typ":"JOSE"    | "typ":"JOSE","zip":"DEF"                      | handtekening-formaat
            "typ":"JOSE"    | "typ":"JOSE","typ":"JOSE"                     | handtekening-formaat
            "typ":"JOSE"    | "typ":"JOSE","d":[[[[[[[[[1]]]]]]]]]           | handtekening-formaat
            "typ":"JOSE"    | "typ":"JOSE","b64":false,"crit":["b64"]       | goed
            "typ":"JOSE"    | "typ":"JOSE","b64":true,"crit":["b64"]        | handtekening-kritiek
            "typ":"JOSE"    | "typ":"JOSE","b64":false                      | handtekening-kritiek
            "typ":"JOSE"    | "typ":"JOSE","crit":[]                        | handtekening-kritiek
            "typ":"JOSE"    | "typ":"JOSE","crit":"b64"                     | handtekening-kritiek
            "typ":"JOSE"    | "typ":"JOSE","crit":["b64"]                   | handtekening-kritiek
            "typ":"JOSE"    | "typ":"JOSE","crit":["alg"]                   | handtekening-kritiek
            "typ":"JOSE"    | "typ":"JOSE","b64":false,"crit":["b64","b64"] | handtekening-kritiek
            "typ":"JOSE"    | "typ":"JOSE","sigD":{},"crit":["sigD"]        | handtekening-sigd
            "x5c":[         | "x5d":[                                       | certificaat-ontbreekt
            "x5c":[         | "x5c":[],"x5d":[                              | certificaat-ontbreekt
            "x5c":[         | "x5c":["!",                                   | certificaat-formaat
            "x5c":[         | "x5c":[1,                                     | certificaat-formaat
            "iat":1         | "iat":"x","at":1                              | handtekening-formaat
            "iat":1         | "iat":1.5,"at":1                              | handtekening-formaat
            "iat":1         | "at":1                                        | handtekening-tijd
            "iat":1         | "iat":-1                                      | handtekening-tijd
            "iat":1         | "iat":9223372036854775808,"at":1              | handtekening-tijd
            """)
    void refusesAHeaderThatIsOffTheRules(String from, @org.jspecify.annotations.Nullable String to, String code) {
        String header = Stage.header(STAGE.signer().sign(BODY).payloadSig()).replace(from, to == null ? "" : to);

        assertThat(Stage.code(STAGE.verifier().verify(forged(header, STAGE.signing), BODY)))
                .isEqualTo(code);
    }

    @Test
    void refusesASignatureThatIsNoneOrSpelledOtherwise() {
        String value = STAGE.signer().sign(BODY).payloadSig();
        String header = value.substring(0, value.indexOf('.'));

        assertThat(beforehand(Headers.of(PayloadSigner.PAYLOAD_SIG, header + "..")))
                .isEqualTo("handtekening-formaat");
        assertThat(beforehand(Headers.of(PayloadSigner.PAYLOAD_SIG, value.replace("..", ".e30."))))
                .isEqualTo("handtekening-formaat");
        assertThat(beforehand(Headers.of(PayloadSigner.PAYLOAD_SIG, strayBits(value))))
                .isEqualTo("handtekening-formaat");
        assertThat(beforehand(Headers.of(PayloadSigner.PAYLOAD_SIG, "x".repeat(16_385))))
                .isEqualTo("handtekening-te-groot");
    }

    @Test
    void refusesASignatureByAnotherKey() {
        Identity other = STAGE.authority.issue(Purpose.SIGNING, STAGE.holder);
        String header = Stage.header(STAGE.signer().sign(BODY).payloadSig());

        assertThat(Stage.code(STAGE.verifier().verify(forged(header, other), BODY)))
                .isEqualTo("handtekening-ongeldig");
    }

    @Test
    void refusesAFingerprintOfAnotherCertificate() {
        Identity other = STAGE.authority.issue(Purpose.SIGNING, STAGE.holder);
        String mine = fingerprint(STAGE.signing.leaf());
        String header = Stage.header(STAGE.signer().sign(BODY).payloadSig()).replace(mine, fingerprint(other.leaf()));

        assertThat(Stage.code(STAGE.verifier().verify(forged(header, STAGE.signing), BODY)))
                .isEqualTo("certificaat-thumbprint");
    }

    @Test
    @Requirement("S37")
    void refusesACertificateOfAnAuthorityThatIsNotTrusted() {
        Authority other = Authority.create(Environment.TEST, STAGE.keys, STAGE.clock);
        Identity stranger = other.issue(Purpose.SIGNING, STAGE.holder);
        Headers headers = new PayloadSigner(stranger, STAGE.clock).sign(BODY).addTo(Headers.NONE);

        assertThat(Stage.code(STAGE.verifier().verify(headers, BODY))).isEqualTo("certificaat-niet-vertrouwd");
    }

    @Test
    void refusesACertificateThatIsExpiredOrNotYetValid() {
        List<X509Certificate> brief = STAGE.authority.chain(
                Purpose.SIGNING, STAGE.holder, STAGE.signing.leaf().getPublicKey(), Duration.ofSeconds(10));
        Headers headers = new PayloadSigner(new Identity(STAGE.signing.key(), brief), STAGE.clock)
                .sign(BODY)
                .addTo(Headers.NONE);

        assertThat(codeAt(STAGE.clock.instant().plusSeconds(11), headers)).isEqualTo("certificaat-geldigheid");
        assertThat(codeAt(STAGE.clock.instant().minusSeconds(301), headers)).isEqualTo("certificaat-geldigheid");
        assertThat(codeAt(STAGE.clock.instant().plusSeconds(9), headers)).isEqualTo("goed");
    }

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
            assertThat(Stage.code(STAGE.verifier().verify(forged(headerFor(wrong, start), wrong), BODY)))
                    .isEqualTo("certificaat-gebruik");
            assertThatThrownBy(() -> new PayloadSigner(wrong, STAGE.clock))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Requirement("S25")
    void refusesTheKeyOfTheConnectionAsSigningKey() throws java.io.IOException {
        Headers headers = STAGE.signed(BODY);

        assertThat(codeFrom(STAGE.signing.leaf(), headers)).isEqualTo("certificaat-functiescheiding");
        assertThat(codeFrom(TLS.leaf(), headers)).isEqualTo("goed");
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
        return Stage.code(new PayloadVerifier(
                        STAGE.authority.trust(), freshness, java.time.Clock.fixed(now, java.time.ZoneOffset.UTC))
                .verify(headers, BODY));
    }

    private static String codeFrom(X509Certificate tlsPeer, Headers headers) throws java.io.IOException {
        try (PayloadVerifier.Verifying verifying = STAGE.verifier().start(headers, tlsPeer)) {
            verifying.write(BODY);
            return Stage.code(verifying.finish());
        }
    }

    private static String beforehand(Headers headers) {
        return STAGE.verifier().start(headers).refusedBeforehand().orElseThrow().code();
    }

    private static Headers forged(String header, Identity signer) {
        return Headers.of(PayloadSigner.PAYLOAD_SIG, Stage.forge(header, BODY, signer));
    }

    private static String headerFor(Identity identity, String header) {
        String chain = identity.chain().stream()
                .map(certificate -> "\"" + Base64.getEncoder().encodeToString(Sha256.der(certificate)) + "\"")
                .collect(java.util.stream.Collectors.joining(","));
        return header.replaceFirst("\"x5c\":\\[[^]]*]", "\"x5c\":[" + chain + "]")
                .replaceFirst("\"x5t#S256\":\"[^\"]*\"", "\"x5t#S256\":\"" + fingerprint(identity.leaf()) + "\"");
    }

    private static String fingerprint(X509Certificate certificate) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(certificate));
    }

    /// The same signature bytes with another last character: a decoder that is not strict takes both.
    private static String strayBits(String value) {
        char last = value.charAt(value.length() - 1);
        return value.substring(0, value.length() - 1) + (char) (last + 1);
    }
}
