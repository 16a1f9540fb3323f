// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static nl.ddas.fsc.model.Fixture.A;
import static nl.ddas.fsc.model.Fixture.B;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.trust.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwksTest {

    private static JsonObject key(Jwks jwks) {
        return (JsonObject) jwks.toJson().array("keys").orElseThrow().getFirst();
    }

    private static Jwks of(Identity signer) {
        return new Jwks(List.of(signer.chain()));
    }

    private static Jwks read(JsonObject key) {
        return Jwks.read(JsonObject.EMPTY.with("keys", new JsonArray(List.of(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "P-256", "P-384", "P-521"})
    void whatIsWrittenIsReadBack(String algorithm) {
        Identity signer = Fixture.ONE.signer(A, algorithm);
        Jwks jwks = of(signer);
        CertificateThumbprint thumbprint = CertificateThumbprint.of(signer.leaf());

        assertThat(Jwks.read(jwks.toJson())).isEqualTo(jwks);
        assertThat(Jwks.read(jwks.toJson()).chain(thumbprint)).contains(signer.chain());
        assertThat(key(jwks).text("use")).contains("sig");
        assertThat(key(jwks).text("kid")).isEqualTo(key(jwks).text("x5t#S256"));
        assertThat(key(jwks).get("d")).isEmpty();
    }

    @Test
    void leavesTheRootOut() {
        Identity signer = Fixture.ONE.signer(A);
        List<X509Certificate> withRoot = new ArrayList<>(signer.chain());
        withRoot.add(Fixture.ONE.authority().root());

        assertThat(key(new Jwks(List.of(withRoot))).array("x5c").orElseThrow())
                .hasSize(signer.chain().size());
    }

    @Test
    void takesTheSpellingOfTheOpenApi() {
        JsonObject key = key(of(Fixture.ONE.signer(A)));
        JsonObject other = Fixture.change(key, "x5t#S256", Optional.empty())
                .with("x5t#s256", key.text("x5t#S256").orElseThrow());

        assertThat(read(other).chains()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"x5t#S256, AAAA", "x5t#s256, AAAA", "x, AAAA", "kty, RSA", "x5c, AAAA", "n, AAAA"})
    void leavesAKeyOutThatContradictsItsCertificate(String member, String value) {
        assertThat(read(key(of(Fixture.ONE.signer(A))).with(member, value)).chains())
                .isEmpty();
    }

    @Test
    void leavesOutWhatItCannotUseAndKeepsTheRest() {
        JsonObject good = key(of(Fixture.ONE.signer(B)));
        List<JsonValue> keys = List.of(
                new JsonText("no key"),
                JsonObject.EMPTY.with("kty", "OKP"),
                good.with("x5c", JsonArray.ofTexts(List.of("!"))),
                good);

        assertThat(Jwks.read(JsonObject.EMPTY.with("keys", new JsonArray(keys))).chains())
                .containsExactly(Fixture.ONE.signer(B).chain());
        assertThat(Jwks.read(JsonObject.EMPTY).chains()).isEmpty();
    }
}
