// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Proposal.Standing;
import nl.ddas.testkit.TestClock;

class ApprovalsPropertyTest {

    private static final List<OperatorKey> PEOPLE = new ArrayList<>();
    private static final TestClock CLOCK = new TestClock(TestOperators.START.plusSeconds(60));
    private static final List<Path> FOLDERS = new ArrayList<>();
    private static byte[] journal = new byte[0];
    private static byte[] head = new byte[0];
    private static byte[] headBefore = new byte[0];

    /// Something somebody tries.
    private record Attempt(int who, int what, int which) {}

    @BeforeContainer
    static void prepare() throws Exception {
        for (String name : List.of("Anna Bakker", "Bram Visser", "Carla de Wit", "Anna Bakker", "Dirk Jong")) {
            PEOPLE.add(TestOperators.operator(name));
        }
        Path folder = begun();
        Approvals approvals = Approvals.open(folder, CLOCK);
        approvals.propose("a.b", JsonObject.EMPTY.with("tekst", "één & \"twee\"\n"), PEOPLE.get(0));
        approvals.approve(3, PEOPLE.get(1));
        approvals.propose("a.b", JsonObject.EMPTY.with("n", 4), PEOPLE.get(1));
        approvals.reject(5, "nee", PEOPLE.get(0));
        headBefore = Files.readAllBytes(folder.resolve("journaal.stand"));
        approvals.note("a.c", JsonObject.EMPTY, PEOPLE.get(0));
        journal = Files.readAllBytes(folder.resolve("journaal.jsonl"));
        head = Files.readAllBytes(folder.resolve("journaal.stand"));
    }

    @AfterContainer
    static void clean() throws IOException {
        for (Path folder : FOLDERS) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        FOLDERS.clear();
        PEOPLE.clear();
    }

    @Property(tries = 60)
    void nothingIsEverApprovedByItsProposerAndReplayGivesTheSame(@ForAll("attempts") List<Attempt> attempts)
            throws Exception {
        Path folder = begun();
        Approvals approvals = Approvals.open(folder, CLOCK);
        for (Attempt attempt : attempts) {
            attempt(approvals, attempt);
        }

        assertThat(approvals.proposals())
                .filteredOn(proposal ->
                        proposal.standing() == Standing.APPROVED || proposal.standing() == Standing.CARRIED_OUT)
                .allSatisfy(proposal -> assertThat(
                                proposal.decidedBy().orElseThrow().isSamePerson(proposal.by()))
                        .isFalse());
        assertThat(approvals.operators()).anySatisfy(one -> assertThat(approvals.operators())
                .anySatisfy(other -> assertThat(one.isSamePerson(other)).isFalse()));
        Approvals again = Approvals.open(folder, CLOCK);
        assertThat(again.proposals()).isEqualTo(approvals.proposals());
        assertThat(again.operators()).isEqualTo(approvals.operators());
        assertThat(again.history()).isEqualTo(approvals.history());
        assertThat(again.head()).isEqualTo(approvals.head());
    }

    @Property(tries = 300)
    void anyChangedByteIsFound(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 1, max = 255) int by)
            throws Exception {
        byte[] changed = journal.clone();
        int at = place % journal.length;
        changed[at] ^= (byte) by;

        assertFound(changed, head);
    }

    @Property
    void anyRemovedDoubledOrSwappedLineIsFound(@ForAll @IntRange(max = 6) int one, @ForAll @IntRange(max = 6) int two)
            throws Exception {
        List<byte[]> lines = lines();
        List<byte[]> without = new ArrayList<>(lines);
        without.remove(one);
        assertFound(joined(without), head);
        List<byte[]> doubled = new ArrayList<>(lines);
        doubled.add(two, lines.get(one));
        assertFound(joined(doubled), head);
        if (one != two) {
            List<byte[]> swapped = new ArrayList<>(lines);
            Collections.swap(swapped, one, two);
            assertFound(joined(swapped), head);
        }
    }

    @Property(tries = 60)
    void aLastLineThatWasNotWrittenWholeIsCutOff(@ForAll @IntRange(max = 100_000) int place) throws Exception {
        int last = lines().getLast().length + 1;
        int kept = journal.length - last + place % last;
        Path folder = folderOf(Arrays.copyOf(journal, kept), headBefore);

        Approvals approvals = Approvals.open(folder, CLOCK);

        assertThat(approvals.history()).hasSize(6);
        ApprovalsTest.done(approvals.note("a.c", JsonObject.EMPTY, PEOPLE.getFirst()));
        assertThat(Approvals.open(folder, CLOCK).history()).hasSize(7);
    }

    @Property(tries = 1)
    void aWholeLastLineOfACrashJustBeforeTheHeadCounts() throws Exception {
        assertThat(Approvals.open(folderOf(journal, headBefore), CLOCK).history())
                .hasSize(7);
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 12))
                .as(Attempt::new)
                .list()
                .ofMaxSize(25);
    }

    private static void attempt(Approvals approvals, Attempt attempt) throws IOException {
        OperatorKey who = PEOPLE.get(attempt.who());
        Operator other = PEOPLE.get(attempt.which() % PEOPLE.size()).operator();
        switch (attempt.what()) {
            case 0, 1 -> approvals.propose("a.b", JsonObject.EMPTY.with("n", attempt.which()), who);
            case 2, 3 -> approvals.approve(attempt.which(), who);
            case 4 -> approvals.reject(attempt.which(), "nee", who);
            case 5 -> approvals.proposeOperator(other, who);
            case 6 -> approvals.proposeRemoval(other.fingerprint(), who);
            default -> approvals.carriedOut(attempt.which(), JsonObject.EMPTY, who);
        }
    }

    private static Path begun() throws IOException {
        Path folder = Files.createTempDirectory("approvals");
        FOLDERS.add(folder);
        Approvals approvals = Approvals.open(folder, CLOCK);
        ApprovalsTest.done(approvals.appoint(PEOPLE.get(0).operator(), PEOPLE.get(0)));
        ApprovalsTest.done(approvals.appoint(PEOPLE.get(1).operator(), PEOPLE.get(0)));
        return folder;
    }

    private static void assertFound(byte[] lines, byte[] stand) throws IOException {
        Path folder = folderOf(lines, stand);
        assertThatThrownBy(() -> Approvals.open(folder, CLOCK)).isInstanceOf(JournalBroken.class);
    }

    private static Path folderOf(byte[] lines, byte[] stand) throws IOException {
        Path folder = Files.createTempDirectory("approvals");
        FOLDERS.add(folder);
        Files.write(folder.resolve("journaal.jsonl"), lines);
        Files.write(folder.resolve("journaal.stand"), stand);
        return folder;
    }

    private static List<byte[]> lines() {
        List<byte[]> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < journal.length; i++) {
            if (journal[i] == '\n') {
                lines.add(Arrays.copyOfRange(journal, begin, i));
                begin = i + 1;
            }
        }
        return lines;
    }

    private static byte[] joined(List<byte[]> lines) {
        var bytes = new ByteArrayOutputStream();
        lines.forEach(line -> {
            bytes.writeBytes(line);
            bytes.write('\n');
        });
        return bytes.toByteArray();
    }
}
