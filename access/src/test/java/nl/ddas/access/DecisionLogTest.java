// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionLogTest {

    private static final DecisionPoint EVEN =
            question -> question.subject().id().length() % 2 == 0
                    ? Decision.permit(JsonObject.EMPTY.with("alles", true))
                    : Decision.deny("geen overeenkomst");
    private static final Judge JUDGE = Judge.of(EVEN, JsonObject.EMPTY.with("versie", 1));

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-07-01T12:00:00Z"));

    @Test
    void keepsEachDecisionSoThatItCanBeTakenAgain() throws IOException {
        try (DecisionLog log = open()) {
            DecisionPoint logged = new LoggedDecisions(JUDGE, log);
            for (String id : new String[] {"1", "12", "123", "1234"}) {
                assertThat(logged.decide(question(id))).isEqualTo(EVEN.decide(question(id)));
            }
        }
        assertThat(DecisionLog.read(today())).hasSize(4).allSatisfy(kept -> {
            assertThat(kept.at()).isEqualTo(clock.instant());
            assertThat(kept.decision().map(Decision.class::cast)).hasValue(EVEN.decide(kept.question()));
        });
    }

    @Test
    void goesOnWithTheTraceOfTheRequest() throws IOException {
        Evaluation traced = new Evaluation(
                question("12").subject(),
                new Evaluation.Action("ophalen"),
                question("12").resource(),
                JsonObject.EMPTY
                        .with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                        .with("fscTransactionId", "0197c7c5-0000-7000-8000-000000000001"));
        try (DecisionLog log = open()) {
            log.write(traced, JUDGE.judge(traced));
        }
        assertThat(EvaluationTest.json(Files.readString(today()).strip()))
                .satisfies(line -> assertThat(line.text("trace_id")).hasValue("0af7651916cd43dd8448eb211c80319c"))
                .satisfies(line -> assertThat(line.text("parent_span_id")).hasValue("b7ad6b7169203331"))
                .satisfies(line -> assertThat(line.text("status")).hasValue("Ok"))
                .satisfies(line -> assertThat(
                                line.object("attributes").orElseThrow().text("adl.fsc.transaction_id"))
                        .hasValue("0197c7c5-0000-7000-8000-000000000001"));
    }

    @Test
    void tellsADenialFromAFailure() throws IOException {
        try (DecisionLog log = open()) {
            log.write(question("1"), judged(Decision.deny("geen overeenkomst")));
            log.write(question("1"), judged(new Decision.Undecided("away")));
        }
        assertThat(Files.readAllLines(today()))
                .satisfiesExactly(
                        denial ->
                                assertThat(denial).contains("\"status\":\"Ok\"").contains("geen overeenkomst"),
                        failure -> assertThat(failure)
                                .contains("\"status\":\"Error\"")
                                .doesNotContain("adl.core.response"));
    }

    @Test
    void goesOnAfterHalfALine() throws IOException {
        try (DecisionLog log = open()) {
            log.write(question("12"), JUDGE.judge(question("12")));
        }
        Files.write(today(), "{\"trace_id\":\"0a".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        assertThat(DecisionLog.read(today())).hasSize(1);
        try (DecisionLog log = open()) {
            log.write(question("123"), JUDGE.judge(question("123")));
        }
        assertThat(DecisionLog.read(today())).hasSize(2);
    }

    /// An operator approves other policies between a decision and its line in the log.
    @Test
    void namesThePoliciesThatDecidedAndNotThoseThatCameAfter() throws IOException {
        AtomicLong version = new AtomicLong(1);
        Judge changing = question -> {
            Judge.Judgement judgement =
                    new Judge.Judgement(EVEN.decide(question), JsonObject.EMPTY.with("versie", version.get()));
            version.incrementAndGet();
            return judgement;
        };
        try (DecisionLog log = open()) {
            assertThat(new LoggedDecisions(changing, log).decide(question("12")).allows())
                    .isTrue();
        }
        assertThat(Files.readString(today())).contains("\"adl.core.policies\":{\"versie\":1}");
    }

    /// More than a Java array holds: reading the day whole would end the program.
    @Test
    void goesOnInADayThatDoesNotFitInMemory() throws IOException {
        String half = "{".repeat(200_000);
        try (FileChannel large = FileChannel.open(today(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer end = ByteBuffer.wrap(("\n" + half).getBytes(StandardCharsets.US_ASCII));
            assertThat(large.write(end, 3L * 1024 * 1024 * 1024)).isEqualTo(200_001);
        }
        try (DecisionLog log = open()) {
            log.write(question("12"), JUDGE.judge(question("12")));
        }
        try (FileChannel large = FileChannel.open(today())) {
            ByteBuffer start = ByteBuffer.allocate(20);
            assertThat(large.read(start, 3L * 1024 * 1024 * 1024)).isEqualTo(20);
            assertThat(new String(start.array(), StandardCharsets.US_ASCII)).startsWith("\n{\"");
        }
    }

    @Test
    void namesALineThatIsNoDecision() throws IOException {
        Files.writeString(today(), "{}\n");
        assertThatThrownBy(() -> DecisionLog.read(today())).isInstanceOf(IOException.class);
    }

    @Test
    void removesWhatIsPastItsTime() throws IOException {
        try (DecisionLog log = open()) {
            log.write(question("12"), JUDGE.judge(question("12")));
            clock.advance(Duration.ofDays(30));
            log.write(question("12"), JUDGE.judge(question("12")));
            assertThat(files()).hasSize(2);
            clock.advance(Duration.ofDays(1));
            log.write(question("12"), JUDGE.judge(question("12")));
        }
        assertThat(files()).containsExactlyInAnyOrder("decisions-2026-07-31.jsonl", "decisions-2026-08-01.jsonl");
    }

    /// A judge that throws was asked something all the same.
    @Test
    void keepsThatAJudgeFailed() throws IOException {
        Judge failing = question -> {
            throw new IllegalStateException("a fault in the judge");
        };
        try (DecisionLog log = open()) {
            assertThat(new LoggedDecisions(failing, log).decide(question("12"))).isInstanceOf(Decision.Undecided.class);
        }
        assertThat(Files.readAllLines(today())).singleElement().asString().contains("\"status\":\"Error\"");
    }

    @Test
    void removesWhatIsPastItsTimeWithoutANewDecision() throws IOException {
        try (DecisionLog log = open()) {
            DecisionPoint logged = new LoggedDecisions(JUDGE, log);
            log.removeOld();
            assertThat(logged.decide(question("12")).allows()).isTrue();
            clock.advance(Duration.ofDays(30));
            log.removeOld();
            assertThat(files()).containsExactly("decisions-2026-07-01.jsonl");
            clock.advance(Duration.ofDays(1));
            log.removeOld();
            assertThat(files()).isEmpty();
            assertThat(logged.decide(question("12")).allows()).isTrue();
        }
        assertThat(files()).containsExactly("decisions-2026-08-01.jsonl");
    }

    /// A folder that is not empty stands for a file that cannot be removed.
    @Test
    void goesOnWhenAnOldFileCannotBeRemoved() throws IOException {
        Files.createDirectories(folder.resolve("decisions-2026-01-01.jsonl").resolve("in it"));
        Files.createFile(folder.resolve("decisions-2026-01-02.jsonl"));
        try (DecisionLog log = open()) {
            DecisionPoint logged = new LoggedDecisions(JUDGE, log);
            assertThat(logged.decide(question("12")).allows()).isTrue();
            log.removeOld();
        }
        assertThat(files()).containsExactlyInAnyOrder("decisions-2026-01-01.jsonl", "decisions-2026-07-01.jsonl");
    }

    @Test
    void permitsNothingThatCannotBeKept() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        try (DecisionLog log = new DecisionLog(file, Period.ofDays(1), clock, new Random(1))) {
            assertThat(EVEN.decide(question("12")).allows()).isTrue();
            assertThat(new LoggedDecisions(JUDGE, log).decide(question("12"))).isInstanceOf(Decision.Undecided.class);
        }
    }

    @Test
    void goesOnAfterAWriteThatWasBrokenOff() throws IOException {
        try (DecisionLog log = open()) {
            log.write(question("12"), JUDGE.judge(question("12")));
            Thread.currentThread().interrupt(); // closes the file under the write
            assertThatThrownBy(() -> log.write(question("12"), JUDGE.judge(question("12"))))
                    .isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
            log.write(question("123"), JUDGE.judge(question("123")));
        }
        assertThat(DecisionLog.read(today()))
                .extracting(kept -> kept.question().subject().id())
                .endsWith("123");
    }

    private DecisionLog open() {
        return new DecisionLog(folder, Period.ofDays(30), clock, new Random(1));
    }

    private static Judge.Judgement judged(Decision decision) {
        return new Judge.Judgement(decision, JsonObject.EMPTY);
    }

    private Path today() {
        return folder.resolve("decisions-2026-07-01.jsonl");
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> String.valueOf(path.getFileName())).toList().stream();
        }
    }

    private static Evaluation question(String id) {
        return new Evaluation(
                new Evaluation.Entity("Organisatie", id),
                new Evaluation.Action("ophalen"),
                new Evaluation.Entity("Gegevensset", "shv"),
                JsonObject.EMPTY);
    }
}
