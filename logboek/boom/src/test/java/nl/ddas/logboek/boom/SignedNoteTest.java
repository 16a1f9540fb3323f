// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Notes, keys and checkpoints; the note of Neumann and its key are the published example of Go's module database.
class SignedNoteTest {

    private static final String NEUMANN = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;
    private static final String NEUMANN_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String NEUMANN_PRIVATE =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String ORIGIN = "logboek.voorbeeld.nl/1";
    private static final Instant NOW = Instant.ofEpochSecond(1_679_315_147);

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void thePublishedNoteIsReadVerifiedAndMadeAgain() {
        SignedNote note = SignedNote.read(NEUMANN).orElseThrow();
        VerifierKey key = VerifierKey.read(NEUMANN_KEY).orElseThrow();
        NoteSigner signer =
                NoteSigner.read(NEUMANN_PRIVATE + "\n" + NEUMANN_KEY + "\n").orElseThrow();
        assertThat(note.isSignedBy(key)).isTrue();
        assertThat(note.tekst()).isEqualTo(NEUMANN);
        assertThat(key).hasToString(NEUMANN_KEY);
        assertThat(signer.sign(note.text())).isEqualTo(note);
    }

    @Test
    void everyBitOfANoteCounts() {
        NoteSigner signer = NoteSigner.draw(ORIGIN, random);
        byte[] good = signer.sign("a\nb\n").tekst().getBytes(StandardCharsets.UTF_8);
        assertThat(SignedNote.read(good).filter(note -> note.isSignedBy(signer.verifier())))
                .isPresent();
        for (int i = 0; i < good.length * 8; i++) {
            byte[] wrong = good.clone();
            wrong[i / 8] ^= (byte) (1 << (i % 8));
            assertThat(SignedNote.read(wrong).filter(note -> note.isSignedBy(signer.verifier())))
                    .as("bit " + i)
                    .isEmpty();
        }
    }

    @Test
    void aCosignatureBindsTextTimeAndKey() {
        NoteSigner log = NoteSigner.draw(ORIGIN, random);
        NoteSigner witness = NoteSigner.draw("getuige.voorbeeld.nl", random);
        SignedNote note = log.sign("a\n");
        SignedNote both = note.with(List.of(witness.cosign(note.text(), NOW)));
        assertThat(both.isSignedBy(log.verifier())).isTrue();
        assertThat(both.isSignedBy(witness.witness())).isTrue();
        assertThat(both.isSignedBy(witness.verifier()))
                .as("a key of another kind")
                .isFalse();
        assertThat(Cosignature.read(both.regels().getLast().signature())
                        .orElseThrow()
                        .moment())
                .isEqualTo(NOW);

        byte[] later = both.regels().getLast().signature();
        later[7]++;
        SignedNote.Regel moved =
                new SignedNote.Regel("getuige.voorbeeld.nl", witness.witness().id(), later);
        assertThat(note.with(List.of(moved)).isSignedBy(witness.witness())).isFalse();
        assertThat(new SignedNote("b\n", both.regels()).isSignedBy(witness.witness()))
                .isFalse();
    }

    @Test
    void aSecondLineOfTheSameKeyThatIsWrongSpoilsTheNote() {
        NoteSigner log = NoteSigner.draw(ORIGIN, random);
        SignedNote note = log.sign("a\n");
        SignedNote spoiled = note.with(log.sign("b\n").regels());
        assertThat(spoiled.isSignedBy(log.verifier())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a\n",
                "a\n\n",
                "a\n\n— x\n",
                "a\n\n— x y\n",
                "a\n\n- x AAAAAAA=\n",
                "a\n\n— x AAAAAAA=",
                "a\n\n— x  AAAAAAA=\n",
                "a\t\n\n— x AAAAAAA=\n",
                "a\n\n— x+y AAAAAAA=\n",
                "a\n\n— x AAAAAAB=\n",
                "a\n\n— x AAAA\n",
                "a\n\n— x AAAAAAA=\nb\n"
            })
    void whatIsNoNoteIsNotRead(String text) {
        assertThat(SignedNote.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+",
                "PeterNeumann",
                ""
            })
    void whatIsNoVerifierKeyIsNotRead(String text) {
        assertThat(VerifierKey.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\u00a0b", "a\u2003b", "a\nb"})
    void aNameWithASpaceOrPlusIsNone(String naam) {
        assertThatThrownBy(() -> NoteSigner.draw(naam, random)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyFileIsMadeOnceForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("sleutels/boom.key");
        NoteSigner made = NoteSigner.open(file, ORIGIN, random);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(NoteSigner.open(file, ORIGIN, random).sign("a\n")).isEqualTo(made.sign("a\n"));
        assertThat(made.toString())
                .doesNotContain(Files.readString(file).split("\\+", -1)[4].strip());
    }

    @Test
    void aKeyFileOfAnotherOrOpenToOthersIsRefused() throws IOException {
        Path file = folder.resolve("boom.key");
        NoteSigner.open(file, ORIGIN, random);
        assertThatThrownBy(() -> NoteSigner.open(file, "ander.nl", random)).isInstanceOf(NoteSigner.Onbruikbaar.class);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> NoteSigner.open(file, ORIGIN, random)).isInstanceOf(NoteSigner.Onbruikbaar.class);
    }

    @Test
    void theCheckpointOfTheSpecificationIsReadAndWrittenTheSame() {
        String text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        Checkpoint read = Checkpoint.read(text).orElseThrow();
        assertThat(read.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(read.size()).isEqualTo(20_852_163);
        assertThat(read.text()).isEqualTo(text);
        assertThat(Checkpoint.read(text + "extra\n").map(Checkpoint::extensions))
                .isEqualTo(Optional.of(List.of("extra")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n1\n",
                "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
            })
    void whatIsNoCheckpointIsNotRead(String text) {
        assertThat(Checkpoint.read(text)).isEmpty();
    }

    @Test
    void aProofInOneTextLeadsFromTheLineToTheSignedRoot() throws IOException {
        NoteSigner log = NoteSigner.draw(ORIGIN, random);
        Proefboom boom = Proefboom.of(600);
        SignedNote note = log.sign(boom.checkpoint(ORIGIN).text());
        Bewijs bewijs = new Bewijs(300, boom.bewijs().inclusion(300), note);
        assertThat(bewijs.tekst()).startsWith("c2sp.org/tlog-proof@v1\nindex 300\n");
        assertThat(Bewijs.read(bewijs.tekst())).contains(bewijs);
        assertThat(Bewijs.read(bewijs.tekst().replace("@v1\n", "@v1\nextra AAAA\n")))
                .contains(bewijs);
        assertThat(Bewijs.read(bewijs.tekst().replace("index 300", "index 0300")))
                .isEmpty();
        assertThat(bewijs.proves(Proefboom.entry(300))).isTrue();
        assertThat(bewijs.proves(Proefboom.entry(301))).isFalse();
    }
}
