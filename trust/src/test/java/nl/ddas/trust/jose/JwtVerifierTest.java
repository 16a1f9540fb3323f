// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Set;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Identity;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.JwtVerifier;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.PayloadVerifier.Verdict;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Signatures with their content inside.
@Requirement("S44")
class JwtVerifierTest {

    private static final Correspondents THEY = new Correspondents();
    private static final byte[] PAYLOAD = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static final JwtVerifier VERIFIER = new JwtVerifier(THEY.authority::trust, Set.of("jwt"), THEY.clock);

    @Test
    void acceptsWhatItsSignerMade() {
        assertThat(code(new JwtSigner(THEY.cbs.signing(), "JWT").sign(PAYLOAD))).isEqualTo("{\"a\":1}");
        assertThat(code(new JwtSigner(THEY.cbs.signing(), "JWT").sign(new byte[0])))
                .isEmpty();
    }

    @Test
    void writingInPiecesGivesTheSameText() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JwtSigner signer = new JwtSigner(THEY.cbs.signing(), "JWT");
        try (JwtSigner.Signing signing = signer.start(out)) {
            for (byte piece : PAYLOAD) {
                signing.write(piece);
            }
            signing.finish();
        }
        assertThat(out.size()).isEqualTo((int) signer.length(PAYLOAD.length));
        assertThat(code(out.toByteArray())).isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            goed                           | {"alg":"PS256","x5c":X5C,"x5t#S256":"X5T"}
            goed                           | {"alg":"PS256","typ":"jwt","kid":"x","x5c":X5C,"x5t#S256":"X5T"}
            handtekening-algoritme         | {"alg":"none","x5c":X5C,"x5t#S256":"X5T"}
            handtekening-algoritme         | {"alg":"RS256","x5c":X5C,"x5t#S256":"X5T"}
            handtekening-algoritme         | {"alg":"HS256","x5c":X5C,"x5t#S256":"X5T"}
            handtekening-algoritme         | {"alg":"ps256","x5c":X5C,"x5t#S256":"X5T"}
            handtekening-algoritme         | {"x5c":X5C,"x5t#S256":"X5T"}
            handtekening-sleutelverwijzing | {"alg":"PS256","jwk":{},"x5c":X5C,"x5t#S256":"X5T"}
            handtekening-sleutelverwijzing | {"alg":"PS256","jku":"https://x","x5c":X5C,"x5t#S256":"X5T"}
            handtekening-sleutelverwijzing | {"alg":"PS256","x5u":"https://x","x5c":X5C,"x5t#S256":"X5T"}
            handtekening-kritiek           | {"alg":"PS256","crit":["exp"],"x5c":X5C,"x5t#S256":"X5T"}
            handtekening-kritiek           | {"alg":"PS256","b64":false,"crit":["b64"],"x5c":X5C,"x5t#S256":"X5T"}
            handtekening-kritiek           | {"alg":"PS256","b64":true,"x5c":X5C,"x5t#S256":"X5T"}
            handtekening-formaat           | {"alg":"PS256","zip":"DEF","x5c":X5C,"x5t#S256":"X5T"}
            handtekening-formaat           | {"alg":"PS256","cty":"JWT","x5c":X5C,"x5t#S256":"X5T"}
            handtekening-formaat           | {"alg":"PS256","enc":"A256GCM","x5c":X5C,"x5t#S256":"X5T"}
            handtekening-formaat           | {"alg":"PS256","typ":"at+jwt","x5c":X5C,"x5t#S256":"X5T"}
            handtekening-formaat           | {"alg":"PS256","alg":"PS256","x5c":X5C,"x5t#S256":"X5T"}
            certificaat-ontbreekt          | {"alg":"PS256","x5t#S256":"X5T"}
            certificaat-ontbreekt          | {"alg":"PS256","x5c":[],"x5t#S256":"X5T"}
            certificaat-formaat            | {"alg":"PS256","x5c":["AAAA"],"x5t#S256":"X5T"}
            certificaat-thumbprint         | {"alg":"PS256","x5c":X5C}
            certificaat-thumbprint         | {"alg":"PS256","x5c":X5C,"x5t#S256":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}
            """)
    void headersGoByTheRules(String expected, String header) {
        String told = code(forge(header, THEY.cbs.signing()));
        assertThat(told).isEqualTo(expected.equals("goed") ? "{\"a\":1}" : expected);
    }

    @Test
    void signersMustBeTrustedAndMeantToSign() {
        String header = "{\"alg\":\"PS256\",\"x5c\":X5C,\"x5t#S256\":\"X5T\"}";
        assertThat(code(forge(header, THEY.cbs.encryption()))).isEqualTo("certificaat-gebruik");
        Authority stranger = Authority.create(Environment.TEST, new KeyMaker(2048, THEY.random), THEY.clock);
        assertThat(code(forge(header, stranger.issue(Purpose.SIGNING, THEY.cbs.holder()))))
                .isEqualTo("certificaat-niet-vertrouwd");
        Identity revoked = THEY.authority.issue(Purpose.SIGNING, THEY.cbs.holder());
        THEY.authority.revoke(revoked.leaf().getSerialNumber());
        assertThat(code(forge(header, revoked))).isEqualTo("certificaat-ingetrokken");
        String ofAnother = filled(header, THEY.bron.signing());
        assertThat(code(forge(ofAnother, THEY.cbs.signing()))).isEqualTo("handtekening-ongeldig");
    }

    @Test
    void aChangedByteAnywhereIsRefused() {
        byte[] jws = new JwtSigner(THEY.cbs.signing(), "JWT").sign(PAYLOAD);
        for (int i = 0; i < jws.length; i += 97) {
            byte[] changed = jws.clone();
            changed[i] = (byte) (changed[i] == 'A' ? 'B' : 'A');
            assertThat(code(changed)).as("byte " + i).isNotEqualTo("{\"a\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "a.b", "a.b.c.d", "=.=.="})
    void whatIsNoJwsIsRefused(String text) {
        assertThat(code(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo("handtekening-formaat");
    }

    private static String code(byte[] jws) {
        return switch (VERIFIER.verify(jws)) {
            case JwtVerifier.Outcome.Signed signed -> new String(signed.payload(), StandardCharsets.UTF_8);
            case JwtVerifier.Outcome.Refused(Verdict.Refused refused) -> refused.code();
        };
    }

    private static String x5c(Identity signer) {
        return "[\""
                + String.join(
                        "\",\"",
                        signer.chain().stream()
                                .map(JwtVerifierTest::der)
                                .map(Base64.getEncoder()::encodeToString)
                                .toList())
                + "\"]";
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// The marks with a colon or quotes about them: base64 may hold their letters.
    private static String filled(String header, Identity signer) {
        return header.replace(":X5C", ":" + x5c(signer))
                .replace("\"X5T\"", "\"" + JweCrypto.fingerprint(signer.leaf()) + "\"");
    }

    private static byte[] forge(String header, Identity signer) {
        String input = Base64Text.encode(filled(header, signer).getBytes(StandardCharsets.UTF_8)) + "."
                + Base64Text.encode(PAYLOAD);
        try {
            Signature engine = Signature.getInstance("RSASSA-PSS");
            engine.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            engine.initSign(signer.key());
            engine.update(input.getBytes(StandardCharsets.US_ASCII));
            return (input + "." + Base64Text.encode(engine.sign())).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// As many bytes as an RSA key of 2048 to 8192 bits gives: others are refused before anything is computed.
    @ParameterizedTest
    @CsvSource({
        "255, handtekening-formaat",
        "256, handtekening-ongeldig",
        "1024, handtekening-ongeldig",
        "1025, handtekening-formaat"
    })
    void aSignatureIsAsLongAsThatOfAKeyThatIsTaken(int bytes, String expected) {
        String good = new String(new JwtSigner(THEY.cbs.signing(), "JWT").sign(PAYLOAD), StandardCharsets.US_ASCII);
        String forged = good.substring(0, good.lastIndexOf('.') + 1) + Base64Text.encode(new byte[bytes]);
        assertThat(code(forged.getBytes(StandardCharsets.US_ASCII))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"16384, '{\"a\":1}'", "16386, handtekening-formaat"})
    void aHeaderHas16384CharactersAtMost(int length, String expected) {
        String header = filled("{\"alg\":\"PS256\",\"kid\":\"\",\"x5c\":X5C,\"x5t#S256\":\"X5T\"}", THEY.cbs.signing());
        String kid = "k".repeat(length * 3 / 4 - header.length());
        byte[] jws = forge(header.replace("\"kid\":\"\"", "\"kid\":\"" + kid + "\""), THEY.cbs.signing());
        assertThat(new String(jws, StandardCharsets.US_ASCII).indexOf('.')).isEqualTo(length);
        assertThat(code(jws)).isEqualTo(expected);
    }
}
