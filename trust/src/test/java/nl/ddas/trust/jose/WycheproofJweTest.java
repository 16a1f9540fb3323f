// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonReading.Limits;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.testkit.ReferenceFiles;
import nl.ddas.trust.Identity;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/// The test vectors of Wycheproof for JWE: what is in our profile must open as they say, all the rest must be
/// refused.
class WycheproofJweTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void everyVectorGoesAsItSaysOrIsOutsideOurProfile() throws Exception {
        int opened = 0;
        int refused = 0;
        int valid = 0;
        for (JsonObject group : objects(document(), "testGroups")) {
            Optional<Identity> key = key(group.object("private").orElse(JsonObject.EMPTY));
            for (JsonObject test : objects(group, "tests")) {
                String id = "tcId " + test.whole("tcId").orElseThrow();
                byte[] jwe = test.text("jwe").orElse("").getBytes(StandardCharsets.UTF_8);
                JweDecrypter.Outcome outcome = new JweDecrypter(() -> List.of(key.orElseThrow()), RANDOM)
                        .open(key.isPresent() ? jwe : new byte[0]);
                boolean good = test.text("result").orElseThrow().equals("valid");
                boolean ours = good && key.isPresent() && isOurs(jwe);
                valid += good ? 1 : 0;
                assertThat(outcome instanceof JweDecrypter.Outcome.Opened)
                        .as(id)
                        .isEqualTo(ours);
                if (outcome instanceof JweDecrypter.Outcome.Opened(byte[] content, Optional<String> _)) {
                    assertThat(HexFormat.of().formatHex(content))
                            .as(id)
                            .isEqualTo(test.text("pt").orElseThrow());
                    opened++;
                } else {
                    refused++;
                }
            }
        }
        // RSA-OAEP with A256GCM twice, RSA-OAEP-256 with A256GCM once.
        assertThat(opened).isEqualTo(3);
        assertThat(refused).isEqualTo(136);
        assertThat(valid).isEqualTo(65);
    }

    private static boolean isOurs(byte[] jwe) {
        String text = new String(jwe, StandardCharsets.UTF_8);
        byte[] header = Base64Text.decode(text.substring(0, Math.max(0, text.indexOf('.'))));
        return JweHeader.read(header) instanceof JweHeader.Outcome.Read;
    }

    private static JsonObject document() throws IOException {
        byte[] bytes =
                Files.readAllBytes(ReferenceFiles.find("reference/corpora/wycheproof/json_web_encryption_test.json"));
        return JsonReading.of(bytes, new Limits(64, 1000, false)) instanceof JsonReading.Read(JsonObject document)
                ? document
                : JsonObject.EMPTY;
    }

    private static List<JsonObject> objects(JsonObject in, String name) {
        return in.array(name).orElse(List.of()).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /// The key of a group with a certificate around it; none when it is no RSA key.
    private static Optional<Identity> key(JsonObject jwk) throws Exception {
        if (jwk.text("kty").filter("RSA"::equals).isEmpty()) {
            return Optional.empty();
        }
        RSAKey key = parse(jwk);
        KeyPair pair = key.toKeyPair();
        X500Name name = new X500Name("CN=Wycheproof");
        Date now = Date.from(Clock.systemUTC().instant());
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(name, BigInteger.ONE, now, now, name, pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        return Optional.of(new Identity(pair.getPrivate(), List.of(certificate)));
    }

    private static RSAKey parse(JsonObject jwk) throws ParseException, JOSEException {
        JsonObject bare = JsonObject.EMPTY;
        for (String name : Arrays.asList("kty", "n", "e", "d", "p", "q", "dp", "dq", "qi")) {
            Optional<String> value = jwk.text(name);
            bare = value.isPresent() ? bare.with(name, value.get()) : bare;
        }
        return JWK.parse(new String(bare.toBytes(), StandardCharsets.UTF_8)).toRSAKey();
    }
}
