// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Date;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Our verdict beside that of two others: EU DSS for JAdES, Nimbus for a detached JWS.
@Requirement({"S14", "S44"})
class SecondOpinionTest {

    private static final Stage STAGE = new Stage();
    private static final PayloadVerifier VERIFIER =
            new PayloadVerifier(STAGE.authority.trust(), new Freshness.Answer(), STAGE.clock);
    private static final int MESSAGES = 150;

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void whatWeSignIsJadesBaselineB(SignatureForm form) {
        Forge.Message good = new Forge(STAGE, form).good();

        assertThat(Dss.on(form, good.payloadSig(), good.body())).isEqualTo(new Dss.Opinion(true, "JAdES-BASELINE-B"));
        assertThat(Dss.on(form, good.payloadSig(), Stage.utf8("{}")).intact()).isFalse();
    }

    @Test
    void theSignatureOfFormBIsOverTheHeaderAsItStands() {
        Forge.Message good = new Forge(STAGE, SignatureForm.B).good();

        assertThat(Dss.onHeader(good.payloadSig(), good.digest())).isEqualTo(new Dss.Opinion(true, "JAdES-BASELINE-B"));
        assertThat(Dss.onHeader(good.payloadSig(), good.digest().replace("SHA", "sha"))
                        .intact())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void whatDssSignsIsGood(SignatureForm form) {
        Date now = Date.from(STAGE.clock.instant());
        Headers headers = Dss.sign(form, STAGE.signing, now, Forge.BODY, DigestAlgorithm.SHA256);
        PayloadVerifier strict = new PayloadVerifier(
                STAGE.authority::trust, new Freshness.Request(), Strictness.BASELINE_B, STAGE.clock);

        assertThat(Stage.code(strict.verify(headers, Forge.BODY))).isEqualTo("goed");
        assertThat(Stage.code(VERIFIER.verify(headers, Stage.utf8("{}")))).isEqualTo("digest-afwijking");
        Headers longer = Dss.sign(form, STAGE.signing, now, Forge.BODY, DigestAlgorithm.SHA512);
        assertThat(Stage.code(VERIFIER.verify(longer, Forge.BODY))).isEqualTo("goed");
        assertThat(Stage.code(strict.verify(longer, Forge.BODY))).isEqualTo("certificaat-thumbprint");
    }

    /// Left to itself DSS drops what JAdES does not know; without these two we would not be baseline B.
    @Test
    void withoutTimeOrFingerprintItIsNotJades() {
        Forge forge = new Forge(STAGE, SignatureForm.A);
        Forge.Message without = forge.header(header -> header.replaceFirst(",\"iat\":[0-9]+", ""));

        assertThat(Dss.on(SignatureForm.A, without.payloadSig(), without.body()))
                .isEqualTo(new Dss.Opinion(true, "JSON-NOT-ETSI"));
    }

    /// One letter in the base64url of a signature that changes no byte of it: others read over it.
    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void weAreStricterThanTheOthersOnStrayBits(SignatureForm form) {
        Forge.Message good = new Forge(STAGE, form).good();
        String value = good.payloadSig();
        String stray = value.substring(0, value.length() - 1) + (char) (value.charAt(value.length() - 1) + 1);

        assertThat(Dss.on(form, stray, good.body()).intact()).isTrue();
        assertThat(code(stray, good.digest(), good.body())).isEqualTo("handtekening-formaat");
    }

    static Stream<Arguments> messages() {
        return Stream.of(SignatureForm.values())
                .flatMap(form -> IntStream.range(0, MESSAGES).mapToObj(seed -> Arguments.of(form, seed)));
    }

    /// Half of them as they were signed, half with one byte of body or signature line changed.
    @ParameterizedTest(name = "form {0}, message {1}")
    @MethodSource("messages")
    void allAgreeOnMessagesGoodAndGarbled(SignatureForm form, int seed) {
        Random random = new Random(seed);
        byte[] body = new byte[random.nextInt(2000)];
        random.nextBytes(body);
        Forge.Message good = new Forge(STAGE, form).good(body);
        String line = good.payloadSig();
        if (seed % 4 == 1) {
            line = garbled(line, random);
        } else if (seed % 4 == 3 && body.length > 0) {
            body[random.nextInt(body.length)] ^= (byte) (1 + random.nextInt(255));
        }
        boolean ours = code(line, PayloadSigner.digest(Sha256.digest().digest(body)), body)
                .equals("goed");

        assertThat(ours).isEqualTo(Dss.on(form, line, body).intact());
        if (form == SignatureForm.A) {
            assertThat(ours).isEqualTo(nimbus(line, body));
        }
        assertThat(ours).isEqualTo(seed % 2 == 0 || (seed % 4 == 3 && body.length == 0));
    }

    /// Another letter of base64url anywhere but at the very end, where some bits count for nothing.
    private static String garbled(String line, Random random) {
        int at = random.nextInt(line.length() - 1);
        char other = line.charAt(at) == 'A' ? 'B' : 'A';
        return line.substring(0, at) + other + line.substring(at + 1);
    }

    private static String code(String payloadSig, String digest, byte[] body) {
        return Stage.code(VERIFIER.verify(Headers.of(PayloadSigner.PAYLOAD_SIG, payloadSig, "Digest", digest), body));
    }

    private static boolean nimbus(String line, byte[] body) {
        try {
            return JWSObject.parse(line, new Payload(body)).verify(new RSASSAVerifier((RSAPublicKey)
                    STAGE.signing.leaf().getPublicKey()));
        } catch (ParseException | JOSEException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
