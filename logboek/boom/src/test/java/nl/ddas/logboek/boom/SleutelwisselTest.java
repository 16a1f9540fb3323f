// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log that gets another key, while others go on checking and witnessing it.
class SleutelwisselTest {

    private static final String LOG = "00000099000000001000";
    private static final TestClock CLOCK = new TestClock(Instant.parse("2026-11-22T17:00:00Z"));

    @TempDir
    private Path map;

    private final List<byte[]> bladeren = new ArrayList<>();

    private final Bladbron bron = new Bladbron() {
        @Override
        public List<String> logs() {
            return List.of(LOG);
        }

        @Override
        public byte[] read(String log, long from, int count) {
            byte[] row = new byte[(int) (bladeren.size() - from) * Verbintenis.BYTES];
            for (int i = (int) from; i < bladeren.size(); i++) {
                System.arraycopy(bladeren.get(i), 0, row, (int) (i - from) * Verbintenis.BYTES, Verbintenis.BYTES);
            }
            return row;
        }
    };

    private Boomsleutels sleutels() {
        return new Boomsleutels(map.resolve("sleutels"), "logboek.voorbeeld.nl/boom", new SecureRandom());
    }

    /// As after a start: keys and edge are read again.
    private SignedNote grow(PostgresBomen bomen) {
        bladeren.add(Proefboom.entry(bladeren.size()));
        assertThat(new Boomgroei(bron, bomen, sleutels(), CLOCK).grow(LOG)).isEqualTo(1);
        return bomen.checkpoint(LOG).orElseThrow();
    }

    @Test
    @Requirement("LDV-L21")
    void oldCheckpointsHoldUnderTheOldKeyNewOnesUnderTheNewAndBetweenThemUnderBoth() {
        try (Database database = Database.embedded(map.resolve("database"), new SecureRandom())) {
            PostgresBomen bomen = PostgresBomen.open(database);
            SignedNote before = grow(bomen);
            VerifierKey oud = sleutels().bekend(LOG).getFirst();

            VerifierKey nieuw = sleutels().draw(LOG);
            assertThat(sleutels().draw(LOG)).as("drawn once").isEqualTo(nieuw);
            assertThat(nieuw.naam()).isEqualTo(oud.naam());
            assertThat(sleutels().bekend(LOG)).containsExactly(oud, nieuw);
            SignedNote between = grow(bomen);

            sleutels().finish(LOG);
            assertThat(sleutels().bekend(LOG)).containsExactly(nieuw, oud);
            SignedNote after = grow(bomen);

            assertThat(before.isSignedBy(oud)).isTrue();
            assertThat(before.isSignedBy(nieuw)).isFalse();
            assertThat(between.isSignedBy(oud)).isTrue();
            assertThat(between.isSignedBy(nieuw)).isTrue();
            assertThat(after.isSignedBy(oud)).isFalse();
            assertThat(after.isSignedBy(nieuw)).isTrue();
            assertThat(Checkpoint.read(after.text()).orElseThrow().size()).isEqualTo(3);
        }
    }

    /// A tree whose last head was not signed by the new key is a stranger's once the old key is gone.
    @Test
    void withoutATimeOfBothNothingIsSignedAnyMore() {
        try (Database database = Database.embedded(map.resolve("database"), new SecureRandom())) {
            PostgresBomen bomen = PostgresBomen.open(database);
            grow(bomen);
            VerifierKey _ = sleutels().draw(LOG);
            sleutels().finish(LOG);
            assertThatThrownBy(() -> grow(bomen)).isInstanceOf(Boomgroei.Gebroken.class);
        }
    }

    @Test
    void aWitnessTakesEitherKeyItKnows() {
        Boomsleutels sleutels = sleutels();
        NoteSigner oud = sleutels.apply(LOG).huidig();
        VerifierKey nieuw = sleutels.draw(LOG);
        Logsleutels both = sleutels.apply(LOG);
        Geheugenstand stand = new Geheugenstand();
        NoteSigner cbs = NoteSigner.draw("cbs.nl/getuige", new SecureRandom());
        Getuige knowsOld = new Getuige(cbs, List.of(oud.verifier()), stand, CLOCK);
        assertThat(knowsOld.add(offer(both.sign(head(1)), 0))).isInstanceOf(Getuigeantwoord.Getekend.class);

        sleutels.finish(LOG);
        SignedNote after = sleutels.apply(LOG).sign(head(1));
        assertThat(knowsOld.add(offer(after, 1))).isInstanceOf(Getuigeantwoord.Ongetekend.class);
        Getuige knowsBoth = new Getuige(cbs, List.of(oud.verifier(), nieuw), stand, CLOCK);
        assertThat(knowsBoth.add(offer(after, 1))).isInstanceOf(Getuigeantwoord.Getekend.class);
    }

    private static String head(int size) {
        return Proefboom.of(size).checkpoint("logboek.voorbeeld.nl/boom/" + LOG).text();
    }

    private static byte[] offer(SignedNote note, long oud) {
        return new Aanbod(oud, List.of(), note).bytes();
    }

    @Test
    void filesAreForTheirOwnerAndTheOldKeyIsGone() throws Exception {
        String oud = sleutels().apply(LOG).huidig().fileText();
        VerifierKey _ = sleutels().draw(LOG);
        sleutels().finish(LOG);
        VerifierKey _ = sleutels().draw(LOG);
        sleutels().finish(LOG);

        assertThat(sleutels().vroeger(LOG)).hasSize(2);
        try (var files = Files.list(map.resolve("sleutels"))) {
            assertThat(files).allSatisfy(file -> {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(Files.readString(file))
                        .doesNotContain(oud.lines().findFirst().orElseThrow());
            });
        }
    }

    @Test
    void keysOfTwoLogsAreNotKeysOfOne() {
        NoteSigner een = NoteSigner.draw("een.nl", new SecureRandom());
        NoteSigner ander = NoteSigner.draw("ander.nl", new SecureRandom());
        assertThatThrownBy(() -> new Logsleutels(een, Optional.of(ander)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nieuw: expected a key with the name een.nl, got ander.nl");
    }
}
