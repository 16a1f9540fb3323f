// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static nl.ddas.fsc.model.Fixture.A;
import static nl.ddas.fsc.model.Fixture.B;
import static nl.ddas.fsc.model.Fixture.C;
import static nl.ddas.fsc.model.Fixture.D;
import static nl.ddas.fsc.model.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;

class AccessTokenTest {

    private static final URI INWAY = URI.create("https://inway.a.test:443");

    private static AccessToken token(Grant grant, Duration life) {
        ContractContent content = Fixture.draft(List.of(grant));
        return new TokenTerms(
                        content, content.grantHashes().getFirst(), Fixture.ONE.client(B), INWAY, life, JsonObject.EMPTY)
                .claims(NOW)
                .orElseThrow();
    }

    @Test
    void aPlainConnectionGivesTheClaimsOfTheStandardAndNoOthers() {
        Grant grant = Fixture.connection().grants().getFirst();
        JsonObject claims = token(grant, Duration.ofMinutes(5)).toJson();

        assertThat(claims.members().keySet())
                .containsExactlyInAnyOrder("gth", "gid", "sub", "iss", "svc", "aud", "nbf", "exp", "cnf", "add");
        assertThat(claims.text("sub")).contains(B.value());
        assertThat(claims.text("iss")).contains(A.value());
        assertThat(claims.text("aud")).contains("https://inway.a.test:443");
        assertThat(claims.whole("exp")).contains(NOW.getEpochSecond() + 300);
        assertThat(claims.object("add")).contains(JsonObject.EMPTY);
        assertThat(claims.object("cnf").flatMap(cnf -> cnf.text("x5t#S256")))
                .contains(Fixture.ONE.client(B).thumbprint().base64url());
    }

    @Test
    void delegationAndPropertiesHaveClaimsOfTheirOwn() {
        Properties properties = new Properties(Fixture.json("{'b':[1.0,null],'a':'x'}"));
        AccessToken token = token(
                new Grant.DelegatedServiceConnection(
                        Fixture.outway(B), new ServiceRef.Delegated(A, "kvk", D), C, Optional.of(properties)),
                Duration.ofMinutes(5));
        JsonObject claims = token.toJson();

        assertThat(claims.object("act")).contains(Fixture.json("{'sub':'" + C + "'}"));
        assertThat(claims.text("pdi")).contains(D.value());
        assertThat(claims.object("prp")).contains(properties.members());
        assertThat(AccessToken.read(claims)).isEqualTo(new ClaimsReading.Read(token));
    }

    @Test
    void aTokenEndsWithTheContract() {
        ContractContent content = Fixture.content(Fixture.change(
                Fixture.connection().tree(),
                "validity/not_after",
                Fixture.json("{'v':" + (NOW.getEpochSecond() + 10) + "}").get("v")));
        TokenTerms terms = new TokenTerms(
                content,
                content.grantHashes().getFirst(),
                Fixture.ONE.client(B),
                INWAY,
                Duration.ofHours(1),
                JsonObject.EMPTY);

        assertThat(terms.claims(NOW).orElseThrow().expires()).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void thereIsNoTokenForAPublication() {
        ContractContent content = Fixture.draft(
                List.of(new Grant.ServicePublication(A, new ServiceOffer(B, "x", Protocol.HTTP_2), Optional.empty())));
        TokenTerms terms = new TokenTerms(
                content,
                content.grantHashes().getFirst(),
                Fixture.ONE.client(B),
                INWAY,
                Duration.ofMinutes(5),
                JsonObject.EMPTY);

        assertThat(terms.claims(NOW)).isEmpty();
    }

    @Test
    void aTokenLastsAnHourAtMostAndNamesAPort() {
        Grant grant = Fixture.connection().grants().getFirst();

        assertThatThrownBy(() -> token(grant, Duration.ofMinutes(61))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TokenTerms(
                        Fixture.connection(),
                        Fixture.connection().grantHashes().getFirst(),
                        Fixture.ONE.client(B),
                        URI.create("https://inway.a.test"),
                        Duration.ofMinutes(5),
                        JsonObject.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
