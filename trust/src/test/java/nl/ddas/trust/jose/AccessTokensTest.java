// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Identity;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.JwtVerifier;
import nl.ddas.trust.Party;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens of our own, and how clients prove who they are.
@Requirement("S42")
class AccessTokensTest {

    private static final Correspondents THEY = new Correspondents();
    private static final String ISSUER = "https://bron.example";
    private static final X509Certificate CBS = THEY.cbs.tls().leaf();

    private final TestClock clock = new TestClock(Correspondents.START);
    private final AccessTokens tokens = tokens(THEY.bron.signing(), ISSUER);

    private AccessTokens tokens(Identity identity, String issuer) {
        return new AccessTokens(identity, issuer, Duration.ofMinutes(5), clock, THEY.random);
    }

    @Test
    void aTokenIsGoodOnItsOwnConnectionUntilItEnds() {
        AccessTokens.Given given = tokens.give(THEY.cbs.oin(), Set.of("read"), CBS);
        assertThat(given.seconds()).isEqualTo(300);
        assertThat(given.scope()).isEqualTo("read");
        assertThat(given.toString()).isEqualTo("Given[read]");
        assertThat(given.token()).hasSizeLessThan(1_500);
        assertThat(tokens.check(given.token(), CBS))
                .isEqualTo(new AccessTokens.Outcome.Valid(THEY.cbs.oin(), Set.of("read")));
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(tokens.check(given.token(), CBS)).isInstanceOf(AccessTokens.Outcome.Valid.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.check(given.token(), CBS))
                .isEqualTo(new AccessTokens.Outcome.Invalid("dit token is verlopen"));
    }

    @Test
    void aTokenDoesNotCountBeforeItWasGiven() {
        String token = tokens.give(THEY.cbs.oin(), Set.of("read"), CBS).token();
        clock.advance(Duration.ofSeconds(-1));
        assertThat(tokens.check(token, CBS)).isEqualTo(new AccessTokens.Outcome.Invalid("dit token geldt nog niet"));
    }

    @Test
    void noTwoTokensShareTheirNumber() throws ParseException {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            String token = tokens.give(THEY.cbs.oin(), Set.of("read"), CBS).token();
            numbers.add(SignedJWT.parse(token).getJWTClaimsSet().getJWTID());
        }
        assertThat(numbers).hasSize(5);
    }

    @Test
    void aStolenTokenIsOfNoUseWithAnotherCertificate() {
        String token = tokens.give(THEY.cbs.oin(), Set.of("read"), CBS).token();
        for (Party thief : Set.of(THEY.other, THEY.bron)) {
            assertThat(tokens.check(token, thief.tls().leaf())).isInstanceOf(AccessTokens.Outcome.Invalid.class);
        }
        Identity renewed = THEY.authority.issue(Purpose.TLS, THEY.cbs.holder());
        assertThat(tokens.check(token, renewed.leaf())).isInstanceOf(AccessTokens.Outcome.Invalid.class);
    }

    @Test
    void aTokenOfAnotherMakerOrForAnotherServiceIsRefused() {
        String forged = tokens(THEY.other.signing(), ISSUER)
                .give(THEY.cbs.oin(), Set.of("read"), CBS)
                .token();
        assertThat(tokens.check(forged, CBS)).isInstanceOf(AccessTokens.Outcome.Invalid.class);
        String elsewhere = tokens(THEY.bron.signing(), "https://elders.example")
                .give(THEY.cbs.oin(), Set.of("read"), CBS)
                .token();
        assertThat(tokens.check(elsewhere, CBS))
                .isEqualTo(new AccessTokens.Outcome.Invalid("dit token is voor een andere dienst"));
        String full = new String(
                new JwtSigner(THEY.bron.signing(), "JWT").sign("{}".getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.US_ASCII);
        assertThat(tokens.check(full, CBS))
                .as("another message of ours")
                .isInstanceOf(AccessTokens.Outcome.Invalid.class);
    }

    @Test
    void aChangeAnywhereMakesATokenWorthless() {
        String token = tokens.give(THEY.cbs.oin(), Set.of("read"), CBS).token();
        for (int i = 0; i < token.length(); i += 31) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.check(changed, CBS))
                    .as("character " + i)
                    .isInstanceOf(AccessTokens.Outcome.Invalid.class);
        }
        for (String nonsense : new String[] {"", ".", "..", "a.b.c", token + ".", token + ".a", token + "="}) {
            assertThat(tokens.check(nonsense, CBS)).as(nonsense).isInstanceOf(AccessTokens.Outcome.Invalid.class);
        }
    }

    private final ClientAssertions assertions = new ClientAssertions(
            new JwtVerifier(THEY.authority::trust, Set.of("jwt"), clock),
            Set.of(ISSUER, ISSUER + "/oauth/token"),
            clock);

    private String assertion(Party party, String audience, String id, Instant now) {
        return ClientAssertions.make(
                new JwtSigner(party.signing(), "JWT"), party.oin(), audience, id.getBytes(StandardCharsets.UTF_8), now);
    }

    @Test
    @Requirement("S33")
    void aProofIsGoodOnce() {
        String proof = assertion(THEY.cbs, ISSUER, "een", Correspondents.START);
        assertThat(assertions.check(proof, CBS)).isEqualTo(new ClientAssertions.Outcome.Proved(THEY.cbs.oin()));
        assertThat(assertions.check(proof, CBS))
                .isEqualTo(new ClientAssertions.Outcome.Refused("handtekening-herhaald"));
        assertThat(assertions.check(assertion(THEY.cbs, ISSUER + "/oauth/token", "twee", Correspondents.START), CBS))
                .isInstanceOf(ClientAssertions.Outcome.Proved.class);
    }

    @Test
    void aProofForAnotherOrOfAnotherTimeIsRefused() {
        assertThat(assertions.check(assertion(THEY.cbs, "https://elders.example", "a", Correspondents.START), CBS))
                .isEqualTo(new ClientAssertions.Outcome.Refused("identiteit-afwijking"));
        assertThat(assertions.check(
                        assertion(THEY.cbs, ISSUER, "b", Correspondents.START.minus(Duration.ofMinutes(6))), CBS))
                .isEqualTo(new ClientAssertions.Outcome.Refused("handtekening-tijd"));
        assertThat(assertions.check(
                        assertion(THEY.cbs, ISSUER, "c", Correspondents.START.plus(Duration.ofMinutes(2))), CBS))
                .isEqualTo(new ClientAssertions.Outcome.Refused("handtekening-tijd"));
        assertThat(assertions.check(
                        assertion(THEY.cbs, ISSUER, "d", Correspondents.START),
                        THEY.cbs.signing().leaf()))
                .isEqualTo(new ClientAssertions.Outcome.Refused("certificaat-functiescheiding"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            identiteit-afwijking | "iss":"00000099000000003000","sub":"00000099000000001000","aud":"https://bron.example","iat":NU,"exp":EIND,"jti":"a"
            identiteit-afwijking | "iss":"00000099000000001000","sub":"00000099000000003000","aud":"https://bron.example","iat":NU,"exp":EIND,"jti":"a"
            identiteit-afwijking | "iss":"00000099000000001000","sub":"00000099000000001000","aud":["https://elders.example"],"iat":NU,"exp":EIND,"jti":"a"
            identiteit-afwijking | "iss":"00000099000000001000","sub":"00000099000000001000","aud":["https://bron.example",7],"iat":NU,"exp":EIND,"jti":"a"
            identiteit-afwijking | "iss":"00000099000000001000","sub":"00000099000000001000","aud":[],"iat":NU,"exp":EIND,"jti":"a"
            handtekening-formaat | "iss":"00000099000000001000","sub":"00000099000000001000","aud":"https://bron.example","iat":NU,"exp":EIND
            handtekening-formaat | "iss":"00000099000000001000","sub":"00000099000000001000","aud":"https://bron.example","iat":NU,"jti":"a"
            handtekening-formaat | "iss":"00000099000000001000","sub":"00000099000000001000","aud":"https://bron.example","exp":EIND,"jti":"a"
            handtekening-formaat | "iss":"00000099000000001000","sub":"00000099000000001000","aud":"https://bron.example","iat":NU,"exp":EIND,"jti":""
            handtekening-formaat | "iss":"00000099000000001000","sub":"00000099000000001000","aud":"https://bron.example","iat":NU,"exp":EIND,"jti":" "
            handtekening-tijd    | "iss":"00000099000000001000","sub":"00000099000000001000","aud":"https://bron.example","iat":NU,"exp":NU,"jti":"a"
            handtekening-tijd    | "iss":"00000099000000001000","sub":"00000099000000001000","aud":"https://bron.example","iat":NU,"exp":99999999999,"jti":"a"
            handtekening-tijd    | "iss":"00000099000000001000","sub":"00000099000000001000","aud":"https://bron.example","iat":31556889864403199,"exp":31556889864403199,"jti":"a"
            handtekening-tijd    | "iss":"00000099000000001000","sub":"00000099000000001000","aud":"https://bron.example","iat":-31557014167219200,"exp":31556889864403199,"jti":"a"
            handtekening-formaat | "iss":"00000099000000001000","sub":"00000099000000001000","aud":"https://bron.example","iat":31556889864403200,"exp":EIND,"jti":"a"
            """)
    void aProofMustSayAllOfIt(String expected, String claims) {
        assertThat(assertions.check(proof(claims), CBS)).isEqualTo(new ClientAssertions.Outcome.Refused(expected));
    }

    @Test
    void aProofOfWhichTheRevocationIsUnknownIsNoRefusal() {
        Trust without = new Trust(THEY.authority.trust().anchors(), List.of(), Environment.TEST);
        ClientAssertions unknowing = new ClientAssertions(
                new JwtVerifier(() -> without, Set.of("jwt"), THEY.clock), Set.of(ISSUER), THEY.clock);

        assertThat(unknowing.check(assertion(THEY.cbs, ISSUER, "e", Correspondents.START), CBS))
                .isInstanceOfSatisfying(ClientAssertions.Outcome.Undecided.class, undecided -> {
                    assertThat(undecided.verdict().code()).isEqualTo("intrekkingsstatus-onbekend");
                    assertThat(undecided.verdict().status()).isEqualTo(503);
                });
    }

    private static String proof(String claims) {
        long now = Correspondents.START.getEpochSecond();
        String json = "{" + claims.replace("NU", Long.toString(now)).replace("EIND", Long.toString(now + 300)) + "}";
        return new String(
                new JwtSigner(THEY.cbs.signing(), "JWT").sign(json.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.US_ASCII);
    }

    @Test
    void aProofMayBeForMoreThanUs() {
        String proof = proof("\"iss\":\"00000099000000001000\",\"sub\":\"00000099000000001000\","
                + "\"aud\":[\"https://elders.example\",\"" + ISSUER + "\"],\"iat\":NU,\"exp\":EIND,\"jti\":\"veel\"");
        assertThat(assertions.check(proof, CBS)).isInstanceOf(ClientAssertions.Outcome.Proved.class);
    }

    private static String ours(Identity key, String aud, long end) {
        String claims = "{\"iss\":\"" + ISSUER + "\",\"aud\":" + aud + ",\"sub\":\"00000099000000001000\",\"nbf\":"
                + Correspondents.START.getEpochSecond() + ",\"exp\":" + end
                + ",\"jti\":\"a\",\"scope\":\"read\",\"cnf\":{\"x5t#S256\":\"" + JweCrypto.fingerprint(CBS) + "\"}}";
        return new String(
                JwtSigner.forOurselves(key, "at+jwt").sign(claims.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.US_ASCII);
    }

    /// A token is for one service: also one of our own making that names more is not ours to take.
    @Test
    void aTokenForMoreThanOneServiceIsRefused() {
        for (String aud : new String[] {"\"" + ISSUER + "\"", "[\"" + ISSUER + "\"]"}) {
            String token = ours(
                    THEY.bron.signing(),
                    aud,
                    Correspondents.START.plusSeconds(300).getEpochSecond());
            assertThat(tokens.check(token, CBS))
                    .as(aud)
                    .isInstanceOf(
                            aud.startsWith("[")
                                    ? AccessTokens.Outcome.Invalid.class
                                    : AccessTokens.Outcome.Valid.class);
        }
    }

    @Test
    void tokensOfTheKeyBeforeCountUntilTheyEnd() {
        TestClock now = new TestClock(Correspondents.START);
        AtomicReference<Identity> key = new AtomicReference<>(THEY.bron.signing());
        AccessTokens ours = new AccessTokens(key::get, ISSUER, Duration.ofMinutes(5), now, new SecureRandom());
        String before = ours.give(THEY.cbs.oin(), Set.of("read"), CBS).token();
        key.set(THEY.other.signing());
        String after = ours.give(THEY.cbs.oin(), Set.of("read"), CBS).token();
        assertThat(ours.check(before, CBS)).isInstanceOf(AccessTokens.Outcome.Valid.class);
        assertThat(ours.check(after, CBS)).isInstanceOf(AccessTokens.Outcome.Valid.class);
        now.advance(Duration.ofMinutes(6));
        assertThat(ours.check(before, CBS)).isInstanceOf(AccessTokens.Outcome.Invalid.class);
        assertThat(ours.check(ours.give(THEY.cbs.oin(), Set.of("read"), CBS).token(), CBS))
                .isInstanceOf(AccessTokens.Outcome.Valid.class);
    }

    @Test
    void aKeyThatWasReplacedSignsNothingNewAndCountsNoLongerThanItsLastToken() {
        AtomicReference<Identity> key = new AtomicReference<>(THEY.bron.signing());
        AccessTokens ours = new AccessTokens(key::get, ISSUER, Duration.ofMinutes(5), clock, new SecureRandom());
        long tomorrow = Correspondents.START.plus(Duration.ofDays(1)).getEpochSecond();
        String forged = ours(THEY.bron.signing(), "\"" + ISSUER + "\"", tomorrow);
        key.set(THEY.other.signing());

        String after = ours.give(THEY.cbs.oin(), Set.of("read"), CBS).token();
        assertThat(tokens(THEY.other.signing(), ISSUER).check(after, CBS))
                .as("by the new key alone")
                .isInstanceOf(AccessTokens.Outcome.Valid.class);
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(ours.check(forged, CBS)).isInstanceOf(AccessTokens.Outcome.Valid.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(ours.check(forged, CBS))
                .as("by who has the old key")
                .isInstanceOf(AccessTokens.Outcome.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({"16, true", "17, false"})
    void aProofIsForSixteenAtMost(int number, boolean taken) {
        String proof = proof("\"iss\":\"00000099000000001000\",\"sub\":\"00000099000000001000\",\"aud\":["
                + "\"elders\",".repeat(number - 1) + "\"" + ISSUER + "\"],\"iat\":NU,\"exp\":EIND,\"jti\":\"zestien\"");
        assertThat(assertions.check(proof, CBS) instanceof ClientAssertions.Outcome.Proved)
                .isEqualTo(taken);
    }
}
