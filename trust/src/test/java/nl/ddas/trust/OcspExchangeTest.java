// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static nl.ddas.trust.OcspStage.PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import nl.ddas.basis.StatusAnswers.Answer;
import nl.ddas.basis.StatusAnswers.Question;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.OcspResponder.Says;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One answer: until when it counts, and why it does not. When it is asked is in [OcspAnswersTest].
@Requirement("S37")
class OcspExchangeTest {

    private final TestClock clock = TestClock.at("2026-11-21T09:00:00Z");

    private OcspResponder responder;

    @BeforeEach
    void start() throws Exception {
        responder = new OcspResponder(clock);
    }

    @Test
    void anAnswerThatDoesNotSayWhenItEndsCountsAnHourAndAnEndlessOneTenDays() {
        assertThat(end(Says.WITHOUT_END)).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(end(Says.ENDLESS)).isEqualTo(clock.instant().plus(Duration.ofDays(10)));
        assertThat(end(Says.GOOD)).isEqualTo(clock.instant().plus(OcspResponder.LIFE));
    }

    private Instant end(Says says) {
        responder.says = says;
        OcspExchange exchange = exchange(OcspExchange.Nonce.NOT_ASKED);
        try {
            return exchange.read(responder.post(PLACE, exchange.request()), clock.instant())
                                    instanceof OcspExchange.Outcome.Known(Answer answer, Instant made)
                            && made.equals(clock.instant())
                    ? answer.until()
                    : Instant.MIN;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private OcspExchange exchange(OcspExchange.Nonce rule) {
        return new OcspExchange(new Question(responder.leaf, responder.issuing), new byte[32], rule);
    }

    /// The clock of an issuer may be five minutes ahead.
    @Test
    void anAnswerOfNearlyNowIsTaken() throws Exception {
        OcspExchange exchange = exchange(OcspExchange.Nonce.NOT_ASKED);
        byte[] answer = responder.post(PLACE, exchange.request());
        assertThat(exchange.read(answer, clock.instant().minus(Duration.ofMinutes(5))))
                .isInstanceOf(OcspExchange.Outcome.Known.class);
        assertThat(exchange.read(
                        answer, clock.instant().minus(Duration.ofMinutes(5)).minusSeconds(1)))
                .isEqualTo(new OcspExchange.Outcome.Unusable("the answer is from the future"));
        assertThat(exchange.read(answer, clock.instant().plus(OcspResponder.LIFE)))
                .isEqualTo(new OcspExchange.Outcome.Unusable("the answer has ended"));
    }

    /// Each bit of an answer, turned. (Beside these an answer may bring certificates that nobody needs; whatever
    /// stands in those, nobody looks at it.)
    @ParameterizedTest
    @EnumSource(
            value = Says.class,
            names = {"GOOD", "REVOKED", "WITHOUT_NONCE", "BY_A_DELEGATE"})
    void noAnswerIsTakenOfWhichABitWasTurned(Says says) throws Exception {
        responder.says = says;
        OcspExchange exchange = exchange(OcspExchange.Nonce.WHEN_THERE);
        byte[] answer = responder.post(PLACE, exchange.request());
        assertThat(exchange.read(answer, clock.instant())).isInstanceOf(OcspExchange.Outcome.Known.class);
        for (int bit = 0; bit < answer.length * Byte.SIZE; bit++) {
            answer[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(exchange.read(answer, clock.instant()))
                    .as("bit " + bit)
                    .isInstanceOf(OcspExchange.Outcome.Unusable.class);
            answer[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
    }

    /// The same content, but not as it should be spelled: with the length of the whole in a byte more.
    @Test
    void anAnswerIsTakenInOneSpellingOnly() throws Exception {
        OcspExchange exchange = exchange(OcspExchange.Nonce.NOT_ASKED);
        byte[] answer = responder.post(PLACE, exchange.request());
        byte[] longer = Arrays.copyOf(answer, answer.length + 1);
        byte[] spelled = ByteBuffer.allocate(answer.length + 1)
                .put(answer[0])
                .put((byte) 0x83)
                .put((byte) 0)
                .put(answer, 2, answer.length - 2)
                .array();

        assertThat(answer[1]).as("length in two bytes").isEqualTo((byte) 0x82);
        for (byte[] other : List.of(longer, spelled)) {
            assertThat(exchange.read(other, clock.instant()))
                    .isInstanceOfSatisfying(OcspExchange.Outcome.Unusable.class, refused -> assertThat(refused.why())
                            .isIn("the answer is not in DER, or has something behind it", "the answer cannot be read"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Says.class,
            names = {
                "BY_A_STRANGER",
                "ON_SHA1",
                "BY_A_DELEGATE_FOR_ELSE",
                "BY_A_DELEGATE_WITHOUT_NOCHECK",
                "BY_A_DELEGATE_OF_ANOTHER",
                "BY_A_DELEGATE_THAT_EXPIRED",
                "BY_A_DELEGATE_NAMED_OTHERWISE",
                "BY_A_DELEGATE_THAT_MAY_NOT_SIGN",
                "BY_A_STRANGER_WITH_A_DELEGATE",
                "BY_TOO_MANY",
                "ABOUT_ANOTHER",
                "OTHER_NONCE",
                "CRITICAL",
                "CRITICAL_ABOUT_ONE",
                "TRY_LATER",
                "NO_ANSWER"
            })
    void anAnswerIsRefusedWithItsReason(Says says) throws Exception {
        responder.says = says;
        OcspExchange exchange = new OcspExchange(
                new Question(responder.leaf, responder.issuing), new byte[] {1, 2, 3}, OcspExchange.Nonce.WHEN_THERE);
        assertThat(exchange.read(responder.post(PLACE, exchange.request()), clock.instant()))
                .isInstanceOfSatisfying(OcspExchange.Outcome.Unusable.class, refused -> assertThat(refused.why())
                        .contains(reason(says)));
    }

    private static String reason(Says says) {
        return switch (says) {
            case ON_SHA1 -> "SHA1";
            case BY_A_DELEGATE_NAMED_OTHERWISE -> "not from the issuer, or too weak";
            case BY_A_DELEGATE_FOR_ELSE, BY_A_DELEGATE_THAT_MAY_NOT_SIGN -> "id-kp-OCSPSigning";
            case BY_A_DELEGATE_WITHOUT_NOCHECK -> "id-pkix-ocsp-nocheck";
            case BY_A_DELEGATE_OF_ANOTHER, BY_A_DELEGATE_THAT_EXPIRED -> "not from the issuer, or not in force";
            case BY_TOO_MANY -> "5 certificates";
            case ABOUT_ANOTHER -> "about another certificate";
            case OTHER_NONCE -> "another question";
            case CRITICAL, CRITICAL_ABOUT_ONE -> "a critical extension";
            case TRY_LATER -> "status 3";
            case NO_ANSWER -> "cannot be read";
            case Says _ -> "not signed by the issuer";
        };
    }
}
