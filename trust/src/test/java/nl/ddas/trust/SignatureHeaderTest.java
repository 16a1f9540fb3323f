// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ddas.basis.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may stand in the header that carries a signature, and in the protected header inside it.
class SignatureHeaderTest {

    private static final Stage STAGE = new Stage();
    private static final byte[] BODY = Stage.utf8("{\"leveringen\":[],\"naam\":\"Zoë\"}");

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
    void refusesAHeaderThatIsOffTheRules(String from, @Nullable String to, String code) {
        String header = Stage.header(STAGE.signer().sign(BODY).payloadSig()).replace(from, to == null ? "" : to);

        assertThat(Stage.code(STAGE.verifier().verify(Stage.forged(header, BODY, STAGE.signing), BODY)))
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

        assertThat(Stage.code(STAGE.verifier().verify(Stage.forged(header, BODY, other), BODY)))
                .isEqualTo("handtekening-ongeldig");
    }

    @Test
    void refusesAFingerprintOfAnotherCertificate() {
        Identity other = STAGE.authority.issue(Purpose.SIGNING, STAGE.holder);
        String mine = Stage.fingerprint(STAGE.signing.leaf());
        String header =
                Stage.header(STAGE.signer().sign(BODY).payloadSig()).replace(mine, Stage.fingerprint(other.leaf()));

        assertThat(Stage.code(STAGE.verifier().verify(Stage.forged(header, BODY, STAGE.signing), BODY)))
                .isEqualTo("certificaat-thumbprint");
    }

    private static String beforehand(Headers headers) {
        return STAGE.verifier().start(headers).refusedBeforehand().orElseThrow().code();
    }

    /// The same signature bytes with another last character: a decoder that is not strict takes both.
    private static String strayBits(String value) {
        char last = value.charAt(value.length() - 1);
        return value.substring(0, value.length() - 1) + (char) (last + 1);
    }
}
