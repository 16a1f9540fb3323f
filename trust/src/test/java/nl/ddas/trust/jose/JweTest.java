// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.crypto.Cipher;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.PayloadVerifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Encryption, with a library as second opinion, and what somebody in between may try.
@Requirement({"S16", "S46"})
class JweTest {

    private static final Correspondents THEY = new Correspondents();
    private static final JweDecrypter BRON = new JweDecrypter(() -> List.of(THEY.bron.encryption()), THEY.random);

    @Test
    void aLibraryOpensAndVerifiesWhatWeMake() throws ParseException, JOSEException {
        JWEObject jwe = JWEObject.parse(new String(THEY.request("{\"a\":1}"), StandardCharsets.US_ASCII));
        jwe.decrypt(new RSADecrypter(THEY.bron.encryption().key()));
        assertThat(jwe.getHeader().getContentType()).isEqualTo("JWT");
        JWSObject jws = jwe.getPayload().toJWSObject();
        assertThat(jws.verify(new RSASSAVerifier(
                        (RSAPublicKey) THEY.cbs.signing().leaf().getPublicKey())))
                .isTrue();
        assertThat(jws.getPayload().toJSONObject())
                .containsEntry("iss", THEY.cbs.oin().value())
                .containsEntry("aud", THEY.bron.oin().value())
                .containsKeys("iat", "exp", "jti", "ddas");
        assertThat(jws.getHeader().getX509CertChain())
                .hasSize(THEY.cbs.signing().chain().size());
    }

    @ParameterizedTest
    @CsvSource({
        "RSA-OAEP-256, A256GCM, opened",
        "RSA-OAEP, A256GCM, opened",
        "RSA1_5, A256GCM, encryptie-algoritme",
        "RSA-OAEP-384, A256GCM, encryptie-algoritme",
        "RSA-OAEP-512, A256GCM, encryptie-algoritme",
        "RSA-OAEP-256, A128GCM, encryptie-algoritme",
        "RSA-OAEP-256, A192GCM, encryptie-algoritme",
        "RSA-OAEP-256, A128CBC-HS256, encryptie-algoritme",
        "RSA-OAEP-256, A256CBC-HS512, encryptie-algoritme",
    })
    void opensWhatALibraryMakesWithOurAlgorithmsOnly(String alg, String enc, String expected) throws JOSEException {
        JWEHeader header = new JWEHeader.Builder(new JWEAlgorithm(alg), EncryptionMethod.parse(enc))
                .contentType("JWT")
                .build();
        assertThat(told(BRON.open(byLibrary(header, "inhoud"))))
                .isEqualTo(expected.equals("opened") ? "inhoud" : expected);
    }

    private static byte[] byLibrary(JWEHeader header, String content) throws JOSEException {
        JWEObject jwe = new JWEObject(header, new Payload(content));
        jwe.encrypt(
                new RSAEncrypter((RSAPublicKey) THEY.bron.encryption().leaf().getPublicKey()));
        return jwe.serialize().getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            encryptie-algoritme | {"alg":"dir","enc":"A256GCM"}
            encryptie-algoritme | {"alg":"RSA1_5","enc":"A256GCM"}
            encryptie-algoritme | {"alg":"rsa-oaep-256","enc":"A256GCM"}
            encryptie-algoritme | {"alg":"ECDH-ES","enc":"A256GCM","epk":{}}
            encryptie-algoritme | {"alg":"ECDH-ES+A256KW","enc":"A256GCM"}
            encryptie-algoritme | {"alg":"PBES2-HS512+A256KW","enc":"A256GCM","p2c":2000000000}
            encryptie-algoritme | {"alg":"A256KW","enc":"A256GCM"}
            encryptie-algoritme | {"alg":"RSA-OAEP-256","enc":"A128GCM"}
            encryptie-algoritme | {"alg":"RSA-OAEP-256","enc":"A256CBC-HS512"}
            encryptie-algoritme | {"alg":"RSA-OAEP-256"}
            encryptie-algoritme | {"enc":"A256GCM"}
            encryptie-algoritme | {"alg":["RSA-OAEP-256"],"enc":"A256GCM"}
            encryptie-algoritme | {"alg":"RSA-OAEP-256","enc":"A256GCM","zip":"DEF"}
            encryptie-algoritme | {"alg":"PS256"}
            inhoud              | {"alg":"RSA-OAEP-256","enc":"A256GCM"}
            inhoud              | {"alg":"RSA-OAEP-256","enc":"A256GCM","typ":"jwe","cty":"JWT","kid":"a"}
            encryptie-ongeldig  | {"alg":"RSA-OAEP-256","enc":"A256GCM","cty":["JWT"]}
            encryptie-ongeldig  | {"alg":"RSA-OAEP-256","enc":"A256GCM","crit":["exp"],"exp":1}
            encryptie-ongeldig  | {"alg":"RSA-OAEP-256","enc":"A256GCM","jwk":{}}
            encryptie-ongeldig  | {"alg":"RSA-OAEP-256","enc":"A256GCM","jku":"https://ergens.example"}
            encryptie-ongeldig  | {"alg":"RSA-OAEP-256","enc":"A256GCM","x5u":"https://ergens.example"}
            encryptie-ongeldig  | {"alg":"RSA-OAEP-256","enc":"A256GCM","kid":1}
            encryptie-ongeldig  | {"alg":"RSA-OAEP-256","enc":"A256GCM","typ":"at+jwt"}
            encryptie-ongeldig  | {"alg":"RSA-OAEP-256","alg":"RSA-OAEP-256","enc":"A256GCM"}
            encryptie-ongeldig  | {"alg":"RSA-OAEP-256","enc":"A256GCM"} {}
            encryptie-ongeldig  | []
            encryptie-ongeldig  | geen json
            """)
    void headersMustBeOfOurProfile(String expected, String header) throws GeneralSecurityException {
        // All but the header is good, so that it is the header that is refused.
        byte[] key = new byte[JweCrypto.KEY_BYTES];
        assertThat(told(BRON.open(join(sealed(header, key, wrapped(key), new byte[12])))))
                .isEqualTo(expected);
    }

    /// Every refusal is the same, text included: who tries cannot tell which part was wrong.
    @Property(tries = 60)
    void anyChangeOfAnyPartGivesOneRefusal(
            @ForAll @IntRange(min = 1, max = 4) int part, @ForAll @IntRange(max = 1_000_000) int place) {
        String[] parts = parts();
        byte[] bytes = Base64Text.decode(parts[part]);
        bytes[place % bytes.length] ^= (byte) (1 << place % 8);
        parts[part] = Base64Text.encode(bytes);
        assertThat(BRON.open(join(parts))).isEqualTo(BRON.open(otherKey()));
    }

    private static byte[] otherKey() {
        String[] parts = parts();
        byte[] key = new byte[256];
        THEY.random.nextBytes(key);
        key[0] = 0;
        parts[1] = Base64Text.encode(key);
        return join(parts);
    }

    @Test
    void aHeaderThatWasChangedDoesNotOpen() {
        String[] parts = parts();
        String header = new String(Base64Text.decode(parts[0]), StandardCharsets.US_ASCII);
        parts[0] = Base64Text.encode(header.replace("\"JWT\"", "\"JOSE\"").getBytes(StandardCharsets.US_ASCII));
        assertThat(BRON.open(join(parts))).isEqualTo(BRON.open(otherKey()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 8, 12, 15})
    void aTagCutShortIsRefused(int length) {
        String[] parts = parts();
        byte[] tag = Base64Text.decode(parts[4]);
        parts[4] = Base64Text.encode(Arrays.copyOf(tag, length));
        assertThat(told(BRON.open(join(parts)))).isEqualTo("encryptie-ongeldig");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "....",
                ".....",
                "......",
                "a.b.c.d.e",
                "a.b.c.d.e.f.g",
                "a.b.c",
                "{}",
                "{\"ciphertext\":\"a\"}",
                "\0\0.\0.\0.\0.\0"
            })
    void whatIsNoMessageIsRefused(String text) {
        assertThat(told(BRON.open(text.getBytes(StandardCharsets.ISO_8859_1)))).isEqualTo("encryptie-ongeldig");
    }

    @Test
    void paddingAndOtherSpellingsAreRefused() {
        for (int part = 0; part < 5; part++) {
            String[] parts = parts();
            parts[part] += "=";
            assertThat(told(BRON.open(join(parts)))).as("part " + part).isEqualTo("encryptie-ongeldig");
        }
        String[] stray = parts();
        // Sixteen bytes leave four bits over in 22 characters.
        char last = stray[4].charAt(21);
        stray[4] = stray[4].substring(0, 21) + (char) (last == 'A' ? 'B' : last + 1);
        assertThat(told(BRON.open(join(stray)))).isEqualTo("encryptie-ongeldig");
    }

    @Test
    void aFingerprintOfAnotherCertificateDoesNotOpen() throws JOSEException {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                .contentType("JWT")
                .x509CertSHA256Thumbprint(new Base64URL(
                        JweCrypto.fingerprint(THEY.other.encryption().leaf())))
                .build();
        // It falls back on the newest key, which happens to be right: the fingerprint helps, it does not decide.
        assertThat(told(BRON.open(byLibrary(header, "inhoud")))).isEqualTo("inhoud");
    }

    private static String[] parts() {
        return new String(THEY.request("{\"a\":1}"), StandardCharsets.US_ASCII).split("\\.", -1);
    }

    private static byte[] join(String... parts) {
        return String.join(".", parts).getBytes(StandardCharsets.US_ASCII);
    }

    static String told(JweDecrypter.Outcome outcome) {
        return switch (outcome) {
            case JweDecrypter.Outcome.Opened opened -> new String(opened.content(), StandardCharsets.UTF_8);
            case JweDecrypter.Outcome.Refused(Verdict.Refused refused) -> refused.code();
        };
    }

    @Test
    void everyMessageHasAKeyAndVectorOfItsOwn() {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String[] parts = parts();
            seen.add(parts[1]);
            seen.add(parts[2]);
        }
        assertThat(Set.copyOf(seen)).hasSize(40);
    }

    private static final String HEADER = "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"kid\":\"\"}";

    /// The parts of a message whose content is under one key, while another may be sent along.
    private static String[] sealed(String header, byte[] key, byte[] wrapped, byte[] vector)
            throws GeneralSecurityException {
        String header64 = Base64Text.encode(header.getBytes(StandardCharsets.US_ASCII));
        byte[] sealed = JweCrypto.gcm(Cipher.ENCRYPT_MODE, key, vector, header64.getBytes(StandardCharsets.US_ASCII))
                .doFinal("inhoud".getBytes(StandardCharsets.US_ASCII));
        int end = sealed.length - JweCrypto.TAG_BYTES;
        return new String[] {
            header64,
            Base64Text.encode(wrapped),
            Base64Text.encode(vector),
            Base64Text.encode(Arrays.copyOf(sealed, end)),
            Base64Text.encode(Arrays.copyOfRange(sealed, end, sealed.length))
        };
    }

    private static byte[] wrapped(byte[] key) throws GeneralSecurityException {
        return JweCrypto.Wrapping.RSA_OAEP_256
                .cipher(Cipher.ENCRYPT_MODE, THEY.bron.encryption().leaf().getPublicKey())
                .doFinal(key);
    }

    /// Else anybody could write a message that opens, and learn from it that the key was not had.
    @Test
    void theKeyThatStandsInForOneThatCannotBeHadIsNotToBeGuessed() throws GeneralSecurityException {
        byte[] zeros = new byte[JweCrypto.KEY_BYTES];
        byte[] nonsense = new byte[256];
        nonsense[255] = 7;
        assertThat(told(BRON.open(join(sealed(HEADER, zeros, nonsense, new byte[12])))))
                .isEqualTo("encryptie-ongeldig");
        assertThat(told(BRON.open(join(sealed(HEADER, zeros, wrapped(zeros), new byte[12])))))
                .as("the same with the key sent along")
                .isEqualTo("inhoud");
    }

    /// RFC 7518, 5.3: 96 bits. The cipher itself would take any length.
    @ParameterizedTest
    @CsvSource({"11, encryptie-ongeldig", "12, inhoud", "13, encryptie-ongeldig", "16, encryptie-ongeldig"})
    void aVectorHasTwelveBytes(int length, String expected) throws GeneralSecurityException {
        byte[] key = new byte[JweCrypto.KEY_BYTES];
        assertThat(told(BRON.open(join(sealed(HEADER, key, wrapped(key), new byte[length])))))
                .isEqualTo(expected);
    }

    /// Content and tag are put in a row to open them: that they do not run into each other gives one spelling a
    /// message.
    @Test
    void aTagWithTheEndOfTheContentBeforeItIsRefused() throws GeneralSecurityException {
        byte[] key = new byte[JweCrypto.KEY_BYTES];
        String[] parts = sealed(HEADER, key, wrapped(key), new byte[12]);
        byte[] content = Base64Text.decode(parts[3]);
        byte[] tag = Base64Text.decode(parts[4]);
        byte[] longer = new byte[tag.length + 1];
        longer[0] = content[content.length - 1];
        System.arraycopy(tag, 0, longer, 1, tag.length);
        parts[4] = Base64Text.encode(longer);
        assertThat(told(BRON.open(join(parts)))).isEqualTo("encryptie-ongeldig");
    }

    @ParameterizedTest
    @CsvSource({"2048, inhoud", "2050, encryptie-ongeldig"})
    void aHeaderHas2048CharactersAtMost(int length, String expected) throws GeneralSecurityException {
        String kid = "k".repeat(length * 3 / 4 - HEADER.length());
        byte[] key = new byte[JweCrypto.KEY_BYTES];
        String[] parts = sealed(HEADER.replace("\"\"}", "\"" + kid + "\"}"), key, wrapped(key), new byte[12]);
        assertThat(parts[0]).hasSize(length);
        assertThat(told(BRON.open(join(parts)))).isEqualTo(expected);
    }
}
