// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static nl.ddas.fsc.model.Fixture.A;
import static nl.ddas.fsc.model.Fixture.B;
import static nl.ddas.fsc.model.Fixture.C;
import static nl.ddas.fsc.model.Fixture.GROUP;
import static nl.ddas.fsc.model.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rows of the Inway's table that are about the token, and what an Outway looks at.
class TokenCheckTest {

    private static final URI INWAY = URI.create("https://inway.a.test:443");

    private final ContractContent content = Fixture.connection();
    private final AccessToken token = new TokenTerms(
                    content,
                    content.grantHashes().getFirst(),
                    Fixture.ONE.client(B),
                    INWAY,
                    Duration.ofMinutes(5),
                    JsonObject.EMPTY)
            .claims(NOW)
            .orElseThrow();
    private final InwayTokenCheck inway = inway(GROUP);

    private static InwayTokenCheck inway(Group group) {
        CertificateThumbprint own =
                CertificateThumbprint.of(Fixture.ONE.signer(A).leaf());
        return new InwayTokenCheck(
                group,
                A,
                thumbprint -> thumbprint.equals(own)
                        ? Optional.of(Fixture.ONE.signer(A).leaf())
                        : Optional.empty(),
                Set.of(INWAY));
    }

    private static String bearer(JsonObject claims) {
        return "Bearer " + Jws.make(Fixture.ONE.signer(A), "JWT", claims);
    }

    private TokenVerdict check(String header) {
        return inway.check(List.of(header), Fixture.ONE.client(B), NOW);
    }

    private static void refused(TokenVerdict verdict, ErrorCode code, int status) {
        assertThat(verdict).isInstanceOf(TokenVerdict.Refused.class);
        FscError error = ((TokenVerdict.Refused) verdict).error();
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.headers().first("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
    }

    private JsonObject with(String path, String json) {
        Optional<JsonValue> value = json.equals("removed")
                ? Optional.empty()
                : Fixture.json("{'v':" + json + "}").get("v");
        return Fixture.change(token.toJson(), path, value);
    }

    @Test
    void admitsATokenOfOurOwnTwice() {
        String header = "Bearer " + new TokenMaker(Fixture.ONE.signer(A)).make(token);

        assertThat(check(header)).isEqualTo(new TokenVerdict.Admitted(token));
        assertThat(check(header.replace("Bearer", "bEARER "))).isEqualTo(new TokenVerdict.Admitted(token));
    }

    /// A partner that asks for ever other tokens with large properties does not fill our memory with them.
    @Test
    void remembersLargeTokensAsFarAsThereIsRoom() {
        int large = 400;
        for (int i = 0; i < large; i++) {
            String header = bearer(token.toJson().with("prp", JsonObject.EMPTY.with(i + "", "x".repeat(24_000))));
            assertThat(check(header)).isInstanceOf(TokenVerdict.Admitted.class);
            assertThat(check(header)).isInstanceOf(TokenVerdict.Admitted.class);
        }
        assertThat(inway.remembered()).isBetween(200, 300);
        inway.forgetExpired(NOW.plus(Duration.ofHours(1)));
        assertThat(inway.remembered()).isZero();
        assertThat(check(bearer(token.toJson()))).isInstanceOf(TokenVerdict.Admitted.class);
        assertThat(inway.remembered()).as("room again").isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Bearer", "bearer "})
    void saysThatATokenIsMissing(String header) {
        refused(check(header), ErrorCode.ACCESS_TOKEN_MISSING, 401);
        refused(inway.check(List.of(), Fixture.ONE.client(B), NOW), ErrorCode.ACCESS_TOKEN_MISSING, 401);
    }

    @Test
    void refusesABareTokenAndAnotherScheme() {
        String compact = new TokenMaker(Fixture.ONE.signer(A)).make(token);

        refused(check(compact), ErrorCode.ACCESS_TOKEN_INVALID, 401);
        refused(check("Basic " + compact), ErrorCode.ACCESS_TOKEN_INVALID, 401);
        refused(check("Bearer x"), ErrorCode.ACCESS_TOKEN_INVALID, 401);
        refused(
                inway.check(List.of("Bearer " + compact, "Bearer " + compact), Fixture.ONE.client(B), NOW),
                ErrorCode.ACCESS_TOKEN_INVALID,
                401);
    }

    @Test
    void refusesATokenThatAnotherPeerSigned() {
        refused(
                check("Bearer " + new TokenMaker(Fixture.ONE.signer(B)).make(token)),
                ErrorCode.ACCESS_TOKEN_INVALID,
                401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            iss           | '00000099000000000002' | ACCESS_TOKEN_INVALID    | 401
            sub           | '00000099000000000003' | ACCESS_TOKEN_INVALID    | 401
            cnf/x5t#S256  | 'AAAA'                 | ACCESS_TOKEN_INVALID    | 401
            cnf           | removed                | ACCESS_TOKEN_INVALID    | 401
            gth           | 'abc'                  | ACCESS_TOKEN_INVALID    | 401
            nbf           | 1795251661             | ACCESS_TOKEN_INVALID    | 401
            nbf           | 1e3                    | ACCESS_TOKEN_INVALID    | 401
            exp           | 1795251540             | ACCESS_TOKEN_EXPIRED    | 401
            exp           | removed                | ACCESS_TOKEN_INVALID    | 401
            gid           | 'other'                | WRONG_GROUP_ID_IN_TOKEN | 403
            act           | {}                     | ACCESS_TOKEN_INVALID    | 401
            """)
    void refusesByTheFirstRuleThatFails(String path, String json, ErrorCode code, int status) {
        assertThat(NOW.getEpochSecond()).isEqualTo(1_795_251_600L);

        refused(check(bearer(with(path, json))), code, status);
    }

    @ParameterizedTest
    @CsvSource({"nbf, 1795251660", "exp, 1795251541"})
    void grantsTheSkewOnBothSides(String claim, long at) {
        assertThat(check(bearer(with(claim, Long.toString(at))))).isInstanceOf(TokenVerdict.Admitted.class);
    }

    @Test
    void bindingAndTimesAreLookedAtEveryTime() {
        String header = bearer(token.toJson());
        Instant late = NOW.plusSeconds(361);

        assertThat(check(header)).isInstanceOf(TokenVerdict.Admitted.class);
        refused(inway.check(List.of(header), Fixture.ONE.client(C), NOW), ErrorCode.ACCESS_TOKEN_INVALID, 401);
        refused(inway.check(List.of(header), Fixture.ONE.client(B), late), ErrorCode.ACCESS_TOKEN_EXPIRED, 401);
        inway.forgetExpired(late);
        assertThat(check(header)).isInstanceOf(TokenVerdict.Admitted.class);
    }

    @Test
    void aSigningCertificateThatIsGoneTakesItsTokensWithIt() {
        AtomicBoolean there = new AtomicBoolean(true);
        InwayTokenCheck check = new InwayTokenCheck(
                GROUP,
                A,
                t -> there.get() ? Optional.of(Fixture.ONE.signer(A).leaf()) : Optional.empty(),
                Set.of(INWAY));
        List<String> header = List.of(bearer(token.toJson()));

        assertThat(check.check(header, Fixture.ONE.client(B), NOW)).isInstanceOf(TokenVerdict.Admitted.class);
        there.set(false);
        refused(check.check(header, Fixture.ONE.client(B), NOW), ErrorCode.ACCESS_TOKEN_INVALID, 401);
    }

    @Test
    void theAddressCountsOnlyWhenTheGroupWantsIt() {
        String header = bearer(with("aud", "'https://other.test:443'"));
        Group strict = GROUP.with(new Group.Switches(false, false, true, 1000));

        assertThat(check(header)).isInstanceOf(TokenVerdict.Admitted.class);
        refused(inway(strict).check(List.of(header), Fixture.ONE.client(B), NOW), ErrorCode.ACCESS_TOKEN_INVALID, 401);
    }

    @Test
    void noChangedCharacterPasses() {
        String good = bearer(token.toJson());
        check(good);
        for (int i = "Bearer ".length(); i < good.length(); i++) {
            char other = good.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(check(good.substring(0, i) + other + good.substring(i + 1)))
                    .as("character %d", i)
                    .isInstanceOf(TokenVerdict.Refused.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sub | '00000099000000000003' | ACCESS_TOKEN_INVALID
            iss | '00000099000000000003' | ACCESS_TOKEN_INVALID
            svc | 'other'                | ACCESS_TOKEN_INVALID
            gth | '$1$3$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaA' | ACCESS_TOKEN_INVALID
            act | {'sub':'x'}            | ACCESS_TOKEN_INVALID
            aud | 'https://inway.a.test' | ACCESS_TOKEN_INVALID
            aud | 'http://a.test:443'    | ACCESS_TOKEN_INVALID
            aud | 'https://a.test:9000'  | ACCESS_TOKEN_INVALID
            exp | 1795251600             | ACCESS_TOKEN_INVALID
            gid | 'other'                | WRONG_GROUP_ID_IN_TOKEN
            """)
    void theOutwayUsesNoTokenThatIsForSomethingElse(String path, String json, ErrorCode code) {
        String compact = bearer(with(path, json)).substring("Bearer ".length());

        refused(outway(Fixture.ONE.client(B).thumbprint()).check(compact, token.grant(), asked(), NOW), code, 502);
    }

    @Test
    void theOutwayUsesATokenThatIsForItself() {
        String compact = new TokenMaker(Fixture.ONE.signer(A)).make(token);

        assertThat(outway(Fixture.ONE.client(B).thumbprint()).check(compact, token.grant(), asked(), NOW))
                .isEqualTo(new TokenVerdict.Admitted(token));
        refused(
                outway(Fixture.ONE.client(C).thumbprint()).check(compact, token.grant(), asked(), NOW),
                ErrorCode.ACCESS_TOKEN_INVALID,
                502);
        assertThat(OutwayTokenCheck.signedBy(
                        compact, Fixture.ONE.signer(A).leaf().getPublicKey()))
                .isTrue();
        assertThat(OutwayTokenCheck.signedBy(
                        compact, Fixture.ONE.signer(B).leaf().getPublicKey()))
                .isFalse();
    }

    private static OutwayTokenCheck outway(CertificateThumbprint own) {
        return new OutwayTokenCheck(GROUP, B, own);
    }

    private Grant.Connection asked() {
        return content.grants().getFirst().connection().orElseThrow();
    }
}
