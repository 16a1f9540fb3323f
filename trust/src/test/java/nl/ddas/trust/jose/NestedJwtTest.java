// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.Identity;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.JwtVerifier;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages that are signed and then encrypted, and what can be wrong with them.
@Requirement({"S44", "S46"})
class NestedJwtTest {

    private static final Correspondents THEY = new Correspondents();
    private static final String CONTENT = "{\"startdatum\":\"2026-01-01\",\"naam\":\"Zo\u00eb\"}";

    @Test
    void whatWasSignedAndEncryptedComesOutAsItWas() {
        NestedJwtReader.Outcome outcome = THEY.requests(THEY.bron).read(THEY.request(CONTENT));
        assertThat(outcome).isInstanceOf(NestedJwtReader.Outcome.Opened.class);
        NestedJwtReader.Outcome.Opened opened = (NestedJwtReader.Outcome.Opened) outcome;
        assertThat(new String(opened.content().bytes(), StandardCharsets.UTF_8)).isEqualTo(CONTENT);
        assertThat(opened.content().open()).hasBinaryContent(CONTENT.getBytes(StandardCharsets.UTF_8));
        assertThat(opened.signature().oin()).isEqualTo(THEY.cbs.oin().value());
        assertThat(opened.signature().signedAt()).isEqualTo(Correspondents.START);
        assertThat(opened.signature().sha256())
                .isEqualTo(JweCrypto.sha256().digest(CONTENT.getBytes(StandardCharsets.UTF_8)));
        assertThat(opened.signature().payloadSig()).matches("[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]{342}");
        assertThat(opened.answers()).isEmpty();
    }

    @Test
    void anAnswerNamesTheRequestThatItAnswers() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        String asked = THEY.writer(THEY.cbs)
                .to(THEY.recipient(THEY.bron), NestedJwtWriter.REQUEST)
                .writeTo(sent, out -> write(out, "{}"));
        NestedJwtReader.Outcome.Opened request =
                (NestedJwtReader.Outcome.Opened) THEY.requests(THEY.bron).read(sent.toByteArray());
        assertThat(request.hash()).isEqualTo(asked);
        byte[] answer = Correspondents.write(
                THEY.writer(THEY.bron).answer(THEY.recipient(THEY.cbs), Duration.ofHours(1), request.hash()), CONTENT);
        NestedJwtReader.Outcome.Opened received = (NestedJwtReader.Outcome.Opened)
                THEY.reader(THEY.cbs, new Freshness.Answer()).read(answer);
        assertThat(received.answers()).isEqualTo(Optional.of(asked));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 100, 65_535, 65_536, 200_001})
    void itsLengthIsKnownBeforeItIsMade(int length) throws IOException {
        NestedJwtWriter.Letter letter = THEY.writer(THEY.cbs).to(THEY.recipient(THEY.bron), NestedJwtWriter.REQUEST);
        String content = "\"" + "a".repeat(length) + "\"";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        letter.writeTo(out, to -> write(to, content));
        assertThat(letter.length(content.length())).isEqualTo(out.size());
        assertThat(Correspondents.told(THEY.requests(THEY.bron).read(out.toByteArray())))
                .isEqualTo(content);
    }

    @Test
    void nothingOfTheContentCanBeReadOnTheWay() {
        String sent = new String(THEY.request(CONTENT), StandardCharsets.US_ASCII);
        assertThat(sent).matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){4}");
        String header = new String(Base64Text.decode(sent.substring(0, sent.indexOf('.'))), StandardCharsets.US_ASCII);
        assertThat(header)
                .isEqualTo(
                        "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"typ\":\"JWE\",\"cty\":\"JWT\",\"x5t#S256\":\""
                                + JweCrypto.fingerprint(THEY.bron.encryption().leaf()) + "\"}");
    }

    @Test
    void aMessageForSomebodyElseDoesNotOpen() {
        assertThat(Correspondents.told(THEY.requests(THEY.other).read(THEY.request(CONTENT))))
                .isEqualTo("encryptie-ongeldig");
    }

    /// Surreptitious forwarding: a receiver encrypts what it got to a third.
    @Test
    void aMessageThatIsPassedOnToAnotherIsRefusedThere() {
        byte[] jws = ((JweDecrypter.Outcome.Opened) new JweDecrypter(() -> List.of(THEY.bron.encryption()), THEY.random)
                        .open(THEY.request(CONTENT)))
                .content();
        NestedJwtReader forwarded = new NestedJwtReader(
                new JweDecrypter(() -> List.of(THEY.bron.encryption()), THEY.random),
                new JwtVerifier(THEY.authority::trust, Set.of("jwt"), THEY.clock),
                THEY.other.oin(),
                "ddas",
                new Freshness.Request(),
                THEY.clock);
        assertThat(Correspondents.told(forwarded.read(THEY.encrypted(jws)))).isEqualTo("identiteit-afwijking");
    }

    @Test
    void anEarlierKeyStillOpensDuringRollover() {
        Identity newer = THEY.authority.issue(Purpose.ENCRYPTION, THEY.bron.holder());
        JweDecrypter both = new JweDecrypter(() -> List.of(newer, THEY.bron.encryption()), THEY.random);
        assertThat(both.open(THEY.request(CONTENT))).isInstanceOf(JweDecrypter.Outcome.Opened.class);
        byte[] toNewer = Correspondents.write(
                THEY.writer(THEY.cbs).to(THEY.recipient(newer, THEY.bron.oin()), NestedJwtWriter.REQUEST), CONTENT);
        assertThat(both.open(toNewer)).isInstanceOf(JweDecrypter.Outcome.Opened.class);
    }

    @Test
    void theSameRequestTwiceIsRefused() {
        NestedJwtReader reader = THEY.requests(THEY.bron);
        byte[] request = THEY.request(CONTENT);
        assertThat(Correspondents.told(reader.read(request))).isEqualTo(CONTENT);
        assertThat(Correspondents.told(reader.read(request))).isEqualTo("handtekening-herhaald");
    }

    @Test
    void theKeyOfTheConnectionMayNotSign() {
        byte[] request = THEY.request(CONTENT);
        assertThat(Correspondents.told(THEY.requests(THEY.bron)
                        .read(request, THEY.cbs.signing().leaf())))
                .isEqualTo("certificaat-functiescheiding");
        assertThat(Correspondents.told(
                        THEY.requests(THEY.bron).read(request, THEY.cbs.tls().leaf())))
                .isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            goed                 | {"iss":"00000099000000001000","aud":"00000099000000002000","iat":0,"exp":300,"jti":"a","ddas":1}
            goed                 | {"ddas":1,"jti":"a","exp":300,"iat":0,"aud":"00000099000000002000","iss":"00000099000000001000","meer":{"a":[]}}
            identiteit-afwijking | {"iss":"00000099000000003000","aud":"00000099000000002000","iat":0,"exp":300,"jti":"a","ddas":1}
            identiteit-afwijking | {"iss":"00000099000000001000","aud":"00000099000000003000","iat":0,"exp":300,"jti":"a","ddas":1}
            handtekening-tijd    | {"iss":"00000099000000001000","aud":"00000099000000002000","iat":0,"exp":301,"jti":"a","ddas":1}
            handtekening-tijd    | {"iss":"00000099000000001000","aud":"00000099000000002000","iat":-9,"exp":0,"jti":"a","ddas":1}
            handtekening-tijd    | {"iss":"00000099000000001000","aud":"00000099000000002000","iat":-301,"exp":-1,"jti":"a","ddas":1}
            handtekening-tijd    | {"iss":"00000099000000001000","aud":"00000099000000002000","iat":61,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","iss":"00000099000000001000","aud":"00000099000000002000","iat":0,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":"00000099000000002000","iat":0,"exp":300,"jti":"a","ddas":1,"ddas":2}
            handtekening-formaat | {"aud":"00000099000000002000","iat":0,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"iemand","aud":"00000099000000002000","iat":0,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","iat":0,"exp":300,"jti":"a","ddas":1}
            goed                 | {"iss":"00000099000000001000","aud":["00000099000000002000"],"iat":0,"exp":300,"jti":"a","ddas":1}
            goed                 | {"iss":"00000099000000001000","aud":["00000099000000003000","00000099000000002000"],"iat":0,"exp":300,"jti":"a","ddas":1}
            identiteit-afwijking | {"iss":"00000099000000001000","aud":["00000099000000003000"],"iat":0,"exp":300,"jti":"a","ddas":1}
            identiteit-afwijking | {"iss":"00000099000000001000","aud":["00000099000000002000 ","0"],"iat":0,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":[],"iat":0,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":["00000099000000002000",7],"iat":0,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":["00000099000000002000",["a"]],"iat":0,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":[{"a":"00000099000000002000"}],"iat":0,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":{"a":"00000099000000002000"},"iat":0,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":7,"iat":0,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":null,"iat":0,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":"00000099000000002000","aud":["00000099000000002000"],"iat":0,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":"00000099000000002000","exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":"00000099000000002000","iat":0.5,"exp":300,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":"00000099000000002000","iat":0,"jti":"a","ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":"00000099000000002000","iat":0,"exp":300,"ddas":1}
            handtekening-formaat | {"iss":"00000099000000001000","aud":"00000099000000002000","iat":0,"exp":300,"jti":"a"}
            handtekening-formaat | {"iss":"00000099000000001000","aud":"00000099000000002000","iat":0,"exp":300,"jti":"a","ddas":1}2
            handtekening-formaat | []
            handtekening-formaat | geen json
            """)
    void claimsMustBeThereFitAndBeOfNow(String expected, String claims) {
        String now = claims.replace("\"iat\":0.5", "\"iat\":" + at(0) + ".5");
        for (int seconds : new int[] {-301, -9, 0, 61}) {
            now = now.replace("\"iat\":" + seconds + ",", "\"iat\":" + at(seconds) + ",");
        }
        for (int seconds : new int[] {-1, 0, 300, 301}) {
            now = now.replace("\"exp\":" + seconds + ",", "\"exp\":" + at(seconds) + ",");
        }
        String told = Correspondents.told(THEY.requests(THEY.bron).read(THEY.forged(now)));
        assertThat(told).isEqualTo(expected.equals("goed") ? "1" : expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "16, 1", "17, handtekening-formaat"})
    void aMessageIsForSixteenAtMost(int number, String expected) {
        String others = "\"elders\",".repeat(number - 1);
        String claims = "{\"iss\":\"00000099000000001000\",\"aud\":[" + others + "\"00000099000000002000\"],\"iat\":"
                + at(0) + ",\"exp\":" + at(300) + ",\"jti\":\"a\",\"ddas\":1}";
        assertThat(Correspondents.told(THEY.requests(THEY.bron).read(THEY.forged(claims))))
                .isEqualTo(expected);
    }

    /// A list with a text that is too long holds for nobody; one alone is then simply not us.
    @ParameterizedTest
    @CsvSource({"1000, 1", "1001, handtekening-formaat"})
    void whomAMessageIsForIsNamedBriefly(int length, String expected) {
        String claims = "{\"iss\":\"00000099000000001000\",\"aud\":[\"" + "e".repeat(length)
                + "\",\"00000099000000002000\"],\"iat\":" + at(0) + ",\"exp\":" + at(300)
                + ",\"jti\":\"a\",\"ddas\":1}";
        assertThat(Correspondents.told(THEY.requests(THEY.bron).read(THEY.forged(claims))))
                .isEqualTo(expected);
    }

    @Test
    void anAnswerMayCountLongerThanARequest() {
        byte[] day = THEY.request(CONTENT, Duration.ofHours(25));
        assertThat(Correspondents.told(
                        THEY.reader(THEY.bron, new Freshness.Answer()).read(day)))
                .isEqualTo(CONTENT);
        assertThat(Correspondents.told(THEY.requests(THEY.bron).read(day))).isEqualTo("handtekening-tijd");
    }

    @Test
    void whatIsEncryptedMustBeSigned() {
        byte[] twice = THEY.encrypted(THEY.request(CONTENT));
        assertThat(Correspondents.told(THEY.requests(THEY.bron).read(twice)))
                .as("encrypted twice")
                .isEqualTo("handtekening-formaat");
        byte[] plain = THEY.encrypted(CONTENT.getBytes(StandardCharsets.UTF_8));
        assertThat(Correspondents.told(THEY.requests(THEY.bron).read(plain)))
                .as("not signed")
                .isEqualTo("handtekening-formaat");
        byte[] jws = new JwtSigner(THEY.cbs.signing(), "JWT").sign(CONTENT.getBytes(StandardCharsets.UTF_8));
        assertThat(Correspondents.told(THEY.requests(THEY.bron).read(jws)))
                .as("not encrypted")
                .isEqualTo("encryptie-ongeldig");
        byte[] signedTwice = THEY.encrypted(new JwtSigner(THEY.cbs.signing(), "JWT").sign(jws));
        assertThat(Correspondents.told(THEY.requests(THEY.bron).read(signedTwice)))
                .as("signed twice")
                .isEqualTo("handtekening-formaat");
    }

    @Test
    void onlyTheOwnerOfACertificateSendsInItsName() {
        assertThatThrownBy(() -> new NestedJwtWriter(
                        new JwtSigner(THEY.cbs.signing(), "JWT"), THEY.bron.oin(), "ddas", THEY.clock, THEY.random))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCertificateForEncryptionDoesNotSign() {
        assertThatThrownBy(() -> new JwtSigner(THEY.cbs.encryption(), "JWT"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// The content is never whole in memory on the sending side: it may be larger than the heap.
    @Test
    void contentStreamsBy() throws IOException {
        NestedJwtWriter.Letter letter = THEY.writer(THEY.cbs).to(THEY.recipient(THEY.bron), NestedJwtWriter.REQUEST);
        byte[] chunk = "0".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        long[] ahead = {0, 0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int oneByte) {
                ahead[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                ahead[0] += length;
            }
        };
        letter.writeTo(counting, to -> {
            for (int i = 1; i <= 64; i++) {
                to.write(chunk);
                long behind = (long) i * chunk.length * 16 / 9 - ahead[0];
                ahead[1] = Math.max(ahead[1], behind);
            }
        });
        assertThat(ahead[1]).isLessThan(chunk.length);
    }

    private static long at(int seconds) {
        return Correspondents.START.getEpochSecond() + seconds;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The last moment that there is: nothing can be added to it.
    @ParameterizedTest
    @CsvSource({"MAX, MAX", "MIN, MAX", "MAX, MIN"})
    void timesAtTheEndsOfTheCalendarAreRefused(String from, String until) {
        String claims = "{\"iss\":\"00000099000000001000\",\"aud\":\"00000099000000002000\",\"iat\":" + end(from)
                + ",\"exp\":" + end(until) + ",\"jti\":\"a\",\"ddas\":1}";
        for (Freshness freshness : List.of(new Freshness.Request(), new Freshness.Answer())) {
            assertThat(Correspondents.told(THEY.reader(THEY.bron, freshness).read(THEY.forged(claims))))
                    .isEqualTo("handtekening-tijd");
        }
    }

    private static long end(String name) {
        return (name.equals("MAX") ? Instant.MAX : Instant.MIN).getEpochSecond();
    }

    @Test
    void timesOutsideTheCalendarAreRefused() {
        String claims = "{\"iss\":\"00000099000000001000\",\"aud\":\"00000099000000002000\",\"iat\":"
                + Instant.MAX.getEpochSecond() + "0,\"exp\":1,\"jti\":\"a\",\"ddas\":1}";
        assertThat(Correspondents.told(THEY.requests(THEY.bron).read(THEY.forged(claims))))
                .isEqualTo("handtekening-formaat");
    }

    /// RFC 7519, 5.2, and the encryption module of the API design rules.
    @ParameterizedTest
    @CsvSource({
        "JWT, opened",
        "jwt, opened",
        "JOSE, opened",
        "jose, opened",
        "json, encryptie-ongeldig",
        "at+jwt, encryptie-ongeldig",
        ", encryptie-ongeldig"
    })
    void whatIsEncryptedIsSaidToBeSigned(String type, String expected) throws JOSEException {
        String claims = "{\"iss\":\"00000099000000001000\",\"aud\":\"00000099000000002000\",\"iat\":" + at(0)
                + ",\"exp\":" + at(300) + ",\"jti\":\"a\",\"ddas\":1}";
        byte[] jws = new JwtSigner(THEY.cbs.signing(), "JWT").sign(claims.getBytes(StandardCharsets.UTF_8));
        JWEObject jwe = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                        .contentType(type)
                        .build(),
                new Payload(jws));
        jwe.encrypt(
                new RSAEncrypter((RSAPublicKey) THEY.bron.encryption().leaf().getPublicKey()));
        byte[] sent = jwe.serialize().getBytes(StandardCharsets.US_ASCII);
        assertThat(Correspondents.told(THEY.requests(THEY.bron).read(sent)))
                .isEqualTo(expected.equals("opened") ? "1" : expected);
    }

    @Test
    void anotherMessageOfTheSameMomentIsNoRepetition() {
        NestedJwtReader reader = THEY.requests(THEY.bron);
        assertThat(Correspondents.told(reader.read(THEY.request("1")))).isEqualTo("1");
        assertThat(Correspondents.told(reader.read(THEY.request("1")))).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"0, handtekening-formaat", "1, 1", "1000, 1", "1001, handtekening-formaat"})
    void aMessageHasANumberOfAThousandCharactersAtMost(int length, String expected) {
        String claims = "{\"iss\":\"00000099000000001000\",\"aud\":\"00000099000000002000\",\"iat\":" + at(0)
                + ",\"exp\":" + at(300) + ",\"jti\":\"" + (length == 0 ? " " : "j".repeat(length))
                + "\",\"ddas\":1}";
        assertThat(Correspondents.told(THEY.requests(THEY.bron).read(THEY.forged(claims))))
                .isEqualTo(expected);
    }
}
