// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Attacks by way of the line that carries a signature, the certificates in it and the signature value, each in both
/// forms. What may stand in the protected header besides: [ProtectedHeaderAttackTest].
@Requirement("S14")
class HeaderAttackTest {

    private static final Stage STAGE = new Stage();
    private static final Identity OTHER = STAGE.authority.issue(Purpose.SIGNING, STAGE.holder);

    /// What is done to a message that is good but for this.
    private record Attack(String name, String code, Function<Forge, Forge.Message> made) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Attack> ATTACKS = List.of(
            new Attack(
                    "alg none, empty signature",
                    "handtekening-algoritme",
                    forge -> forge.header(alg("none"), Forge.zeros(0))),
            new Attack(
                    "alg HS256 with the public key as secret, DER",
                    "handtekening-algoritme",
                    forge -> forge.header(
                            alg("HS256"),
                            Forge.hs256(STAGE.signing.leaf().getPublicKey().getEncoded()))),
            new Attack(
                    "alg HS256 with the public key as secret, PEM",
                    "handtekening-algoritme",
                    forge -> forge.header(alg("HS256"), Forge.hs256(Stage.utf8(Pem.write(STAGE.signing.chain()))))),
            new Attack(
                    "alg RS256 with a good signature",
                    "handtekening-algoritme",
                    forge -> forge.header(alg("RS256"), Forge.rs256(STAGE.signing.key()))),
            new Attack(
                    "alg ES256 with a signature of zeros",
                    "handtekening-algoritme",
                    forge -> forge.header(alg("ES256"), Forge.zeros(64))),
            new Attack(
                    "alg PS384 with a good signature",
                    "handtekening-algoritme",
                    forge -> forge.header(
                            alg("PS384"), Forge.pss(STAGE.signing.key(), "SHA-384", MGF1ParameterSpec.SHA384, 48))),
            new Attack(
                    "alg PS512 with a good signature",
                    "handtekening-algoritme",
                    forge -> forge.header(
                            alg("PS512"), Forge.pss(STAGE.signing.key(), "SHA-512", MGF1ParameterSpec.SHA512, 64))),
            new Attack(
                    "PKCS#1 signature under PS256",
                    "handtekening-ongeldig",
                    forge -> forge.header(header -> header, Forge.rs256(STAGE.signing.key()))),
            new Attack("no salt", "handtekening-ongeldig", forge -> forge.header(header -> header, salt(0))),
            new Attack("salt of 20", "handtekening-ongeldig", forge -> forge.header(header -> header, salt(20))),
            new Attack("salt of 64", "handtekening-ongeldig", forge -> forge.header(header -> header, salt(64))),
            new Attack(
                    "mask over SHA-1",
                    "handtekening-ongeldig",
                    forge -> forge.header(
                            header -> header, Forge.pss(STAGE.signing.key(), "SHA-256", MGF1ParameterSpec.SHA1, 32))),
            new Attack(
                    "signature of zeros",
                    "handtekening-ongeldig",
                    forge -> forge.header(header -> header, Forge.zeros(256))),
            new Attack(
                    "signature a byte short",
                    "handtekening-formaat",
                    forge -> forge.header(header -> header, Forge.zeros(255))),
            new Attack(
                    "signature as of RSA 8192",
                    "handtekening-ongeldig",
                    forge -> forge.header(header -> header, Forge.zeros(1024))),
            new Attack(
                    "signature a byte longer than of RSA 8192",
                    "handtekening-formaat",
                    forge -> forge.header(header -> header, Forge.zeros(1025))),
            new Attack(
                    "signature with a zero before it",
                    "handtekening-ongeldig",
                    forge -> forge.header(
                            header -> header,
                            input -> prefixed(Forge.ps256(STAGE.signing.key()).sign(input)))),
            new Attack(
                    "signature by another key of the signer",
                    "handtekening-ongeldig",
                    forge -> forge.header(header -> header, Forge.ps256(OTHER.key()))),
            new Attack(
                    "x5t#S256 of another certificate",
                    "certificaat-thumbprint",
                    forge -> forge.header(header ->
                            header.replace(Stage.fingerprint(STAGE.signing.leaf()), Stage.fingerprint(OTHER.leaf())))),
            new Attack(
                    "kid of another trusted certificate",
                    "goed",
                    forge -> forge.header(header -> header.replaceFirst("\"kid\":\"[^\"]*\"", kid(OTHER)))),
            new Attack("kid of 512 characters", "goed", forge -> forge.header(kidOf(512))),
            new Attack("kid of 513 characters", "handtekening-formaat", forge -> forge.header(kidOf(513))),
            new Attack(
                    "x5c in base64url",
                    "certificaat-formaat",
                    forge -> forge.header(header -> header.replace(
                            Forge.base64(STAGE.signing.leaf()),
                            Base64.getUrlEncoder().encodeToString(Sha256.der(STAGE.signing.leaf())) + "-"))),
            new Attack(
                    "x5c with a line end",
                    "certificaat-formaat",
                    forge -> forge.header(header -> header.replace("\"x5c\":[\"MII", "\"x5c\":[\"MI\\nI"))),
            new Attack(
                    "x5c with a byte behind the certificate",
                    "certificaat-formaat",
                    forge -> forge.header(header -> header.replace(
                            Forge.base64(STAGE.signing.leaf()),
                            Base64.getEncoder()
                                    .encodeToString(Arrays.copyOf(
                                            Sha256.der(STAGE.signing.leaf()),
                                            Sha256.der(STAGE.signing.leaf()).length + 1))))),
            new Attack("header in the middle part", "handtekening-formaat", forge -> forge.good()
                    .line(line -> line.replace("..", ".e30."))),
            new Attack(
                    "four parts", "handtekening-formaat", forge -> forge.good().line(line -> line + ".e30")),
            new Attack("nothing", "handtekening-formaat", forge -> forge.good().line(_ -> "")),
            new Attack("no dots", "handtekening-formaat", forge -> forge.good().line(line -> line.replace(".", ""))),
            new Attack("signature left out", "handtekening-formaat", forge -> forge.good()
                    .line(line -> line.substring(0, line.indexOf("..") + 2))),
            new Attack("padding behind the signature", "handtekening-formaat", forge -> forge.good()
                    .line(line -> line + "==")),
            new Attack("stray bits in the last character", "handtekening-formaat", forge -> forge.good()
                    .line(HeaderAttackTest::strayBits)),
            new Attack("ordinary base64", "handtekening-formaat", forge -> forge.good()
                    .line(line -> line.replace("..", "..+/"))),
            new Attack("invalid UTF-8", "handtekening-formaat", forge -> forge.good()
                    .line(line -> rawHeader(line, new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))),
            new Attack("10 000 open brackets", "handtekening-formaat", forge -> forge.good()
                    .line(line -> rawHeader(line, Stage.utf8("{\"a\":" + "[".repeat(10_000))))),
            new Attack("16 385 characters", "handtekening-te-groot", forge -> forge.good()
                    .line(line -> "e".repeat(16_385 - line.length()) + line)),
            new Attack("16 384 characters", "handtekening-formaat", forge -> forge.good()
                    .line(line -> "e".repeat(16_384 - line.length()) + line)),
            new Attack("64 KB", "handtekening-te-groot", forge -> forge.good().line(line -> "e".repeat(65_536))),
            new Attack("no signature", "handtekening-ontbreekt", forge -> forge.good()
                    .headers(Headers.of("Digest", forge.good().digest()))),
            new Attack(
                    "only the other name",
                    "handtekening-ontbreekt",
                    forge -> renamed(forge.good(), "Payload-Signature")),
            new Attack("name in other letters", "goed", forge -> renamed(forge.good(), "NLGOV-Adr-Payload-Sig")),
            new Attack(
                    "two lines of the same value",
                    "handtekening-dubbel",
                    forge -> twice(forge.good(), "nlgov-adr-payload-sig")),
            new Attack(
                    "two lines, other letters",
                    "handtekening-dubbel",
                    forge -> twice(forge.good(), "Nlgov-Adr-Payload-Sig")),
            new Attack("both names", "handtekening-dubbel", forge -> twice(forge.good(), "Payload-Signature")),
            new Attack("one line of two values", "handtekening-dubbel", forge -> forge.good()
                    .line(line -> line + ", " + line)),
            new Attack("a comma before it", "handtekening-dubbel", forge -> forge.good()
                    .line(line -> "," + line)));

    static Stream<Arguments> attacks() {
        return ATTACKS.stream()
                .flatMap(attack -> Stream.of(SignatureForm.values()).map(form -> Arguments.of(form, attack)));
    }

    @ParameterizedTest(name = "form {0}: {1}")
    @MethodSource("attacks")
    void aroundTheProtectedHeader(SignatureForm form, Attack attack) {
        Forge forge = new Forge(STAGE, form);

        assertThat(forge.code(attack.made().apply(forge))).isEqualTo(attack.code());
    }

    private static UnaryOperator<String> alg(String other) {
        return header -> header.replace("\"alg\":\"PS256\"", "\"alg\":\"" + other + "\"");
    }

    private static Forge.Engine salt(int length) {
        return Forge.pss(STAGE.signing.key(), "SHA-256", MGF1ParameterSpec.SHA256, length);
    }

    private static byte[] prefixed(byte[] signature) throws GeneralSecurityException {
        byte[] longer = new byte[signature.length + 1];
        System.arraycopy(signature, 0, longer, 1, signature.length);
        return longer;
    }

    private static UnaryOperator<String> kidOf(int length) {
        return header -> header.replaceFirst("\"kid\":\"[^\"]*\"", "\"kid\":\"" + "k".repeat(length) + "\"");
    }

    /// The member that names the key of an identity.
    private static String kid(Identity identity) {
        String header = Stage.header(
                new PayloadSigner(identity, STAGE.clock).sign(Forge.BODY).payloadSig());
        return header.replaceFirst(".*(\"kid\":\"[^\"]*\").*", "$1");
    }

    /// The same signature bytes with another last character: a decoder that is not strict takes both.
    private static String strayBits(String value) {
        char last = value.charAt(value.length() - 1);
        return value.substring(0, value.length() - 1) + (char) (last + 1);
    }

    private static String rawHeader(String line, byte[] header) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header) + line.substring(line.indexOf(".."));
    }

    private static Forge.Message renamed(Forge.Message good, String name) {
        return good.headers(Headers.of(name, good.payloadSig(), "Digest", good.digest()));
    }

    private static Forge.Message twice(Forge.Message good, String name) {
        return good.headers(good.headers().with(name, good.payloadSig()));
    }

    @Test
    void whoUsesTheOtherNameIsToldThatItDoesNotCountHere() {
        Forge forge = new Forge(STAGE, SignatureForm.A);
        Forge.Message good = forge.good();

        assertThat(detail(renamed(good, "Payload-Signature"))).contains("wel Payload-Signature");
        assertThat(detail(good.headers(Headers.of("Digest", good.digest()))))
                .contains("geen header nlgov-adr-payload-sig.")
                .doesNotContain("Payload-Signature");
    }

    private static String detail(Forge.Message message) {
        return switch (STAGE.verifier().verify(message.headers(), message.body())) {
            case PayloadVerifier.Verdict.Refused refused -> refused.detail();
            case PayloadVerifier.Verdict.Verified _ -> "goed";
        };
    }
}
