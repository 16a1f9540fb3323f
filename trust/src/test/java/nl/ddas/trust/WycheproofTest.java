// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.testkit.ReferenceFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The vectors of Wycheproof (C2SP) for JSON Web Signatures and for RSASSA-PSS.
///
/// Those for JWS are about whole tokens with a key from elsewhere; a message here has a detached signature with its
/// certificates. So each is tried twice:
///
/// - as it is, in our header: not one may pass, good or not, for none has a certificate. So with those for sets of
///   keys, too, of which none is PS256;
/// - cut into header, payload and signature: the first and last in our header, the payload as the body, and the
///   key of
///   the vector in place of that of a certificate. Then what passes must be exactly what Wycheproof calls valid and is
///   PS256. A JWK can say of its key that it is for something else (`alg`, `use`, `key_ops`); a certificate says that
///   in another way, so here the key of such a vector does not count as one.
class WycheproofTest {

    private static final String FOLDER = "reference/corpora/wycheproof/";
    private static final JsonReading.Limits WIDE = new JsonReading.Limits(16, 1000, false);
    private static final Stage STAGE = new Stage();

    private record Vector(String name, JsonObject group, JsonObject test) {
        boolean isValid() {
            return test.text("result").equals(Optional.of("valid"));
        }
    }

    @TestFactory
    Stream<DynamicTest> noTokenPassesAsItIs() throws IOException {
        Stream<Vector> all = Stream.concat(tokens(), vectors("json_web_key_test.json"));
        return all.map(vector -> DynamicTest.dynamicTest(vector.name(), () -> {
            String jws = vector.test().text("jws").orElseThrow();
            byte[] body = payload(jws).orElse(new byte[0]);

            for (String line : List.of(jws, detached(jws))) {
                assertThat(STAGE.verifier().verify(Headers.of(PayloadSigner.PAYLOAD_SIG, line), body))
                        .isInstanceOf(PayloadVerifier.Verdict.Refused.class);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> withItsOwnKeyOnlyWhatIsValidAndPs256Passes() throws IOException {
        return tokens().map(vector -> DynamicTest.dynamicTest(vector.name(), () -> {
            String jws = vector.test().text("jws").orElseThrow();
            boolean ours = vector.isValid()
                    && headerOf(jws)
                            .filter(header -> header.contains("\"PS256\""))
                            .isPresent();

            assertThat(passes(jws, vector.group())).isEqualTo(ours);
        }));
    }

    /// That the vectors are there, and that some pass: else the two above would say nothing.
    @TestFactory
    Stream<DynamicTest> theTokensOfPs256AreAmongThem() throws IOException {
        List<Vector> tokens = tokens().toList();
        long valid = tokens.stream().filter(Vector::isValid).count();
        long passed = tokens.stream()
                .filter(vector -> passes(vector.test().text("jws").orElseThrow(), vector.group()))
                .count();
        return Stream.of(DynamicTest.dynamicTest("401 tokens, 46 valid, 6 pass", () -> {
            assertThat(tokens).hasSize(401);
            assertThat(valid).isEqualTo(46);
            assertThat(passed).isEqualTo(6);
        }));
    }

    /// PS256 is a salt of 32 bytes and a mask over SHA-256: vectors of that kind end as they say; of the others
    /// nothing passes but the one whose salt was changed to 32 bytes, which is what we ask for.
    @TestFactory
    Stream<DynamicTest> pssPassesAsPs256Says() throws IOException {
        return pss().map(vector -> DynamicTest.dynamicTest(vector.name(), () -> {
            boolean ps256 = vector.group().text("mgfSha").equals(Optional.of("SHA-256"));
            boolean salted = vector.group().whole("sLen").equals(Optional.of(32L));
            boolean becameSalted = vector.test().text("comment").equals(Optional.of("s_len changed to 32"));

            assertThat(verifies(vector)).isEqualTo(ps256 && (salted ? vector.isValid() : becameSalted));
        }));
    }

    /// What `docs/deviations.md` says of them.
    @TestFactory
    Stream<DynamicTest> ofPssAllOfPs256PassesAndOneMore() throws GeneralSecurityException {
        int passed = 0;
        int valid = 0;
        List<Vector> all = pss().toList();
        for (Vector vector : all) {
            passed += verifies(vector) ? 1 : 0;
            valid += vector.isValid() ? 1 : 0;
        }
        List<Integer> counted = List.of(all.size(), valid, passed);
        return Stream.of(
                DynamicTest.dynamicTest("427 signatures, 250 valid, of which 126 of PS256", () -> assertThat(counted)
                        .containsExactly(427, 250, 127)));
    }

    private static Stream<Vector> pss() {
        return Stream.of(
                        "rsa_pss_2048_sha256_mgf1_32_test.json",
                        "rsa_pss_3072_sha256_mgf1_32_test.json",
                        "rsa_pss_2048_sha256_mgf1_0_test.json",
                        "rsa_pss_2048_sha256_mgf1sha1_20_test.json")
                .flatMap(WycheproofTest::vectors);
    }

    private static boolean verifies(Vector vector) throws GeneralSecurityException {
        byte[] der = HexFormat.of().parseHex(vector.group().text("publicKeyDer").orElseThrow());
        Signature engine = Pss.engine();
        engine.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)));
        engine.update(HexFormat.of().parseHex(vector.test().text("msg").orElseThrow()));
        try {
            return engine.verify(
                    HexFormat.of().parseHex(vector.test().text("sig").orElseThrow()));
        } catch (SignatureException wrongLength) {
            return false;
        }
    }

    private static boolean passes(String jws, JsonObject group) {
        Optional<byte[]> body = payload(jws);
        Optional<PublicKey> key = group.object("public").flatMap(WycheproofTest::key);
        if (body.isEmpty() || key.isEmpty()) {
            return false;
        }
        try {
            CompactJws cut = CompactJws.read(Headers.of(PayloadSigner.PAYLOAD_SIG, detached(jws)));
            JwsHeader header = JwsHeader.read(cut.header());
            if (!header.text("alg").equals(Optional.of(Pss.ALG)) || header.has("crit")) {
                return false;
            }
            Signature engine = Pss.engine();
            engine.initVerify(key.get());
            SigningInput input = new SigningInput(engine, cut.header64(), new SignedPart.Body(true));
            input.write(body.get(), 0, body.get().length);
            input.end();
            SignerChecks.checkSignature(engine, cut.checkLength().signature());
            return true;
        } catch (Rejection refused) {
            return false;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Optional<PublicKey> key(JsonObject jwk) {
        boolean forPs256 =
                jwk.text("alg").equals(Optional.of("PS256")) && !jwk.text("use").equals(Optional.of("enc"));
        return forPs256 ? Optional.of(rsa(jwk)) : Optional.empty();
    }

    private static PublicKey rsa(JsonObject jwk) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static BigInteger number(JsonObject jwk, String name) {
        return new BigInteger(1, StrictBase64.url(jwk.text(name).orElseThrow()).orElseThrow());
    }

    private static String detached(String jws) {
        String[] parts = jws.split("\\.", -1);
        return parts.length == 3 ? parts[0] + ".." + parts[2] : jws;
    }

    private static Optional<byte[]> payload(String jws) {
        String[] parts = jws.split("\\.", -1);
        return parts.length == 3 ? StrictBase64.url(parts[1]) : Optional.empty();
    }

    private static Optional<String> headerOf(String jws) {
        return StrictBase64.url(jws.split("\\.", -1)[0]).map(String::new);
    }

    private static Stream<Vector> tokens() {
        return vectors("json_web_signature_test.json");
    }

    private static Stream<Vector> vectors(String file) {
        Path path = ReferenceFiles.find(FOLDER + file);
        try {
            if (!(JsonReading.of(Files.readAllBytes(path), WIDE) instanceof JsonReading.Read(JsonObject all))) {
                throw new IllegalStateException("no JSON object in " + path);
            }
            return objects(all, "testGroups")
                    .flatMap(group -> objects(group, "tests").map(test -> new Vector(name(file, test), group, test)));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String name(String file, JsonObject test) {
        return file.replace("_test.json", "") + " " + test.whole("tcId").orElse(0L) + " "
                + test.text("comment").orElse("");
    }

    private static Stream<JsonObject> objects(JsonObject in, String name) {
        return in.array(name).orElseThrow().stream().map(JsonObject.class::cast);
    }
}
