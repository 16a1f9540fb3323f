// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import nl.ddas.trust.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The keys that a party makes known, and which of those that others make known are read.
class JwksTest {

    private static final Correspondents THEY = new Correspondents();

    @Test
    void aLibraryReadsTheKeysThatWeMakeKnown() throws ParseException, JOSEException {
        Identity encryption = THEY.bron.encryption();
        byte[] document = new Jwks(List.of(new Jwks.Entry(Jwks.Use.ENC, encryption.chain()))).write();

        JWK read = JWKSet.parse(new String(document, StandardCharsets.UTF_8))
                .getKeys()
                .getFirst();
        assertThat(read).isInstanceOfSatisfying(RSAKey.class, key -> {
            assertThat(key.getModulus().decode()).as("no byte for the sign").hasSize(2048 / 8);
            assertThat(key.getPublicExponent()).hasToString("AQAB");
        });
        assertThat(read.toRSAKey().toRSAPublicKey()).isEqualTo(encryption.leaf().getPublicKey());
        assertThat(read.getParsedX509CertChain()).isEqualTo(encryption.chain());
    }

    /// Of what is left out it counts as well: a document is only so long.
    @ParameterizedTest
    @CsvSource({"32, true", "33, false"})
    void aDocumentHoldsThirtyTwoKeysAtMost(int keys, boolean read) {
        String document = "{\"keys\":[{}" + ",{}".repeat(keys - 1) + "]}";
        assertThat(Jwks.read(document.getBytes(StandardCharsets.US_ASCII)).isPresent())
                .isEqualTo(read);
    }

    /// Nobody can tell whose they are.
    @ParameterizedTest
    @ValueSource(strings = {"{\"use\":\"enc\"}", "{\"use\":\"enc\",\"x5c\":[]}", "{\"use\":\"enc\",\"x5c\":{}}"})
    void aKeyWithoutCertificatesIsLeftOut(String key) {
        String document = "{\"keys\":[" + key + "]}";
        assertThat(Jwks.read(document.getBytes(StandardCharsets.US_ASCII))).contains(new Jwks(List.of()));
    }
}
