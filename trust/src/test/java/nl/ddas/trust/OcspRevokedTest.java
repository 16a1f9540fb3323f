// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static nl.ddas.trust.OcspStage.PLACE;
import static nl.ddas.trust.OcspStage.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;
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

    @TempDir
    private Path folder;

    private OcspStage stage;
    private OcspResponder responder;
    private TestClock clock;

    @BeforeEach
    void start() throws Exception {
        stage = new OcspStage(folder);
        responder = stage.responder;
        clock = stage.clock;
    }

    /// Who was revoked keeps us from the responder, and has a list from before beside it that is still in force.
    @ParameterizedTest
    @EnumSource(
            value = Says.class,
            names = {"SILENT", "UNKNOWN"})
    void whoWasRevokedStaysSoWithoutAnyNewAnswerAndAfterARestart(Says afterwards) throws Exception {
        OcspAnswers answers = stage.answers();
        X509CRL list = responder.issuingList(Duration.ofDays(30));
        responder.says = Says.REVOKED;
        stage.ask(answers);
        responder.says = afterwards;
        clock.advance(OcspResponder.LIFE.plusSeconds(1));
        stage.ask(answers);
        assertThat(responder.asked).hasValue(2);
        assertThat(stage.objection(answers, list)).contains(Refusal.CERTIFICAAT_INGETROKKEN);
        assertThat(answers.now().revoked()).containsExactly(stage.question());

        OcspAnswers restarted = stage.answers();
        assertThat(stage.objection(restarted, list)).contains(Refusal.CERTIFICAAT_INGETROKKEN);
        until(() -> responder.asked.get() == 3);
        assertThat(folder).isNotEmptyDirectory();
        assertThat(stage.objection(restarted, list)).contains(Refusal.CERTIFICAAT_INGETROKKEN);
    }

    /// A responder gets a certificate for a few weeks.
    @Test
    void whatARespondersDelegateRevokedOutlivesItsCertificate() throws IOException {
        OcspExchange exchange = new OcspExchange(stage.question(), new byte[32], OcspExchange.Nonce.NOT_ASKED);
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
        OcspAnswers answers = stage.answers();
        responder.says = Says.REVOKED;
        stage.ask(answers);
        clock.advance(Duration.ofHours(4));
        responder.says = Says.WITHOUT_NONCE;
        responder.back = Duration.ofHours(4);
        stage.ask(answers);
        assertThat(responder.asked).hasValue(2);
        assertThat(stage.objection(answers)).contains(Refusal.CERTIFICAAT_INGETROKKEN);

        responder.back = Duration.ZERO;
        clock.advance(Duration.ofMinutes(5));
        stage.ask(answers);
        assertThat(responder.asked).hasValue(3);
        assertThat(stage.objection(answers)).isEmpty();
        // What it then asks beside the test must not write to a folder that is being removed.
        responder.says = Says.SILENT;
        assertThat(stage.objection(stage.answers())).isEmpty();
    }
}
