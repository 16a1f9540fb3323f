// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
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

/// A root with a list, an authority below it that answers, and a leaf: a chain as those of PKIoverheid.
@Requirement("S37")
@Timeout(60)
class OcspAnswersTest {

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

    private OcspAnswers answers(OcspAddresses addresses, boolean nonceRequired) {
        return new OcspAnswers(addresses, nonceRequired, responder, folder, clock, new SecureRandom());
    }

    private OcspAnswers answers() {
        return answers(new OcspAddresses(List.of(PLACE), false), false);
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

    @ParameterizedTest
    @EnumSource(Says.class)
    void onlyAGoodAnswerFromWhoMayGiveItLetsIn(Says says) {
        responder.says = says;
        OcspAnswers answers = answers();
        ask(answers);
        assertThat(responder.asked).hasValue(1);
        assertThat(objection(answers)).isEqualTo(expected(says));
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
        OcspAnswers answers = answers();
        assertThat(objection(answers)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        until(() -> objection(answers).isEmpty());
        assertThat(responder.asked).hasValue(1);
    }

    /// Otherwise one stranger keeps a remark in health, and a question a minute, for as long as its certificate
    /// lasts.
    @Test
    void whoNeverComesBackIsForgottenAfterADayAndOurOwnIsNot() throws Exception {
        responder.says = Says.SILENT;
        OcspAnswers answers = answers();
        assertThat(objection(answers)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        until(() -> answers.failing() == 1);
        clock.advance(Duration.ofDays(1));
        assertThat(answers.now().revoked()).isEmpty();
        assertThat(answers.failing()).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(answers.now().revoked()).isEmpty();
        assertThat(answers.failing()).isZero();

        ask(answers);
        clock.advance(Duration.ofDays(30));
        assertThat(answers.now().revoked()).isEmpty();
        assertThat(answers.failing()).isEqualTo(1);
    }

    @Test
    void anAnswerIsAskedAgainHalfway() throws Exception {
        OcspAnswers answers = answers();
        ask(answers);
        clock.advance(Duration.ofHours(4).minusMillis(1));
        assertThat(objection(answers)).isEmpty();
        assertThat(responder.asked).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        responder.says = Says.REVOKED;
        until(() -> objection(answers).equals(Optional.of(Refusal.CERTIFICAAT_INGETROKKEN)));
        assertThat(responder.asked).hasValue(2);
    }

    @Test
    void aGoodAnswerCountsNoLongerThanItSays() {
        OcspAnswers answers = answers();
        ask(answers);
        responder.says = Says.SILENT;
        clock.advance(OcspResponder.LIFE.minusSeconds(1));
        assertThat(objection(answers)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(objection(answers)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        assertThat(answers.now().revoked()).isEmpty();
    }

    @Test
    void whoeverLooksAtACertificateStartsAskingAboutIt() throws Exception {
        OcspAnswers answers = answers();
        Question question = new Question(leaf, responder.issuing);
        answers.ask(question);
        until(() -> answers.to(question).isPresent());
        assertThat(responder.asked).hasValue(1);
        clock.advance(Duration.ofHours(4));
        assertThat(answers.to(question)).as("the answer of before, meanwhile").isPresent();
        until(() -> answers.to(question).isPresent() && responder.asked.get() == 2);
    }

    /// Who sits between us and the responder plays what it said before the certificate was revoked.
    @Test
    void anOlderAnswerDoesNotUndoANewerOne() throws Exception {
        OcspAnswers answers = answers();
        responder.says = Says.REVOKED;
        ask(answers);
        clock.advance(Duration.ofHours(4));
        responder.says = Says.WITHOUT_NONCE;
        responder.back = Duration.ofHours(5);
        until(() -> objection(answers).isPresent() && answers.failing() == 1);
        assertThat(responder.asked).hasValue(2);
        assertThat(objection(answers)).contains(Refusal.CERTIFICAAT_INGETROKKEN);
    }

    /// What is not known at the issuer was known before, and is so no longer.
    @Test
    void whatTheIssuerNoLongerKnowsIsUnknownAgain() throws Exception {
        OcspAnswers answers = answers();
        ask(answers);
        assertThat(objection(answers)).isEmpty();
        clock.advance(Duration.ofHours(4));
        responder.says = Says.UNKNOWN;
        until(() -> objection(answers).equals(Optional.of(Refusal.INTREKKINGSSTATUS_ONBEKEND)));
        assertThat(answers.now().revoked()).isEmpty();
        assertThat(folder).as("what is read at the next start").isEmptyDirectory();
        assertThat(objection(answers())).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
    }

    @Test
    void whatWasAnsweredOutlivesARestartAndWhatWasChangedDoesNot() throws Exception {
        ask(answers());
        responder.says = Says.SILENT;
        assertThat(objection(answers())).isEmpty();

        Path file = file();
        String text = Files.readString(file);
        Files.writeString(file, text.replace("OCSP RESPONSE-----\nM", "OCSP RESPONSE-----\nN"));
        assertThat(objection(answers())).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        assertThat(file).doesNotExist();
        Files.writeString(file, "nothing of the kind");
        assertThat(objection(answers())).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        Files.writeString(file, text.replace("-----BEGIN CERTIFICATE-----\nM", "-----BEGIN CERTIFICATE-----\nN"));
        assertThat(objection(answers())).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        Files.writeString(file, text + "x".repeat(256 * 1024));
        assertThat(objection(answers())).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        Files.writeString(file, text);
        assertThat(objection(answers())).isEmpty();
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void ofEachCertificateItsOwnAnswerIsKept() throws Exception {
        OcspAnswers answers = answers();
        ask(answers);
        leaf = responder.leaf(PLACE.toString());
        ask(answers);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    /// A folder that cannot be written costs a question after the next start, and nothing else.
    @Test
    void anAnswerThatCannotBeKeptCountsAllTheSame() throws Exception {
        folder = Files.createFile(folder.resolve("no-folder"));
        OcspAnswers answers = answers();
        ask(answers);
        assertThat(objection(answers)).isEmpty();
    }

    @Test
    void whatIsKeptOfACertificateThatRanOutIsRemoved() throws Exception {
        OcspAnswers answers = answers();
        ask(answers);
        assertThat(file()).exists();
        clock.advance(Duration.ofDays(301));
        responder.says = Says.SILENT;
        assertThat(answers.now().revoked()).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThat(answers.to(new Question(leaf, responder.issuing))).isEmpty();
    }

    @Test
    void aNonceCanBeDemanded() {
        responder.says = Says.WITHOUT_NONCE;
        OcspAnswers answers = answers(new OcspAddresses(List.of(PLACE), false), true);
        ask(answers);
        assertThat(objection(answers)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        responder.says = Says.GOOD;
        clock.advance(Duration.ofMinutes(1));
        ask(answers);
        assertThat(objection(answers)).isEmpty();
    }

    /// Whatever one address does, the next is tried.
    @ParameterizedTest
    @EnumSource(
            value = Says.class,
            names = {"SILENT", "BREAKS", "NO_ANSWER", "BY_A_STRANGER"})
    void whenOneAddressFailsTheNextIsAsked(Says first) throws Exception {
        leaf = responder.leaf("http://not-set.test/");
        URI other = URI.create("http://other.test/");
        OcspAnswers answers = new OcspAnswers(
                new OcspAddresses(List.of(PLACE, other), false),
                false,
                (address, request) -> {
                    responder.says = address.equals(PLACE) ? first : Says.GOOD;
                    return responder.post(address, request);
                },
                folder,
                clock,
                new SecureRandom());
        ask(answers);
        assertThat(responder.addresses).containsExactly(PLACE, other);
        assertThat(objection(answers)).isEmpty();
    }

    /// After an answer that counts no more sooner than where one still does.
    @Test
    void aQuestionThatFailedIsAskedAgainAfterAWhile() throws Exception {
        OcspAnswers answers = answers();
        responder.says = Says.SILENT;
        ask(answers);
        clock.advance(Duration.ofSeconds(59));
        ask(answers);
        assertThat(responder.asked).hasValue(1);
        clock.advance(Duration.ofSeconds(1));
        responder.says = Says.GOOD;
        ask(answers);
        assertThat(responder.asked).hasValue(2);

        clock.advance(Duration.ofHours(4));
        responder.says = Says.SILENT;
        ask(answers);
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        ask(answers);
        assertThat(responder.asked).hasValue(3);
        clock.advance(Duration.ofSeconds(1));
        ask(answers);
        assertThat(responder.asked).hasValue(4);
    }

    @Test
    void aListGoesFirstAndRevokedInEitherIsRevoked() {
        OcspAnswers answers = answers();
        Duration day = Duration.ofDays(1);
        assertThat(objection(answers, responder.issuingList(day))).isEmpty();
        assertThat(objection(answers, responder.issuingList(day, leaf))).contains(Refusal.CERTIFICAAT_INGETROKKEN);
        assertThat(responder.asked).hasValue(0);

        responder.says = Says.REVOKED;
        ask(answers);
        assertThat(objection(answers, responder.issuingList(day))).contains(Refusal.CERTIFICAAT_INGETROKKEN);
    }

    @Test
    void whereTheListHasEndedTheIssuerIsAsked() throws Exception {
        OcspAnswers answers = answers();
        X509CRL list = responder.issuingList(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(2));
        assertThat(objection(answers, list)).contains(Refusal.INTREKKINGSSTATUS_ONBEKEND);
        until(() -> objection(answers, list).isEmpty());
    }

    /// A renewed answer changes nothing for who compares; a revocation does.
    @Test
    void onlyWhoIsRevokedMakesADifference() throws Exception {
        OcspAnswers answers = answers();
        var before = answers.now();
        ask(answers);
        assertThat(answers.now()).isEqualTo(before);
        clock.advance(Duration.ofHours(4));
        responder.says = Says.REVOKED;
        until(() -> !answers.now().equals(before));
        assertThat(answers.now().revoked()).containsExactly(new Question(leaf, responder.issuing));
    }

    @Test
    void nobodyIsAskedAheadAboutWhomNobodyWantsToKnow() {
        OcspAnswers answers = answers();
        answers.askAhead(List.of(leaf, responder.issuing, responder.root), _ -> false);
        answers.askAhead(List.of(leaf, responder.root), _ -> true);
        assertThat(responder.asked).hasValue(0);
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        for (int turn = 0; turn < 1000 && !holds.getAsBoolean(); turn++) {
            boolean _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}
