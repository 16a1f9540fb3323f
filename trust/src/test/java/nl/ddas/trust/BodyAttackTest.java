// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.ddas.basis.Headers;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Another body under a good signature: the header `Digest` left as it was, left out, or made to fit the other body.
@Requirement("S14")
class BodyAttackTest {

    private static final Stage STAGE = new Stage();
    private static final String BODY = "{\"b\": 1.0,\r\n  \"a\": \"Zo\u00EB\"}";

    /// What somebody who changes the body does with its digest.
    enum Digest {
        LEFT,
        REMOVED,
        MADE_TO_FIT
    }

    /// Each makes other bytes of the body; most of them the same message in the eyes of a reader of JSON.
    private static final Map<String, UnaryOperator<byte[]>> CHANGES = new TreeMap<>(Map.ofEntries(
            Map.entry("first byte changed", body -> flipped(body, 0)),
            Map.entry("middle byte changed", body -> flipped(body, body.length / 2)),
            Map.entry("last byte changed", body -> flipped(body, body.length - 1)),
            Map.entry("first byte gone", body -> Arrays.copyOfRange(body, 1, body.length)),
            Map.entry("middle byte gone", body -> without(body, body.length / 2)),
            Map.entry("last byte gone", body -> Arrays.copyOf(body, body.length - 1)),
            Map.entry("byte before it", body -> text(body, text -> " " + text)),
            Map.entry("byte in the middle", body -> text(body, text -> text.replace(",", ", "))),
            Map.entry("line end behind it", body -> text(body, text -> text + "\n")),
            Map.entry("LF for CRLF", body -> text(body, text -> text.replace("\r\n", "\n"))),
            Map.entry("CRLF for LF", body -> text(body, text -> text.replace("\n", "\r\n"))),
            Map.entry("indented", body -> text(body, text -> text.replace("  ", "    "))),
            Map.entry("without blanks", body -> text(body, text -> text.replace(" ", ""))),
            Map.entry("other order", _ -> Stage.utf8("{\"a\": \"Zo\u00EB\",\r\n  \"b\": 1.0}")),
            Map.entry("BOM", body -> text(body, text -> "\uFEFF" + text)),
            Map.entry("escape for a letter", body -> text(body, text -> text.replace("\u00EB", "\\u00eb"))),
            Map.entry(
                    "accent apart (NFD)", body -> text(body, text -> Normalizer.normalize(text, Normalizer.Form.NFD))),
            Map.entry("ISO-8859-1", body -> new String(body, StandardCharsets.UTF_8)
                    .getBytes(StandardCharsets.ISO_8859_1)),
            Map.entry("shorter number", body -> text(body, text -> text.replace("1.0", "1"))),
            Map.entry("member twice", body -> text(body, text -> text.replace("{", "{\"a\": \"x\","))),
            Map.entry("empty", _ -> new byte[0]),
            Map.entry("twice", body -> text(body, text -> text + text)),
            Map.entry("packed by gzip", BodyAttackTest::gzip)));

    static Stream<Arguments> changes() {
        return CHANGES.entrySet().stream()
                .flatMap(change -> Stream.of(SignatureForm.values()).flatMap(form -> Stream.of(Digest.values())
                        .map(digest -> Arguments.of(form, digest, change.getKey(), change.getValue()))));
    }

    @ParameterizedTest(name = "form {0}, digest {1}: {2}")
    @MethodSource("changes")
    void anotherBody(SignatureForm form, Digest digest, String name, UnaryOperator<byte[]> change) {
        Forge forge = new Forge(STAGE, form);
        byte[] body = Stage.utf8(BODY);
        byte[] other = change.apply(body.clone());
        Headers good = forge.good(body).headers();
        Headers signature = Headers.of(
                PayloadSigner.PAYLOAD_SIG, good.first(PayloadSigner.PAYLOAD_SIG).orElseThrow());
        Headers headers =
                switch (digest) {
                    case LEFT -> good;
                    case REMOVED -> signature;
                    case MADE_TO_FIT -> signature.with(PayloadSigner.DIGEST, digestOf(other));
                };

        assertThat(other).as(name).isNotEqualTo(body);
        assertThat(forge.code(new Forge.Message(headers, body))).isEqualTo(expectedOfTheBodyItself(form, digest));
        assertThat(forge.code(new Forge.Message(headers, other))).isEqualTo(expected(form, digest));
    }

    private static String expected(SignatureForm form, Digest digest) {
        return switch (digest) {
            case LEFT -> "digest-afwijking";
            case REMOVED -> form == SignatureForm.A ? "handtekening-ongeldig" : "digest-ontbreekt";
            case MADE_TO_FIT -> "handtekening-ongeldig";
        };
    }

    /// So that no case is refused for another reason than its body.
    private static String expectedOfTheBodyItself(SignatureForm form, Digest digest) {
        return switch (digest) {
            case LEFT -> "goed";
            case REMOVED -> form == SignatureForm.A ? "goed" : "digest-ontbreekt";
            case MADE_TO_FIT -> "digest-afwijking";
        };
    }

    @ParameterizedTest(name = "form {0}: {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            A | SHA-256=kort                          | digest-formaat
            B | SHA-256=kort                          | digest-formaat
            A | MD5=AAAAAAAAAAAAAAAAAAAAAA==          | digest-formaat
            B | MD5=AAAAAAAAAAAAAAAAAAAAAA==          | digest-formaat
            A | SHA-512=x                             | digest-formaat
            B | SHA-512=x                             | digest-formaat
            A | ''                                    | digest-formaat
            B | ''                                    | digest-formaat
            A | GOOD,GOOD                             | digest-formaat
            B | GOOD,GOOD                             | digest-formaat
            A | SHA-256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | digest-afwijking
            B | SHA-256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | digest-afwijking
            A | SHA-256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB= | digest-formaat
            B | SHA-256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB= | digest-formaat
            A | unixsum=1, GOOD                       | goed
            B | unixsum=1, GOOD                       | handtekening-ongeldig
            """)
    void anotherDigest(SignatureForm form, String digest, String code) {
        Forge forge = new Forge(STAGE, form);
        Forge.Message good = forge.good();
        String value = digest.replace("GOOD", good.digest());

        assertThat(forge.code(good.headers(
                        Headers.of(PayloadSigner.PAYLOAD_SIG, good.payloadSig(), PayloadSigner.DIGEST, value))))
                .isEqualTo(code);
    }

    /// A signature that is good in itself, with the body of another message that is as good.
    @ParameterizedTest
    @CsvSource({"A, A", "A, B", "B, A", "B, B"})
    void theBodyAndDigestOfAnotherMessageOfTheSameSigner(SignatureForm form, SignatureForm formOfTheOther) {
        Forge.Message other = new Forge(STAGE, formOfTheOther).good(Stage.utf8("{}"));
        Forge forge = new Forge(STAGE, form);

        assertThat(forge.code(new Forge.Message(
                        Headers.of("nlgov-adr-payload-sig", forge.good().payloadSig(), "Digest", other.digest()),
                        other.body())))
                .isEqualTo("handtekening-ongeldig");
    }

    private static String digestOf(byte[] body) {
        return PayloadSigner.digest(Sha256.digest().digest(body));
    }

    private static byte[] flipped(byte[] body, int at) {
        body[at] ^= 1;
        return body;
    }

    private static byte[] without(byte[] body, int at) {
        byte[] shorter = Arrays.copyOf(body, body.length - 1);
        System.arraycopy(body, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }

    private static byte[] text(byte[] body, UnaryOperator<String> change) {
        return Stage.utf8(change.apply(new String(body, StandardCharsets.UTF_8)));
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return packed.toByteArray();
    }
}
