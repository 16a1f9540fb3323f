// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.ddas.logboek.client.Ontvanger.WERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the application hears, and what is delivered when the log is not there.
class AfleveringTest {

    private static final int HTML = Ontvanger.HTML;
    private static final Duration KORT = Duration.ofMillis(5);

    @TempDir
    private Path map;

    private final Gehoord gehoord = new Gehoord();
    private Ontvanger ontvanger;

    @BeforeEach
    void open() throws IOException {
        ontvanger = new Ontvanger();
    }

    @AfterEach
    void close() {
        ontvanger.close();
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("LDV-L3b")
    void theApplicationChoosesHowLongItWaits(Bevestiging how) throws Exception {
        Instelling base = ontvanger.instelling().withSpoel(map).with(how, false).with(gehoord);
        try (Logboek logboek = Logboek.open(base)) {
            logboek.execute(Actie.of("Werk", WERK), lopend -> {});
        }

        assertThat(ontvanger.line().name()).isEqualTo("Werk");
        assertThat(gehoord.isEmpty()).isTrue();
    }

    @Test
    @Requirement("LDV-L3b")
    void whoWaitsHearsThatTheLogIsNotThere() throws Exception {
        ontvanger.close();
        Instelling instelling = ontvanger.instelling().with(gehoord);
        try (Logboek open = Logboek.open(instelling);
                Logboek closed = Logboek.open(instelling.with(Bevestiging.WACHT, true))) {
            assertThat(open.<String>run(Actie.of("Werk", WERK), lopend -> "done"))
                    .isEqualTo("done");
            assertThat(gehoord.next()).startsWith("1 no connection");
            assertThatThrownBy(() -> closed.execute(Actie.of("Werk", WERK), lopend -> {}))
                    .isInstanceOf(NietVastgelegd.class);
            assertThatThrownBy(() -> closed.execute(Actie.of("Werk", WERK), lopend -> {
                        throw new IOException("own failure");
                    }))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    @Requirement("LDV-A20")
    void aLineThatTheLogRefusedWithinASuccessIsAFailure() throws Exception {
        try (Logboek logboek = Logboek.open(ontvanger.instelling().with(gehoord).with(Bevestiging.WACHT, true))) {
            assertThatThrownBy(() -> logboek.execute(Actie.of("Werk", WERK).met("dpl.onbekend.x", "y"), lopend -> {}))
                    .isInstanceOf(NietVastgelegd.class);
        }
        assertThat(gehoord.next()).startsWith("1 refused: 1 of 1").contains("NAMESPACE_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504, 401, 403, 404, HTML})
    @Requirement({"LDV-A6", "LDV-L3b"})
    void theSpoolDeliversWhenTheLogIsBack(int status) throws Exception {
        ontvanger.answerFirst(status, status, status);
        try (Logboek logboek = spool()) {
            logboek.execute(Actie.of("Een", WERK), lopend -> {});
            logboek.execute(Actie.of("Twee", WERK), lopend -> {});
            assertThat(ontvanger.lines(2).stream().map(Logregel::name)).containsExactly("Een", "Twee");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    @Requirement({"LDV-A6", "LDV-L3b"})
    void whatAStoppedProcessLeftBehindIsDelivered() throws Exception {
        Instelling gone = Instelling.of(
                        URI.create("http://127.0.0.1:9/v1/traces"), "balie", "1", Pseudonimisering.onbewerkt())
                .withSpoel(map)
                .with(Duration.ofSeconds(5), KORT);
        try (Logboek before = Logboek.open(gone)) {
            before.execute(Actie.of("Voor de herstart", WERK), lopend -> {});
        }
        Files.write(map.resolve("00000000000000000077-1.half"), new byte[] {1, 2});
        assertThat(files()).hasSize(2);

        try (Logboek after = spool()) {
            after.execute(Actie.of("Erna", WERK), lopend -> {});
            assertThat(ontvanger.lines(2).stream().map(Logregel::name)).containsExactly("Voor de herstart", "Erna");
        }
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 500, 501})
    @Requirement("LDV-A20")
    void whatTheLogRefusesForGoodIsKeptAndReported(int status) throws Exception {
        ontvanger.answerFirst(status);
        try (Logboek logboek = spool()) {
            logboek.execute(Actie.of("Geweigerd", WERK), lopend -> {});
            assertThat(gehoord.next()).isEqualTo("1 status " + status);
            logboek.execute(Actie.of("Goed", WERK), lopend -> {});
            assertThat(ontvanger.line().name()).isEqualTo("Goed");
        }
        assertThat(files()).singleElement().asString().endsWith(".geweigerd");

        try (Logboek logboek = spool()) {
            assertThat(logboek.offerAgain()).isEqualTo(1);
            assertThat(ontvanger.line().name()).isEqualTo("Geweigerd");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    @Requirement({"LDV-A6", "LDV-L3b"})
    void twoProcessesMayUseOneFolder() throws Exception {
        ontvanger.answerFirst(503, 503, 503);
        try (Logboek one = spool();
                Logboek other = spool()) {
            for (int i = 0; i < 20; i++) {
                one.execute(Actie.of("Een", WERK), lopend -> {});
                other.execute(Actie.of("Ander", WERK), lopend -> {});
            }
        }
        try (Logboek last = spool()) {
            last.execute(Actie.of("Laatste", WERK), lopend -> {});
            assertThat(ontvanger.lines(41).stream().map(Logregel::spanId)).doesNotHaveDuplicates();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    @Requirement("LDV-L3b")
    void oneFileThatCannotBeReadHoldsNothingUp() throws Exception {
        Files.createDirectories(map.resolve("00000000000000000001-3.otlp")); // as a broken disk: it is no file
        try (Logboek logboek = spool()) {
            assertThat(gehoord.next()).startsWith("0 a file cannot be read");
            logboek.execute(Actie.of("Erna", WERK), lopend -> {});
            assertThat(ontvanger.line().name()).isEqualTo("Erna");
        }
        assertThat(gehoord.isEmpty()).isTrue();
    }

    @Test
    void theFolderIsForItsOwnerOnly() throws Exception {
        try (Logboek logboek = spool()) {
            assertThat(logboek.offerAgain()).isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(map)))
                    .isEqualTo("rwx------");
        }
    }

    /// A hop in between that confirms for itself says nothing about the log behind it: what the guide warns of. One
    /// that passes the answer on does no harm.
    @ParameterizedTest
    @CsvSource({"true, 0", "false, 1"})
    @Requirement("OTLP-11")
    void aConfirmationIsOfWhoAnswersAndOfNobodyBehindIt(boolean isOfTheHop, int told) throws Exception {
        Verzending log = (verzoek, regels) -> new Uitkomst.Later(Optional.empty(), "the log is away");
        Verzending hop = (verzoek, regels) -> {
            Uitkomst behind = log.send(verzoek, regels);
            return isOfTheHop ? new Uitkomst.Bevestigd() : behind;
        };
        try (Logboek logboek = Logboek.open(ontvanger.instelling().with(gehoord), hop)) {
            logboek.execute(Actie.of("Werk", WERK), lopend -> {});
        }

        assertThat(gehoord.isEmpty()).isEqualTo(told == 0);
        assertThat(ontvanger.isEmpty()).isTrue();
        assertThat(Files.readString(Path.of("../../docs/nl/logboek.md")))
                .contains("Een bevestiging geldt voor de stap die u zelf deed.");
    }

    /// What is in the spool stays, and what does not fit is told: no line is lost unseen, and no disk fills up.
    @Test
    @Requirement("LDV-L3b")
    void aSpoolThatIsFullAcceptsNoMoreAndSaysHowMany() throws Exception {
        AtomicBoolean isThere = new AtomicBoolean();
        List<Integer> sent = new CopyOnWriteArrayList<>();
        Verzending sending = (verzoek, regels) -> {
            if (!isThere.get()) {
                return new Uitkomst.Later(Optional.empty(), "away");
            }
            sent.add(regels);
            return new Uitkomst.Bevestigd();
        };
        Instelling instelling = ontvanger.instelling().withSpoel(map, 100).with(Duration.ofSeconds(5), KORT);
        try (SpoelAflevering aflevering = new SpoelAflevering(
                sending, instelling, new Spoel(map, "0a", instelling.spoelgrens()), new Melder(gehoord))) {
            assertThat(aflevering.deliver(new Aflevering.Zending(new byte[60], 1)))
                    .isTrue();
            assertThat(aflevering.deliver(new Aflevering.Zending(new byte[41], 3)))
                    .isFalse();
            assertThat(gehoord.next()).isEqualTo("3 the spool is full");
            assertThat(aflevering.deliver(new Aflevering.Zending(new byte[40], 2)))
                    .isTrue();

            isThere.set(true);
            while (!files().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(sent).containsExactly(1, 2);
            assertThat(aflevering.deliver(new Aflevering.Zending(new byte[100], 4)))
                    .isTrue();
        }
        assertThat(sent).containsExactly(1, 2, 4);
        assertThat(gehoord.isEmpty()).isTrue();
    }

    /// A file that cannot be put away was delivered all the same: once, not forever.
    @Test
    @Requirement("LDV-L3b")
    void whatTheDiskDoesNotLetGoIsNotSentForEver() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        Spoel stuck = new Spoel(map, "0a", Long.MAX_VALUE);
        stuck.add(new Aflevering.Zending(new byte[] {1}, 1));
        Path file = map.resolve("00000000000000000000-1-0a.otlp");
        Verzending sending = (verzoek, regels) -> {
            sent.incrementAndGet();
            try {
                Files.delete(file);
                Files.createDirectories(file.resolve("full")); // cannot be deleted
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Uitkomst.Bevestigd();
        };
        Instelling instelling = ontvanger.instelling().withSpoel(map).with(Duration.ofSeconds(5), KORT);
        try (SpoelAflevering aflevering = new SpoelAflevering(sending, instelling, stuck, new Melder(gehoord))) {
            assertThat(gehoord.next()).startsWith("0 a file cannot be taken out of the spool");
            aflevering.offerAgain();
        }
        assertThat(sent).hasValue(1);
    }

    @Test
    @Requirement("LDV-L3b")
    void whatBreaksTheDeliveryDoesNotEndIt() throws Exception {
        AtomicInteger times = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        Verzending breaking = (verzoek, regels) -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("bug");
            }
            if (times.get() == 2) {
                throw new StackOverflowError();
            }
            done.countDown();
            return new Uitkomst.Bevestigd();
        };
        Instelling instelling = ontvanger
                .instelling()
                .with(Bevestiging.ACHTERAF, false)
                .with(Duration.ofSeconds(5), KORT)
                .with(gehoord);
        try (Logboek logboek = Logboek.open(instelling, breaking)) {
            logboek.execute(Actie.of("Werk", WERK), lopend -> {});
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(gehoord.uitgesteld()).containsExactly("broken: IllegalStateException");
    }

    /// Nobody has to ask for it: a line that is lost is in the log of the application.
    @Test
    @Requirement("LDV-L3b")
    void whatIsLostIsToldWithoutBeingAsked() throws Exception {
        List<LogRecord> told = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger("nl.ddas.logboek.client");
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord one) {
                told.add(one);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(ear);
        logger.setUseParentHandlers(false);
        try (Logboek logboek =
                Logboek.open(ontvanger.instelling(), (verzoek, regels) -> new Uitkomst.Geweigerd(1, "status 400"))) {
            logboek.execute(Actie.of("Werk", WERK), lopend -> {});
        } finally {
            logger.removeHandler(ear);
            logger.setUseParentHandlers(true);
        }

        assertThat(told).singleElement().satisfies(one -> assertThat(one.getParameters())
                .containsExactly(1, "status 400"));
    }

    @Test
    @Requirement("LDV-A16")
    void aFullQueueIsReportedAndBreaksNothing() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        Verzending slow = (verzoek, regels) -> {
            try {
                stuck.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Uitkomst.Bevestigd();
        };
        Instelling instelling =
                ontvanger.instelling().with(Bevestiging.ACHTERAF, false).with(gehoord);
        try (Logboek logboek = Logboek.open(instelling, slow)) {
            for (int i = 0; i < instelling.wachtrij() + 1; i++) {
                logboek.execute(Actie.of("Werk", WERK), lopend -> {});
            }
            assertThat(gehoord.next()).isEqualTo("1 the queue is full");
            stuck.countDown();
        }
        assertThat(gehoord.isEmpty()).isTrue();
    }

    @Test
    void aLogThatAnswersSomethingElseIsNoLog() {
        assertThat(Antwoord.read("<html>".getBytes(UTF_8), 5)).isInstanceOf(Uitkomst.Later.class);
        assertThat(Antwoord.read(new byte[0], 5)).isEqualTo(new Uitkomst.Bevestigd());
        assertThat(Antwoord.read(new byte[] {10, 2, 8, 9}, 5)).isEqualTo(new Uitkomst.Geweigerd(5, "refused: "));
        for (byte[] bad : List.of(new byte[] {10}, new byte[] {10, 127}, new byte[] {-1, -1}, new byte[] {15})) {
            assertThat(Antwoord.read(bad, 5)).isInstanceOf(Uitkomst.Later.class);
        }
    }

    private Logboek spool() {
        return Logboek.open(ontvanger
                .instelling()
                .withSpoel(map)
                .with(Duration.ofSeconds(30), KORT)
                .with(gehoord));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(map)) {
            return files.filter(file -> !file.endsWith(".slot")).toList();
        }
    }
}
