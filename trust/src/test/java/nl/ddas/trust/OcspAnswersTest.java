// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static nl.ddas.trust.OcspStage.PLACE;
import static nl.ddas.trust.OcspStage.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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

/// A root with a list, an authority below it that answers, and a leaf: a chain as those of PKIoverheid.
@Requirement("S37")
@Timeout(60)
class OcspAnswersTest {

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

    @ParameterizedTest
    @EnumSource(Says.class)
    void onlyAGoodAnswerFromWhoMayGiveItLetsIn(Says says) {
        responder.says = says;
        OcspAnswers answers = stage.answers();
        stage.ask(answers);
        assertThat(responder.asked).hasValue(1);
        assertThat(stage.objection(answers)).isEqualTo(expected(says));
        assertThat(answers.failing())
                .isEqualTo(expected(says).equals(Optional.of(Refusal.INTREKKINGSSTATUS_ONBEKEND)) ? 1 : 0);
    }

    private static Optional<Refusal> expected(Says says) {
        return switch (says) {
            case GOOD, BY_A_DELEGATE, BY_A_DELEGATE_AMONG_FOUR, WITHOUT_NONCE, CRITICAL_NONCE, WITHOUT_END, ENDLESS ->
                Optional.empty();
            case REVOKED, REVOKED_BY_A_DELEGATE -> Optional.of(Refusal.CERTIFICAAT_INGETROKKEN);
            case Says _ -> Optional.of(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        };
    }

    @Test
    void whoeverLooksNeverWaitsAndSoonItIsKnown() throws Exception {
        OcspAnswers answers = stage.answers();
        assertThat(stage.objection(answers)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        until(() -> stage.objection(answers).isEmpty());
        assertThat(responder.asked).hasValue(1);
    }

    /// Otherwise one stranger keeps a remark in health, and a question a minute, for as long as its certificate
    /// lasts.
    @Test
    void whoNeverComesBackIsForgottenAfterADayAndOurOwnIsNot() throws Exception {
        responder.says = Says.SILENT;
        OcspAnswers answers = stage.answers();
        assertThat(stage.objection(answers)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        until(() -> answers.failing() == 1);
        clock.advance(Duration.ofDays(1));
        assertThat(answers.now().revoked()).isEmpty();
        assertThat(answers.failing()).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(answers.now().revoked()).isEmpty();
        assertThat(answers.failing()).isZero();

        stage.ask(answers);
        clock.advance(Duration.ofDays(30));
        assertThat(answers.now().revoked()).isEmpty();
        assertThat(answers.failing()).isEqualTo(1);
    }

    @Test
    void anAnswerIsAskedAgainHalfway() throws Exception {
        OcspAnswers answers = stage.answers();
        stage.ask(answers);
        clock.advance(Duration.ofHours(4).minusMillis(1));
        assertThat(stage.objection(answers)).isEmpty();
        assertThat(responder.asked).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        responder.says = Says.REVOKED;
        until(() -> stage.objection(answers).equals(Optional.of(Refusal.CERTIFICAAT_INGETROKKEN)));
        assertThat(responder.asked).hasValue(2);
    }

    @Test
    void aGoodAnswerCountsNoLongerThanItSays() {
        OcspAnswers answers = stage.answers();
        stage.ask(answers);
        responder.says = Says.SILENT;
        clock.advance(OcspResponder.LIFE.minusSeconds(1));
        assertThat(stage.objection(answers)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(stage.objection(answers)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        assertThat(answers.now().revoked()).isEmpty();
    }

    @Test
    void whoeverLooksAtACertificateStartsAskingAboutIt() throws Exception {
        OcspAnswers answers = stage.answers();
        Question question = stage.question();
        answers.ask(question);
        until(() -> answers.to(question).isPresent());
        assertThat(responder.asked).hasValue(1);
        Instant first = answers.to(question).orElseThrow().until();
        clock.advance(Duration.ofHours(4));
        assertThat(answers.to(question)).as("the answer of before, meanwhile").isPresent();
        until(() -> answers.to(question).orElseThrow().until().isAfter(first));
        assertThat(responder.asked).hasValue(2);
    }

    /// Who sits between us and the responder plays what it said before the certificate was revoked.
    @Test
    void anOlderAnswerDoesNotUndoANewerOne() throws Exception {
        OcspAnswers answers = stage.answers();
        responder.says = Says.REVOKED;
        stage.ask(answers);
        clock.advance(Duration.ofHours(4));
        responder.says = Says.WITHOUT_NONCE;
        responder.back = Duration.ofHours(5);
        until(() -> stage.objection(answers).isPresent() && answers.failing() == 1);
        assertThat(responder.asked).hasValue(2);
        assertThat(stage.objection(answers)).contains(Refusal.CERTIFICAAT_INGETROKKEN);
    }

    /// What is not known at the issuer was known before, and is so no longer.
    @Test
    void whatTheIssuerNoLongerKnowsIsUnknownAgain() throws Exception {
        OcspAnswers answers = stage.answers();
        stage.ask(answers);
        assertThat(stage.objection(answers)).isEmpty();
        clock.advance(Duration.ofHours(4));
        responder.says = Says.UNKNOWN;
        until(() -> stage.objection(answers).equals(Optional.of(Refusal.INTREKKINGSSTATUS_ONBEKEND)));
        assertThat(answers.now().revoked()).isEmpty();
        assertThat(folder).as("what is read at the next start").isEmptyDirectory();
        assertThat(stage.objection(stage.answers())).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
    }

    @Test
    void whatWasAnsweredOutlivesARestartAndWhatWasChangedDoesNot() throws Exception {
        stage.ask(stage.answers());
        responder.says = Says.SILENT;
        assertThat(stage.objection(stage.answers())).isEmpty();

        Path file = file();
        String text = Files.readString(file);
        Files.writeString(file, text.replace("OCSP RESPONSE-----\nM", "OCSP RESPONSE-----\nN"));
        assertThat(stage.objection(stage.answers())).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        assertThat(file).doesNotExist();
        Files.writeString(file, "nothing of the kind");
        assertThat(stage.objection(stage.answers())).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        Files.writeString(file, text.replace("-----BEGIN CERTIFICATE-----\nM", "-----BEGIN CERTIFICATE-----\nN"));
        assertThat(stage.objection(stage.answers())).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        Files.writeString(file, text + "x".repeat(256 * 1024));
        assertThat(stage.objection(stage.answers())).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        Files.writeString(file, text);
        assertThat(stage.objection(stage.answers())).isEmpty();
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void ofEachCertificateItsOwnAnswerIsKept() throws Exception {
        OcspAnswers answers = stage.answers();
        stage.ask(answers);
        stage.leaf = responder.leaf(PLACE.toString());
        stage.ask(answers);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    /// A folder that cannot be written costs a question after the next start, and nothing else.
    @Test
    void anAnswerThatCannotBeKeptCountsAllTheSame() throws Exception {
        stage.folder = Files.createFile(folder.resolve("no-folder"));
        OcspAnswers answers = stage.answers();
        stage.ask(answers);
        assertThat(stage.objection(answers)).isEmpty();
    }

    @Test
    void whatIsKeptOfACertificateThatRanOutIsRemoved() throws Exception {
        OcspAnswers answers = stage.answers();
        stage.ask(answers);
        assertThat(file()).exists();
        clock.advance(Duration.ofDays(301));
        responder.says = Says.SILENT;
        assertThat(answers.now().revoked()).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThat(answers.to(stage.question())).isEmpty();
    }

    @Test
    void aNonceCanBeDemanded() {
        responder.says = Says.WITHOUT_NONCE;
        OcspAnswers answers = stage.answers(true, responder, PLACE);
        stage.ask(answers);
        assertThat(stage.objection(answers)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        responder.says = Says.GOOD;
        clock.advance(Duration.ofMinutes(1));
        stage.ask(answers);
        assertThat(stage.objection(answers)).isEmpty();
    }

    /// Whatever one address does, the next is tried.
    @ParameterizedTest
    @EnumSource(
            value = Says.class,
            names = {"SILENT", "BREAKS", "NO_ANSWER", "BY_A_STRANGER"})
    void whenOneAddressFailsTheNextIsAsked(Says first) throws Exception {
        stage.leaf = responder.leaf("http://not-set.test/");
        URI other = URI.create("http://other.test/");
        OcspAnswers answers = stage.answers(
                false,
                (address, request) -> {
                    responder.says = address.equals(PLACE) ? first : Says.GOOD;
                    return responder.post(address, request);
                },
                PLACE,
                other);
        stage.ask(answers);
        assertThat(responder.addresses).containsExactly(PLACE, other);
        assertThat(stage.objection(answers)).isEmpty();
    }

    /// After an answer that counts no more sooner than where one still does.
    @Test
    void aQuestionThatFailedIsAskedAgainAfterAWhile() throws Exception {
        OcspAnswers answers = stage.answers();
        responder.says = Says.SILENT;
        stage.ask(answers);
        clock.advance(Duration.ofSeconds(59));
        stage.ask(answers);
        assertThat(responder.asked).hasValue(1);
        clock.advance(Duration.ofSeconds(1));
        responder.says = Says.GOOD;
        stage.ask(answers);
        assertThat(responder.asked).hasValue(2);

        clock.advance(Duration.ofHours(4));
        responder.says = Says.SILENT;
        stage.ask(answers);
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        stage.ask(answers);
        assertThat(responder.asked).hasValue(3);
        clock.advance(Duration.ofSeconds(1));
        stage.ask(answers);
        assertThat(responder.asked).hasValue(4);
    }

    /// One minute, not five: nobody is let in meanwhile.
    @Test
    void afterAGoodAnswerHasEndedItIsAskedAgainSoon() {
        OcspAnswers answers = stage.answers();
        stage.ask(answers);
        responder.says = Says.SILENT;
        clock.advance(OcspResponder.LIFE);
        stage.ask(answers);
        assertThat(responder.asked).hasValue(2);
        clock.advance(Duration.ofMinutes(1));
        stage.ask(answers);
        assertThat(responder.asked).hasValue(3);
    }

    @Test
    void aListGoesFirstAndRevokedInEitherIsRevoked() {
        OcspAnswers answers = stage.answers();
        Duration day = Duration.ofDays(1);
        assertThat(stage.objection(answers, responder.issuingList(day))).isEmpty();
        assertThat(stage.objection(answers, responder.issuingList(day, stage.leaf)))
                .contains(Refusal.CERTIFICAAT_INGETROKKEN);
        assertThat(responder.asked).hasValue(0);

        responder.says = Says.REVOKED;
        stage.ask(answers);
        assertThat(stage.objection(answers, responder.issuingList(day))).contains(Refusal.CERTIFICAAT_INGETROKKEN);
    }

    @Test
    void whereTheListHasEndedTheIssuerIsAsked() throws Exception {
        OcspAnswers answers = stage.answers();
        X509CRL list = responder.issuingList(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(2));
        assertThat(stage.objection(answers, list)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        until(() -> stage.objection(answers, list).isEmpty());
    }

    /// A renewed answer changes nothing for who compares; a revocation does.
    @Test
    void onlyWhoIsRevokedMakesADifference() throws Exception {
        OcspAnswers answers = stage.answers();
        var before = answers.now();
        stage.ask(answers);
        assertThat(answers.now()).isEqualTo(before);
        clock.advance(Duration.ofHours(4));
        responder.says = Says.REVOKED;
        until(() -> !answers.now().equals(before));
        assertThat(answers.now().revoked()).containsExactly(stage.question());
    }

    @Test
    void nobodyIsAskedAheadAboutWhomNobodyWantsToKnow() {
        OcspAnswers answers = stage.answers();
        answers.askAhead(List.of(stage.leaf, responder.issuing, responder.root), _ -> false);
        answers.askAhead(List.of(stage.leaf, responder.root), _ -> true);
        assertThat(responder.asked).hasValue(0);
    }

    /// A responder that hangs holds up eight questions; each that ends makes room for another.
    @Test
    void noMoreThanEightQuestionsAreAskedAtATime() throws Exception {
        Semaphore ends = new Semaphore(0);
        AtomicInteger under = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        OcspAnswers answers = stage.answers(
                false,
                (address, request) -> {
                    most.accumulateAndGet(under.incrementAndGet(), Math::max);
                    ends.acquireUninterruptibly();
                    under.decrementAndGet();
                    return responder.post(address, request);
                },
                PLACE);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            questions.add(new Question(responder.leaf(PLACE.toString()), responder.issuing));
        }
        questions.forEach(answers::ask);
        until(() -> under.get() >= 8);
        ends.release(questions.size());
        until(() -> questions.stream().allMatch(one -> answers.to(one).isPresent()));
        assertThat(most).hasValue(8);
    }
}
