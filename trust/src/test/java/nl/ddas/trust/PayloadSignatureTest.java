// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import nl.ddas.basis.Headers;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.PayloadVerifier.Verdict;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing and verifying a body, with its digest beside it.
class PayloadSignatureTest {

    private static final Stage STAGE = new Stage();
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
        assertThat(IssuerSerial.getInstance(
                        Base64.getDecoder().decode(header.text("kid").orElseThrow())))
                .as("ETSI TS 119 182-1, 5.1.4")
                .isEqualTo(new IssuerSerial(
                        new GeneralNames(new GeneralName(X500Name.getInstance(
                                STAGE.signing.leaf().getIssuerX500Principal().getEncoded()))),
                        STAGE.signing.leaf().getSerialNumber()));
        assertThat(signature.digest()).matches("SHA-256=[A-Za-z0-9+/]{43}=");
    }

    /// What was signed and kept still goes out only when one of now would be signed in the same way.
    @Test
    void knowsASignatureOfItsOwnCertificateAndForm() {
        PayloadSigner.Signature made = STAGE.signer().sign(BODY);
        PayloadSigner later =
                new PayloadSigner(STAGE.signing, Clock.offset(STAGE.clock, Duration.ofHours(3)), SignatureForm.A);

        assertThat(later.isAsNow(made)).isTrue();
        assertThat(new PayloadSigner(STAGE.signing, STAGE.clock, SignatureForm.B).isAsNow(made))
                .isFalse();
        assertThat(new PayloadSigner(new Stage().signing, STAGE.clock).isAsNow(made))
                .isFalse();
        assertThat(later.isAsNow(new PayloadSigner.Signature("", ""))).isFalse();
        assertThat(later.isAsNow(new PayloadSigner.Signature("*..*", ""))).isFalse();
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
    @ValueSource(
            ints = {0, 1, 2, 3, 49_151, 49_152, 49_153, 98_304, 150_001, 442_367, 442_368, 442_369, 835_584, 1_000_001})
    void verifiesBodiesAroundTheSizeOfAChunk(int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) '7');

        assertThat(Stage.code(STAGE.verifier().verify(STAGE.signed(body), body)))
                .isEqualTo("goed");
        assertThat(STAGE.signer().sign(body).digest())
                .isEqualTo(PayloadSigner.digest(Sha256.digest().digest(body)));
    }

    @Test
    void aBodyMayBeWrittenByteByByte() throws IOException {
        try (PayloadSigner.Signing signing = STAGE.signer().start()) {
            for (byte one : BODY) {
                signing.write(one);
            }
            assertThat(Stage.code(STAGE.verifier().verify(signing.finish().addTo(Headers.NONE), BODY)))
                    .isEqualTo("goed");
        }
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

    @Test
    void signsWithTheKeyOfTheMoment() {
        AtomicReference<Identity> key = new AtomicReference<>(STAGE.signing);
        PayloadSigner signer = new PayloadSigner(key::get, STAGE.clock, SignatureForm.A);
        Supplier<JwtSigner> messages = signer.jwt("JWT");
        JwtSigner before = messages.get();
        assertThat(messages.get()).as("made once for each key").isSameAs(before);

        Identity other = STAGE.authority.issue(Purpose.SIGNING, STAGE.holder);
        key.set(other);

        assertThat(signer.certificate()).isEqualTo(other.leaf());
        assertThat(STAGE.verifier().verify(signer.sign(BODY).addTo(Headers.NONE), BODY))
                .isInstanceOfSatisfying(Verdict.Verified.class, verified -> assertThat(verified.signer())
                        .isEqualTo(other.leaf()));
        JwtVerifier verifier = new JwtVerifier(STAGE.authority::trust, Set.of("jwt"), STAGE.clock);
        assertThat(verifier.verify(messages.get().sign(BODY)))
                .isInstanceOfSatisfying(JwtVerifier.Outcome.Signed.class, signed -> assertThat(signed.signer())
                        .isEqualTo(other.leaf()));
    }
}
