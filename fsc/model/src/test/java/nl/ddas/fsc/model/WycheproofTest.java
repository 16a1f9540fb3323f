// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.testkit.ReferenceFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The vectors of Wycheproof (C2SP) for JSON Web Signatures, by the signatures of contracts and tokens.
///
/// None has `x5t#S256`, so as it is not one may be read. With its own key in place of that of a certificate,
/// what verifies must be exactly what Wycheproof calls valid and has an algorithm of FSC. A JWK can say of its
/// key that it is for something else; a certificate says that in another way, so a key counts here only when
/// its `alg` is that of the header.
class WycheproofTest {

    private static final JsonReading.Limits WIDE = new JsonReading.Limits(16, 1000, false);
    private static final CertificateThumbprint NONE =
            CertificateThumbprint.read("A".repeat(43)).orElseThrow();

    /// What the vectors call ES512 in the JWK of their key.
    private static final Set<String> P521 = Set.of("ES512", "ES521");

    private record Vector(String name, JsonObject group, JsonObject test) {
        boolean isValid() {
            return test.text("result").equals(Optional.of("valid"));
        }

        String jws() {
            return test.text("jws").orElseThrow();
        }
    }

    @TestFactory
    Stream<DynamicTest> noTokenIsReadAsItIs() throws Exception {
        return vectors().stream()
                .map(vector -> DynamicTest.dynamicTest(
                        vector.name(), () -> assertThat(Jws.read(vector.jws())).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> withItsOwnKeyOnlyWhatIsValidAndOfFscVerifies() throws Exception {
        return vectors().stream()
                .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> assertThat(verifies(vector))
                        .isEqualTo(vector.isValid() && algorithm(vector).isPresent())));
    }

    /// That the vectors are there, and that some verify: else the two above would say nothing.
    @TestFactory
    Stream<DynamicTest> theSignaturesOfFscAreAmongThem() throws Exception {
        int verified = 0;
        List<Vector> all = vectors();
        for (Vector vector : all) {
            verified += verifies(vector) ? 1 : 0;
        }
        List<Integer> counted = List.of(all.size(), verified);
        return Stream.of(DynamicTest.dynamicTest(
                "401 tokens, 20 verify", () -> assertThat(counted).containsExactly(401, 20)));
    }

    private static boolean verifies(Vector vector) throws Exception {
        String[] parts = vector.jws().split("\\.", -1);
        Optional<JwsAlgorithm> algorithm = algorithm(vector);
        if (parts.length != 3 || algorithm.isEmpty()) {
            return false;
        }
        Optional<PublicKey> key = key(vector.group().object("public").orElse(JsonObject.EMPTY), algorithm.get());
        Optional<byte[]> signature = Jws.decode(parts[2]);
        if (key.isEmpty() || signature.isEmpty()) {
            return false;
        }
        Jws cut = new Jws(parts[0] + "." + parts[1], algorithm.get().name(), NONE, JsonObject.EMPTY, signature.get());
        return cut.verifies(key.get());
    }

    /// The algorithm in the header, when it is one of FSC.
    private static Optional<JwsAlgorithm> algorithm(Vector vector) {
        return Jws.decode(vector.jws().split("\\.", -1)[0])
                .flatMap(bytes -> JsonReading.of(bytes, WIDE) instanceof JsonReading.Read(JsonObject header)
                        ? header.text("alg")
                        : Optional.empty())
                .flatMap(JwsAlgorithm::find);
    }

    private static Optional<PublicKey> key(JsonObject jwk, JwsAlgorithm algorithm) throws Exception {
        boolean ours = jwk.text("alg")
                .filter(named ->
                        named.equals(algorithm.name()) || (algorithm == JwsAlgorithm.ES512 && P521.contains(named)))
                .isPresent();
        if (!ours) {
            return Optional.empty();
        }
        JWK key = JWK.parse(new String(jwk.toBytes(), StandardCharsets.UTF_8));
        return Optional.of(
                algorithm.curve().isPresent()
                        ? key.toECKey().toECPublicKey()
                        : key.toRSAKey().toRSAPublicKey());
    }

    private static List<Vector> vectors() throws Exception {
        Path path = ReferenceFiles.find("reference/corpora/wycheproof/json_web_signature_test.json");
        if (!(JsonReading.of(Files.readAllBytes(path), WIDE) instanceof JsonReading.Read(JsonObject all))) {
            throw new IllegalStateException("no JSON object in " + path);
        }
        return objects(all, "testGroups")
                .flatMap(group -> objects(group, "tests").map(test -> new Vector(name(test), group, test)))
                .toList();
    }

    private static String name(JsonObject test) {
        return test.whole("tcId").orElse(0L) + " " + test.text("comment").orElse("");
    }

    private static Stream<JsonObject> objects(JsonObject in, String name) {
        return in.array(name).orElseThrow().stream().map(JsonObject.class::cast);
    }
}
