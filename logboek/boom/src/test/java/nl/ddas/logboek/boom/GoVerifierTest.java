// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tiles, entries, proofs, notes and cosignatures, held against the library for transparency logs of the Go project.
class GoVerifierTest {

    private static final String ORIGIN = "logboek.voorbeeld.nl/1";
    private static final Path LIBRARY = Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog");
    private static final Path GO = Path.of("/usr/bin/go");

    @TempDir
    private static Path built;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(GO) && Files.isDirectory(LIBRARY),
                "Go and its module library are not here (golang-go, golang-golang-x-mod-dev)");
        Path source = Path.of("src/test/go/tlog.go").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(
                GO.toString(), "build", "-o", built.resolve("tlog").toString(), source.toString());
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOPATH", "/usr/share/gocode");
        builder.environment().put("GOCACHE", built.resolve("cache").toString());
        assertThat(run(builder)).isEmpty();
    }

    private static String run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "2, 1",
        "255, 128",
        "256, 255",
        "257, 256",
        "700, 300",
        "65536, 256",
        "66000, 65537",
        "70000, 69999"
    })
    void aLogOfOursIsRightToGo(int size, int old) throws IOException, InterruptedException {
        NoteSigner log = NoteSigner.draw(ORIGIN, new SecureRandom());
        NoteSigner getuige = NoteSigner.draw("getuige.voorbeeld.nl", new SecureRandom());
        Proefboom boom = Proefboom.of(size);
        SignedNote now = log.sign(boom.checkpoint(ORIGIN).text());
        SignedNote both = now.with(List.of(getuige.cosign(now.text(), Instant.ofEpochSecond(1_700_000_000))));
        write("checkpoint", both.tekst());
        write("old", log.sign(Proefboom.of(old).checkpoint(ORIGIN).text()).tekst());
        write("keys", log.verifier() + "\n" + getuige.witness() + "\n");
        write(
                "consistency",
                boom.bewijs().consistency(old).stream().map(Hash::base64).collect(Collectors.joining("\n")));
        List<Integer> some =
                List.of(0, size / 2, size - 1, old - 1).stream().distinct().toList();
        for (int index : some) {
            write("proofs/" + index, new Bewijs(index, boom.bewijs().inclusion(index), both).tekst());
        }
        tiles(boom, size);
        assertThat(run(new ProcessBuilder(built.resolve("tlog").toString(), folder.toString())))
                .isEqualTo("ok " + size + " leaves, " + some.size() + " proofs\n");
    }

    private void tiles(Proefboom boom, int size) throws IOException {
        for (Tegel tegel : Tegel.edge(size)) {
            write(tegel.path(), boom.read(tegel));
        }
        for (int niveau = 0; size >> (8 * (niveau + 1)) > 0; niveau++) {
            for (int n = 0; n < size >> (8 * (niveau + 1)); n++) {
                Tegel tegel = new Tegel(niveau, n, Tegel.VOL);
                write(tegel.path(), boom.read(tegel));
            }
        }
        for (int first = 0; first < size; first += Tegel.VOL) {
            Tegel tegel = Tegel.with(0, first, size);
            ByteBuffer bundle = ByteBuffer.allocate(tegel.breedte() * 34);
            for (int i = first; i < first + tegel.breedte(); i++) {
                bundle.putShort((short) Hash.BYTES).put(Proefboom.entry(i));
            }
            write(tegel.entriesPath(), bundle.array());
        }
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
