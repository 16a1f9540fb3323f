// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.StatusAnswers.Question;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.OcspResponder.Says;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an answer revoked, stays so.
@Requirement("S37")
@Timeout(60)
class OcspRevokedTest {

    private static final URI PLACE = URI.create("http://ocsp.test/");

    private final TestClock clock = TestClock.at("2026-11-21T09:00:00Z");

    @TempDir
    private Path folder;

    private OcspResponder responder;
    private X509Certificate leaf;

    @BeforeEach
    void start() throws Exception {
        responder = new OcspResponder(clock);
        leaf = responder.leaf;
    }

    private OcspAnswers answers() {
        return new OcspAnswers(
                new OcspAddresses(List.of(PLACE), false), false, responder, folder, clock, new SecureRandom());
    }

    private Optional<Refusal> objection(OcspAnswers answers, X509CRL... issuing) {
        List<X509CRL> lists = Stream.concat(Stream.of(responder.rootList()), Stream.of(issuing))
                .toList();
        Trust trust = Trust.of(
                List.of(responder.root), new Revocation.Checked(lists, answers.now(), clock), Environment.TEST);
        return Chains.objection(List.of(leaf, responder.issuing), trust, clock.instant());
    }

    private void ask(OcspAnswers answers) {
        answers.askAhead(List.of(leaf, responder.issuing, responder.root), one -> one.equals(leaf));
    }

    /// Who was revoked keeps us from the responder, and has a list from before beside it that is still in force.
    @ParameterizedTest
    @EnumSource(
            value = Says.class,
            names = {"SILENT", "UNKNOWN"})
    void whoWasRevokedStaysSoWithoutAnyNewAnswerAndAfterARestart(Says afterwards) throws Exception {
        OcspAnswers answers = answers();
        X509CRL list = responder.issuingList(Duration.ofDays(30));
        responder.says = Says.REVOKED;
        ask(answers);
        responder.says = afterwards;
        clock.advance(OcspResponder.LIFE.plusSeconds(1));
        ask(answers);
        assertThat(responder.asked).hasValue(2);
        assertThat(objection(answers, list)).contains(Refusal.CERTIFICAAT_INGETROKKEN);
        assertThat(answers.now().revoked()).containsExactly(new Question(leaf, responder.issuing));

        OcspAnswers restarted = answers();
        assertThat(objection(restarted, list)).contains(Refusal.CERTIFICAAT_INGETROKKEN);
        until(() -> responder.asked.get() == 3);
        assertThat(folder).isNotEmptyDirectory();
        assertThat(objection(restarted, list)).contains(Refusal.CERTIFICAAT_INGETROKKEN);
    }

    /// A responder gets a certificate for a few weeks.
    @Test
    void whatARespondersDelegateRevokedOutlivesItsCertificate() throws IOException {
        OcspExchange exchange =
                new OcspExchange(new Question(leaf, responder.issuing), new byte[32], OcspExchange.Nonce.NOT_ASKED);
        responder.says = Says.REVOKED_BY_A_DELEGATE;
        byte[] answer = responder.post(PLACE, exchange.request());
        clock.advance(Duration.ofDays(301));
        assertThat(exchange.read(answer, clock.instant())).isInstanceOf(OcspExchange.Outcome.Unusable.class);
        assertThat(exchange.readKept(answer, clock.instant()))
                .isInstanceOfSatisfying(
                        OcspExchange.Outcome.Known.class,
                        known -> assertThat(known.answer().revoked()).isTrue());
    }

    @Test
    void whatWasOnHoldIsGoodAgainByANewerAnswerOnly() {
        OcspAnswers answers = answers();
        responder.says = Says.REVOKED;
        ask(answers);
        clock.advance(Duration.ofHours(4));
        responder.says = Says.WITHOUT_NONCE;
        responder.back = Duration.ofHours(4);
        ask(answers);
        assertThat(responder.asked).hasValue(2);
        assertThat(objection(answers)).contains(Refusal.CERTIFICAAT_INGETROKKEN);

        responder.back = Duration.ZERO;
        clock.advance(Duration.ofMinutes(5));
        ask(answers);
        assertThat(responder.asked).hasValue(3);
        assertThat(objection(answers)).isEmpty();
        assertThat(objection(answers())).isEmpty();
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        for (int turn = 0; turn < 1000 && !holds.getAsBoolean(); turn++) {
            boolean _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}
